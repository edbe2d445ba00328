"""The addresses of the site, from its root. They are promises (contract, section 2): never rename one."""

from doemee.load.spelling import Month

CALENDAR = "kalender/"
SUBSCRIBE = "kalender/abonneren/"
CHANGES = "kalender/wijzigingen/"
ADD = "kalender/toevoegen/"
TIPS = "tips/"
ADD_TIP = "tips/toevoegen/"
NAMES = "kalender/toevoegen/namen.json"
CHANGES_FEED = "kalender/wijzigingen.xml"
NEWS_FEED = "kalender.xml"
DATA = "kalender.json"
FILTER = "kalender/filter.json"
FILTER_WORDS = "kalender/woorden.json"
FIGURES = "kalender/cijfers/"
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


def month(of: Month) -> str:
    """The page of a month."""
    return f"kalender/{of.year}/{of.month:02}/"


def view(kind: str, identity: str | int) -> str:
    """The page of a view: `kalender/provincie/limburg/`."""
    return f"kalender/{kind}/{identity}/"


def embed(kind: str, identity: str) -> str:
    """The bare list of a view, for a frame in another site; that of the whole calendar has no kind."""
    return f"kalender/inbedden/{kind}/{identity}/" if kind else "kalender/inbedden/alles/"


def sheet(kind: str, identity: str) -> str:
    """The sheet for a notice board: `kalender/affiche/limburg/`, `kalender/affiche/organisatie/bib/`."""
    return f"kalender/affiche/{identity}/" if kind == "provincie" else f"kalender/affiche/{kind}/{identity}/"


def source(page: str) -> str:
    """What was filled in for an initiative, for the form that changes it: its address with `.json` for the last slash."""
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
