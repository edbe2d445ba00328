"""The package document and the navigation of the EPUB (EPUB 3.3; EPUB Accessibility 1.1)."""

from collections.abc import Sequence
from html import escape

from doemee.edition.book import LANGUAGE, Book
from doemee.edition.chapter_files import ChapterFile, page
from doemee.edition.xhtml import attribute

NAVIGATION = "nav.xhtml"
_MEDIA = {"xhtml": "application/xhtml+xml", "css": "text/css", "png": "image/png", "svg": "image/svg+xml"}

# No claim of conformance: that is for who had the book certified. These are facts of what we write.
_ACCESS = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
    (
        "accessibilitySummary",
        "Alle tekst kan worden voorgelezen en aangepast. De koppen volgen de opbouw van het boek. De enige afbeelding, de omslag, "
        "heeft een beschrijving. Kleur geeft nooit alleen betekenis. Er is geen geluid, beweging of flikkering.",
    ),
)


def container() -> str:
    """META-INF/container.xml: where the package document is."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n'
        '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>\n'
        "</container>\n"
    )


def package(book: Book, files: Sequence[ChapterFile], others: Sequence[str]) -> str:
    """package.opf. `others` are the names of the files that are no chapter: the navigation, the style, the pictures."""
    day = book.date.isoformat()
    meta = "".join(f'<meta property="schema:{name}">{escape(value)}</meta>\n' for name, value in _ACCESS)
    subjects = "".join(f"<dc:subject>{escape(word)}</dc:subject>\n" for word in book.keywords)
    manifest = "".join(_item(name) for name in (*others, *(file.name for file in files)))
    # The contents stand after the title page, as in the PDF.
    order = (files[0].name, NAVIGATION, *(file.name for file in files[1:]))
    spine = "".join(f'<itemref idref="{_identity(name)}"/>\n' for name in order)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{LANGUAGE}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">{escape(book.site)}#{escape(book.identity)}</dc:identifier>\n'
        f"<dc:title>{escape(book.title)}</dc:title>\n<dc:language>{LANGUAGE}</dc:language>\n"
        f'<dc:creator id="maker">{escape(book.author)}</dc:creator>\n<dc:description>{escape(book.description)}</dc:description>\n'
        f"{subjects}<dc:date>{day}</dc:date>\n"
        f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>\n{meta}'
        "</metadata>\n"
        f"<manifest>\n{manifest}</manifest>\n<spine>\n{spine}</spine>\n</package>\n"
    )


def navigation(files: Sequence[ChapterFile]) -> str:
    """nav.xhtml: the contents and the landmarks. `files` in the order of reading."""
    contents = "".join(_entry(file) for file in files)
    start = next(file for file in files if file.kind == "theme")
    landmarks = [
        ("titlepage", files[0].name, "Omslag"),
        ("toc", f"{NAVIGATION}#inhoud", "Inhoud"),
        ("bodymatter", start.name, "Begin van de tips"),
    ]
    landmarks += [("appendix", file.name, "Kalender") for file in files if file.kind == "calendar"]
    marks = "".join(
        f'<li><a epub:type="{kind}" href={attribute(to)}>{escape(name)}</a></li>\n' for kind, to, name in landmarks
    )
    toc = '<nav epub:type="toc" role="doc-toc" id="inhoud" aria-labelledby="inhoud-kop">\n<h1 id="inhoud-kop">Inhoud</h1>\n'
    guide = '<nav epub:type="landmarks" aria-labelledby="wegwijzers" hidden="">\n<h2 id="wegwijzers">Wegwijzers</h2>\n'
    return page("Inhoud", f"{toc}<ol>\n{contents}</ol>\n</nav>\n{guide}<ol>\n{marks}</ol>\n</nav>\n")


def _entry(file: ChapterFile) -> str:
    below = "".join(
        f"<li><a href={attribute(f'{file.name}#{place}')}>{escape(title)}</a></li>\n" for place, title in file.places
    )
    inner = f"\n<ol>\n{below}</ol>\n" if below else ""
    return f"<li><a href={attribute(file.name)}>{escape(file.title)}</a>{inner}</li>\n"


def _item(name: str) -> str:
    properties = {NAVIGATION: ' properties="nav"', "omslag.png": ' properties="cover-image"'}.get(name, "")
    return f'<item id="{_identity(name)}" href={attribute(name)} media-type="{_MEDIA[name.rpartition(".")[2]]}"{properties}/>\n'


def _identity(name: str) -> str:
    return "f-" + name.replace(".", "-")
