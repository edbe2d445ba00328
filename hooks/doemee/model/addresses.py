"""The addresses of the site, from its root. They are promises (contract, section 2): never rename one."""

CALENDAR = "kalender/"
SUBSCRIBE = "kalender/abonneren/"
CHANGES = "kalender/wijzigingen/"
ADD = "kalender/toevoegen/"
TIPS = "tips/"
ADD_TIP = "tips/toevoegen/"
NAMES = "kalender/toevoegen/namen.json"
CHANGES_FEED = "kalender/wijzigingen.xml"
DATA = "kalender.json"
FILTER = "kalender/filter.json"
FILTER_WORDS = "kalender/woorden.json"
FIGURES = "kalender/cijfers/"
EMBED_ALL = "kalender/inbedden/alles/"
EMBED_HELP = "kalender/inbedden/"
DATA_HELP = "kalender/data/"
EMBED_SCRIPT = "assets/embed/kalender.js"


def initiative(slug: str) -> str:
    """The page of an initiative."""
    return f"initiatieven/{slug}/"


def tip(slug: str) -> str:
    """The page of a tip."""
    return f"tips/{slug}/"


def tips_for(audience: str) -> str:
    """The tips for an audience."""
    return f"tips/voor/{audience}/"


def view(kind: str, identity: str | int) -> str:
    """The page of a view: `kalender/provincie/limburg/`; that of a month, `2026-03`, is `kalender/2026/03/`."""
    return f"kalender/{str(identity).replace('-', '/')}/" if kind == "maand" else f"kalender/{kind}/{identity}/"


def embed(kind: str, identity: str) -> str:
    """The bare list of a view, for a frame in another site."""
    return f"kalender/inbedden/{kind}/{identity}/"


def sheet(kind: str, identity: str) -> str:
    """The sheet for a notice board: `kalender/affiche/limburg/`, `kalender/affiche/organisatie/bib/`."""
    return f"kalender/affiche/{identity}/" if kind == "provincie" else f"kalender/affiche/{kind}/{identity}/"


def source(page: str) -> str:
    """What was filled in for an initiative, for the form that changes it: its address with `.json` at the end."""
    return page.rstrip("/") + ".json"


def feed(page: str) -> str:
    """The calendar feed of a page: its address with `.ics` for the last slash."""
    return page.rstrip("/") + ".ics"


def news(page: str) -> str:
    """The Atom feed of a page: its address with `.xml` for the last slash."""
    return page.rstrip("/") + ".xml"


def file(page: str) -> str:
    """The file in which a static host looks for a page."""
    return f"{page}index.html" if not page or page.endswith("/") else page


def to_root(page: str) -> str:
    """From a page back to the root of the site, so that links work under any base path."""
    return "../" * page.count("/") or "./"
