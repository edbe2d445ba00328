"""The page of each initiative, and the one that leads there from an address that it had before."""

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from markupsafe import Markup

from doemee.history.replay import Change, ChangeKind, History
from doemee.load.spelling import LANGUAGES
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.initiative import Initiative
from doemee.text import to_html
from doemee.write.data import jsonld
from doemee.write.frame.layout import ROOT
from doemee.write.pages import elsewhere
from doemee.write.pages.page import Page
from doemee.write.pages.related import Related
from doemee.write.pages.renderer import Render


class InitiativePages:
    """Writes the pages of the initiatives of an agenda.

    `site` is the absolute address of the root, `edit` the address that opens a file for editing, up to its path;
    `image_sizes` are the width and height of each image by its name.
    """

    def __init__(
        self,
        agenda: Agenda,
        history: History,
        render: Render,
        *,
        site: str,
        edit: str,
        image_sizes: Mapping[str, tuple[int, int]],
    ):
        self._today = agenda.today
        self._language = agenda.campaign.facts.language
        self._related = Related(agenda)
        self._added = history.added
        self._changes: dict[str, list[Change]] = defaultdict(list)
        for change in history.changes:
            if change.kind is not ChangeKind.ADDED:
                self._changes[change.slug].append(change)
        self._render = render
        self._site = site
        self._edit = edit
        self._image_sizes = image_sizes

    def page(self, initiative: Initiative, event: str) -> Page:
        """The page of an initiative; `event` is its schema.org Event in JSON."""
        sent = initiative.sent
        address = addresses.initiative(initiative.slug)
        venues = {moment.venue.line: moment.venue for moment in initiative.moments if moment.venue}
        body = self._render(
            "initiative",
            initiative=initiative,
            venues=list(venues.values()),
            onlines=list(dict.fromkeys(moment.online for moment in initiative.moments if moment.online)),
            own_places=len({(m.venue, m.online, m.regions) for m in initiative.moments}) > 1,
            body=Markup(to_html(initiative.body)),
            changes=self._changes.get(initiative.slug, ()),
            added=self._added.get(initiative.slug),
            agendas=elsewhere.agendas(initiative, self._today, self._site + address),
            others=self._related.of_the_organiser(initiative),
            nearby=self._related.nearby(initiative),
            by_mail=elsewhere.by_mail(initiative, self._site + address),
            on_the_map=elsewhere.on_the_map,
            by_public_transport=elsewhere.by_public_transport,
            tel=_tel,
            languages=LANGUAGES,
            address=address,
            edit=self._edit + initiative.path,
            image_size=self._image_sizes[sent.afbeelding.bestand] if sent.afbeelding else None,
        )
        image = f"{self._site}initiatieven/afbeeldingen/{sent.afbeelding.bestand}" if sent.afbeelding else None
        head = jsonld.script(event) + f'<script type="module" src="{ROOT}assets/share.js"></script>'
        return Page(address, sent.titel, sent.samenvatting, body, head=head, image=image)

    def redirect(self, initiative: Initiative) -> str:
        """The page at a former address: it leads to the present one, also without JavaScript."""
        target = f"../{initiative.slug}/"
        canonical = escape(self._site + addresses.initiative(initiative.slug))
        name = escape(initiative.sent.titel)
        return (
            f'<!doctype html><html lang="{self._language}"><head><meta charset="utf-8"><title>{name}</title>'
            f'<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{canonical}">'
            f'<meta name="robots" content="noindex"></head><body><p>Deze pagina staat nu hier: '
            f'<a href="{target}">{name}</a>.</p></body></html>\n'
        )


def _tel(number: str) -> str:
    return "".join(c for c in number if c in "+0123456789")
