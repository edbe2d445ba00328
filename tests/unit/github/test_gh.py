"""GitHub's own program, as it is started: the other tests of this folder answer for it without starting anything."""

import json

import pytest

from doemee.github.gh import GitHubFailed

HOSTILE = "$(id) `id` ; id\n-f x=1 🎉"


def test_values_go_in_as_words_of_their_own(gh):
    """No shell reads them: whatever is in them, each is one word."""
    assert gh.get("pulls", head=HOSTILE) == {
        "words": ["api", "--method", "GET", "--raw-field", f"head={HOSTILE}", "repos/example/doemee-ivy2026/pulls"],
        "read": "",
    }


def test_what_is_sent_goes_in_on_standard_input(gh):
    """As JSON: a text of a stranger is never a word of the command."""
    sent = gh.send("POST", "issues/1/comments", {"body": HOSTILE})
    assert sent["words"] == [
        "api",
        "--method",
        "POST",
        "--input",
        "-",
        "repos/example/doemee-ivy2026/issues/1/comments",
    ]
    assert json.loads(sent["read"]) == {"body": HOSTILE}


def test_a_refusal_is_told_in_its_own_words(gh):
    """With what was asked."""
    with pytest.raises(GitHubFailed, match="gh GET nergens: HTTP 404: Not Found"):
        gh.get("nergens")


def test_without_the_program_that_is_told(gh, monkeypatch, tmp_path):
    """As on a machine of a developer."""
    (tmp_path / "gh").unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitHubFailed, match="gh GET pulls"):
        gh.get("pulls")
