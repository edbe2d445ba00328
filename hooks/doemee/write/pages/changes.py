"""/kalender/wijzigingen/: what was added, moved, cancelled and back on, the newest first."""

from itertools import groupby

from doemee.history.replay import History
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Render, local_date

NEWEST = 500


def changes(agenda: Agenda, history: History, render: Render) -> Page:
    """The page, day by day."""
    by_slug = {initiative.slug: initiative for initiative in agenda.initiatives}
    newest = history.changes[:NEWEST]
    days = [
        (on, [(change, by_slug[change.slug]) for change in found])
        for on, found in groupby(newest, key=lambda change: local_date(change.when))
    ]
    body = render("changes", days=days, rest=len(history.changes) - len(newest))
    return Page(addresses.CHANGES, "Wijzigingen", "Wat kwam erbij, wat is verplaatst en wat gaat niet door?", body)
