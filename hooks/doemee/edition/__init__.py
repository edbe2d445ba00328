"""The edition: the publication as one accessible PDF and as EPUB 3, from the same sources as the site.

    data/tips/ ─────▶ theme_chapters ─┐
    content/ ───────▶ editors_pages ──┼─▶ assembly: one book ── links ─┬─▶ pdf   overrides/edition/*.typ, by Typst
    the agenda ─────▶ appendix ───────┘                                └─▶ epub  overrides/edition/epub/

Texts are a small tree (`node`), made of Markdown by `markdown`. Everything that people wrote reaches Typst as data and
the EPUB escaped: no submitted text is ever code. The date of the edition is an argument. Same input, same bytes.
"""
