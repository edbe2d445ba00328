"""What the site's search finds besides the pages of the editors."""

from collections.abc import Iterator

from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.tip import Publication


def searchable(agenda: Agenda, found: Publication) -> Iterator[tuple[str, str, str]]:
    """Address, title and words of what the site's search finds: initiatives by title, place and organiser,
    tips by title and summary."""
    for initiative in agenda.initiatives:
        places = dict.fromkeys(moment.venue.line for moment in initiative.moments if moment.venue)
        words = " ".join((*places, *initiative.organisations.values()))
        yield addresses.initiative(initiative.slug), initiative.sent.titel, words
    for view in agenda.views:
        if view.kind is None or not view.kind.many:  # those are found by their initiatives
            yield view.page, view.heading, view.description or ""
    for tip in found.tips.values():
        yield (
            addresses.tip(tip.slug),
            tip.sent.titel,
            f"{tip.sent.samenvatting} {agenda.campaign.themes[tip.sent.thema].name}",
        )
    yield addresses.TIPS, "Tips en ideeën", "tips ideeën inspiratie publicatie"
    yield addresses.SUBSCRIBE, "Abonneren", "agenda abonnement ics Google Outlook iPhone"
    yield addresses.ADD, "Zet je initiatief in de kalender", "toevoegen formulier insturen aanmelden"
    yield addresses.ADD_TIP, "Deel een tip", "tip insturen formulier"
    yield addresses.CHANGES, "Wijzigingen", "nieuw verplaatst geannuleerd uitgesteld"
    yield addresses.FIGURES, "In cijfers", "cijfers statistiek per provincie gemeente maand thema SDG"
    yield addresses.EMBED_HELP, "De kalender op je eigen website", "inbedden insluiten widget iframe website gemeente"
    yield addresses.DATA_HELP, "Open gegevens", "kalender.json ics Atom schema API licentie"
