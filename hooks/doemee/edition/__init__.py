"""The edition: the publication as one accessible PDF and as EPUB 3, from the same sources as the site.

    data/tips/ ──────────▶ theme_chapters ─┐
    content/ ────────────▶ editors_pages ──┼─▶ book (a small tree) ── links ──▶ pdf  (Typst, overrides/edition/*.typ)
    the agenda ──────────▶ appendix ───────┘                            └────▶ epub (xhtml, package, zipfile)

Everything that people wrote reaches Typst as data and the EPUB escaped: no submitted text is ever code.
The date of the edition is an argument. Same input, same bytes.
"""
