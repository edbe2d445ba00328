"""Both files of the edition: one book, set twice."""

from pathlib import Path

from doemee.edition.assembly import assembled
from doemee.edition.epub import epub
from doemee.edition.pdf import cover, pdf
from doemee.model.agenda import Agenda
from doemee.model.tip import Publication

PDF = "doe-mee-met-ivy2026.pdf"
EPUB = "doe-mee-met-ivy2026.epub"
"""The names of both files, and their addresses from the root of the site: a promise."""


def edition_files(
    agenda: Agenda, publication: Publication, *, overrides: Path, content: Path, site: str
) -> dict[str, bytes]:
    """Names and bytes of the PDF and the EPUB of the agenda's day. Same arguments, same bytes.

    `site` is the address of the site with a slash at its end. Raises BrokenCampaign when overrides/edition/uitgave.yml
    is wrong, UnsetEdition when a template is.
    """
    templates = overrides / "edition"
    book = assembled(agenda, publication, templates=templates, content=content, site=site)
    return {PDF: pdf(book, templates), EPUB: epub(book, templates, cover(book, templates))}
