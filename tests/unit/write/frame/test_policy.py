"""The content-security policy: the theme's scripts by hash, and no other."""

import pytest

from doemee.write.frame.policy import guarded, hashes, policy

PAGE = '<head><meta charset="utf-8"><script>theme()</script></head><body>{}</body>'


def test_a_script_of_the_theme_has_its_hash():
    """The hash is that of the text between the tags (checked with openssl dgst -sha256 -binary | base64)."""
    assert hashes("<script>theme()</script>") == ["sha256-Rfr3GgHZFiXm+TmNr+li+0sZ4J9FGllo8jsXcJF5XZ8="]


def test_files_and_data_need_no_hash():
    """A script file is allowed by 'self'; JSON does not run."""
    html = '<script src="a.js"></script><script type="application/ld+json">{}</script><script id="x" type="application/json">{}</script>'
    assert hashes(html) == []


def test_a_script_in_the_content_gets_none():
    """What is not in the theme's part is not allowed, whatever it is."""
    page = guarded(PAGE.format("<script>evil()</script>"), PAGE.format(""))
    (allowed,) = hashes("<script>theme()</script>")
    assert f"script-src 'self' '{allowed}'\">" in page
    assert hashes("<script>evil()</script>")[0] not in page


def test_the_policy_comes_before_the_first_script():
    """A policy governs only what stands after it."""
    page = guarded(PAGE.format(""), PAGE.format(""))
    assert page.index("Content-Security-Policy") < page.index("<script>")


def test_everything_starts_from_nothing():
    """No inline style, no frame, no plug-in, no other host."""
    text = policy([])
    assert text.startswith("default-src 'none'; ")
    assert "unsafe" not in text
    assert "http" not in text


def test_a_page_without_the_theme_s_head_is_refused():
    """A policy that finds no place would be missing in silence."""
    with pytest.raises(ValueError, match="does not start"):
        guarded("<html></html>", "")
