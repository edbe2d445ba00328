"""Submitted Markdown becomes safe HTML and readable plain text; names become slugs."""

import pytest

from doemee.text import slugify, to_html, to_plain

REL = 'rel="nofollow ugc noopener noreferrer"'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("", ""),
        ("Breng *laarzen* **mee**.", "<p>Breng <em>laarzen</em> <strong>mee</strong>.</p>\n"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"),
        ("3. drie\n4. vier", '<ol start="3">\n<li>drie</li>\n<li>vier</li>\n</ol>\n'),
        ("een  \ntwee", "<p>een<br>\ntwee</p>\n"),
        ("> citaat", "<blockquote>\n<p>citaat</p>\n</blockquote>\n"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
        ("[wij](https://a.be/x)", f'<p><a href="https://a.be/x" {REL}>wij</a></p>\n'),
        ("[mail](mailto:info@a.be)", f'<p><a href="mailto:info@a.be" {REL}>mail</a></p>\n'),
    ],
)
def test_markdown_becomes_html(markdown, html):
    assert html == to_html(markdown)


def test_headings_start_below_those_of_the_page():
    """h1 and h2 belong to the page; nothing gets deeper than h5."""
    assert to_html("# Een\n\n## Twee\n\n###### Zes") == "<h3>Een</h3>\n<h4>Twee</h4>\n<h5>Zes</h5>\n"


def test_an_image_becomes_a_link_to_it():
    """The site makes no request to any other host."""
    assert to_html("![soep](https://a.be/soep.jpg)") == f'<p><a href="https://a.be/soep.jpg" {REL}>soep</a></p>\n'


@pytest.mark.parametrize(
    ("markdown", "kept"),
    [
        ("<script>alert(1)</script>hallo", "hallo"),
        ("<style>p {color: red}</style>hallo", "hallo"),
        ("<img src=x onerror=alert(1)>hallo", "hallo"),
        ('<div onclick="alert(1)">hallo</div>', "hallo"),
        ('<p style="position:fixed">hallo</p>', "hallo"),
        ('<iframe src="https://evil.example"></iframe>hallo', "hallo"),
        ("<svg><script>alert(1)</script></svg>hallo", "hallo"),
        ("[hallo](javascript:alert(1))", "hallo"),
        ("[hallo](JaVaScRiPt:alert(1))", "hallo"),
        ('<a href="java&#10;script:alert(1)">hallo</a>', "hallo"),
        ("[hallo](data:text/html;base64,PHNjcmlwdD4=)", "hallo"),
        ("![hallo](javascript:alert(1))", "hallo"),
        ("[hallo](/elders)", "hallo"),
        ('<form action="https://evil.example"><input></form>hallo', "hallo"),
        ('<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<p title="">'),
    ],
)
def test_nothing_that_runs_or_loads_survives_and_the_text_does(markdown, kept):
    html = to_html(markdown)
    for danger in (
        "<script",
        "<style",
        "<img",
        "<iframe",
        "<svg",
        "<form",
        "onerror",
        "onclick",
        "style=",
        "javascript",
        "data:",
        "href",
    ):
        assert danger not in html.lower()
    assert kept == to_plain(html)


def test_a_script_that_is_only_written_about_stays_text():
    assert to_html("Typ `<script>` of &lt;b&gt;") == "<p>Typ <code>&lt;script&gt;</code> of &lt;b&gt;</p>\n"


@pytest.mark.parametrize("sign", [">", "[", "![", "*a ", "<b>", "- "])
def test_what_takes_other_parsers_minutes_is_just_text(sign):
    """Eight thousand characters of nesting end, in a string."""
    assert isinstance(to_plain(to_html(sign * (8000 // len(sign)))), str)


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("", ""),
        ("Breng *laarzen* **mee**.", "Breng laarzen mee."),
        ("een\ntwee", "een twee"),
        ("een  \ntwee", "een\ntwee"),
        ("# Kop\n\ntekst", "Kop\ntekst"),
        ("- een\n- twee", "- een\n- twee"),
        ("- een\n\n- twee", "- een\n- twee"),
        ("a < b & c", "a < b & c"),
        ("[wij](https://a.be/x)", "wij (https://a.be/x)"),
        ("[wij](https://a.be/?a=1&b=2)", "wij (https://a.be/?a=1&b=2)"),
        ("[**wij** samen](https://a.be)", "wij samen (https://a.be)"),
        ("<https://a.be/?a=1&b=2>", "https://a.be/?a=1&b=2"),
        ("> citaat", "citaat"),
        ("a\n\n---\n\nb", "a\nb"),
        ("veel    spaties", "veel spaties"),
    ],
)
def test_plain_text_reads_as_a_person_would_type_it(markdown, plain):
    """No tags, no Markdown signs, and a link as its text with the address behind it."""
    assert plain == to_plain(to_html(markdown))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Coöperatie De Lelie vzw", "cooperatie-de-lelie-vzw"),
        ("  't Zal wel gaan!  ", "t-zal-wel-gaan"),
        ("Één & twee", "een-twee"),
        ("A--B__C", "a-b-c"),
        ("ﬁets", "fiets"),
        ("11.11.11", "11-11-11"),
        ("★★", ""),
        ("", ""),
        ("x" * 90, "x" * 80),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_a_name_becomes_a_slug(name, slug):
    """Lower-case ASCII, single hyphens, eighty characters at most, no hyphen at either end."""
    assert slug == slugify(name)
