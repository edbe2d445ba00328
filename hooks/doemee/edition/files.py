"""Both files of the edition: one book, set twice."""

from collections.abc import Callable, Mapping
from pathlib import Path

from doemee.edition.assembly import assembled
from doemee.edition.book import Book
from doemee.edition.epub import epub
from doemee.edition.pdf import cover, pdf
from doemee.model.agenda import Agenda
from doemee.model.campaign import Facts
from doemee.model.tip import Publication

Maker = Callable[[Book, Path], bytes]
"""What makes the bytes of a file from the book and the templates' folder."""

_MAKERS: Mapping[str, Maker] = {
    "pdf": pdf,
    "epub": lambda book, templates: epub(book, templates, cover(book, templates)),
}


def file_names(facts: Facts) -> dict[str, Maker]:
    """Each file by its address on the site, from its root; the campaign names them, and keeps that name."""
    return {f"{facts.edition}.{ending}": make for ending, make in _MAKERS.items()}


def edition_files(
    agenda: Agenda, publication: Publication, *, overrides: Path, content: Path, site: str
) -> dict[str, bytes]:
    """Names and bytes of the PDF and the EPUB of the agenda's day. Same arguments, same bytes.

    `site` is the address of the site with a slash at its end. Raises BrokenCampaign when overrides/edition/uitgave.yml
    is wrong, UnsetEdition when a template is.
    """
    templates = overrides / "edition"
    book = assembled(agenda, publication, templates=templates, content=content, site=site)
    return {name: make(book, templates) for name, make in file_names(agenda.campaign.facts).items()}
