"""All the sources as one book, with every link in it resolved: what files.py has set."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from doemee.edition.appendix import appendix
from doemee.edition.book import Book, Chapter
from doemee.edition.editors_pages import Lists, editors_page, page_blocks, parts_of
from doemee.edition.headings import fitted
from doemee.edition.links import resolved
from doemee.edition.node import Node, heading, link, paragraph
from doemee.edition.settings import Settings, read_settings
from doemee.edition.theme_chapters import theme_chapters
from doemee.load import source
from doemee.model import dutch
from doemee.model.agenda import Agenda
from doemee.model.tip import Publication

_COVER = "Vijf opgestoken handen in vijf kleuren steken boven een heuvel uit, met een gele zon en een rood hart."
_TRIAL = "Proefversie: de kalender achteraan bevat verzonnen voorbeelden."


def assembled(agenda: Agenda, publication: Publication, *, templates: Path, content: Path, site: str) -> Book:
    """The book of one day. `templates` is overrides/edition/, `site` the address of the site with a slash at its end.

    Raises BrokenCampaign when uitgave.yml asks for what is not there.
    """
    settings = read_settings(templates / "uitgave.yml", content)
    facts = agenda.campaign.facts
    lists = Lists(agenda, publication)
    chapters = [
        _introduction(templates / settings.inleiding, lists),
        *theme_chapters(publication, agenda.campaign),
        _pages(settings, content, lists),
        appendix(agenda, site),
        _colophon(settings, content, lists, agenda.today, site),
    ]
    book = Book(
        title=facts.name,
        subtitle=settings.ondertitel,
        author=facts.organiser.name,
        description=facts.description,
        identity=f"{facts.id}-uitgave",
        site=site,
        language=facts.language,
        date=agenda.today,
        date_in_words=dutch.plain_day(agenda.today),
        keywords=(facts.short_name, "vrijwilligers", "vrijwilligerswerk", *(tag.lstrip("#") for tag in facts.hashtags)),
        cover_alt=_COVER,
        notice=_TRIAL if any(initiative.example for initiative in agenda.initiatives) else "",
        chapters=tuple(chapters),
    )
    return resolved(book)


def _introduction(path: Path, lists: Lists) -> Chapter:
    text = source.read_text(path.read_bytes())
    blocks = tuple(map(_raised, fitted(page_blocks(text, lists), "inleiding")))
    return Chapter("inleiding", "intro", "Zo gebruik je deze publicatie", blocks=blocks)


def _raised(node: Node) -> Node:
    """A heading one level higher: for a chapter that has no sections between."""
    return replace(node, values={**node.values, "level": node.values["level"] - 1}) if node.kind == "heading" else node


def _pages(settings: Settings, content: Path, lists: Lists) -> Chapter:
    sections = tuple(editors_page(content / page, content, lists) for page in settings.paginas)
    return Chapter("pagina", "pages", settings.hoofdstuk, lead=settings.samenvatting, sections=sections)


def _colophon(settings: Settings, content: Path, lists: Lists, today: date, site: str) -> Chapter:
    """Who publishes it, and the rights: from the page about the site, so that it is filled in once."""
    about = editors_page(content / settings.colofon, content, lists)
    taken = map(_raised, parts_of(about, "Colofon", "Rechten"))
    # The chapter is called Colofon already.
    kept = (node for node in taken if not (node.kind == "heading" and node.text == "Colofon"))
    blocks = (*_edition(today, site), *kept, *_made())
    return Chapter("colofon", "colophon", "Colofon", address=about.address, blocks=blocks)


def _edition(today: date, site: str) -> Iterator[Node]:
    newest = "De nieuwste versie, als PDF en als e-boek (EPUB), vind je op "
    yield paragraph(f"Dit is de uitgave van {dutch.plain_day(today)}. {newest}", link(site, site), ".")
    yield paragraph("Heb je de tekst liever in een andere vorm, of kan je iets niet lezen? Laat het de uitgever weten.")


def _made() -> Iterator[Node]:
    yield heading(2, "Letters en opmaak", "colofon--letters")
    yield paragraph(
        "Deze publicatie is gezet met Typst. De letters zijn Atkinson Hyperlegible Next, van het Braille Institute, en "
        "Bricolage Grotesque, van Mathieu Triay; allebei onder de SIL Open Font License 1.1. De PDF is gelabeld "
        "volgens PDF/UA, voor wie met een schermlezer leest."
    )
