"""/kalender/abonneren/: how to subscribe to the calendar, with every feed."""

from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.views import MONTH, ORGANISATION, PROVINCE, THEME, View, in_order
from doemee.write.pages.page import Page
from doemee.write.pages.qr import QrCode, qr_code
from doemee.write.pages.renderer import Render


def subscribe(agenda: Agenda, site: str, render: Render) -> Page:
    """The page. Few follow a month, so those come after what people come for."""
    kinds = in_order(first=[PROVINCE, THEME], last=[MONTH, ORGANISATION])
    groups = [("alles", "Alles", [agenda.everything])]
    groups += [(kind.id, kind.heading, agenda.groups[kind.id]) for kind in kinds]
    provinces = agenda.groups[PROVINCE.id]
    body = render("subscribe", groups=groups, provinces=provinces, codes=_codes(agenda, site))
    return Page(
        addresses.SUBSCRIBE,
        "Abonneren",
        f"Zet de kalender van {agenda.campaign.facts.occasion} in je eigen agenda.",
        body,
    )


def _codes(agenda: Agenda, site: str) -> list[tuple[View, QrCode]]:
    """QR codes of everything and of each province.

    They lead to this page and not to the feed: an iPhone would import an https feed once, and an Android phone does not
    know `webcal:`. Here, the button of that feed stands at its anchor.
    """
    views = (agenda.everything, *agenda.groups[PROVINCE.id])
    return [(view, qr_code(f"{site}{addresses.SUBSCRIBE}#{view.anchor}")) for view in views]
