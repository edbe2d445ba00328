"""A draft that is right becomes a branch and a pull request, or changes those that it has."""

from dataclasses import dataclass
from typing import Any

from doemee.github.answer import card, shortened
from doemee.github.branch import Branch
from doemee.github.draft import Draft
from doemee.github.gh import Gh
from doemee.model.campaign import Campaign

_EDITORS_WORK = "Een redacteur werkt al aan je voorstel. Wat je nog wil wijzigen, zet je best in een reactie hieronder."
_MERGED = (
    "Dit staat al in de kalender. Wil je iets wijzigen, vul dan een nieuw formulier in, "
    "met het adres bij **Bestaand initiatief**."
)
_CLOSED = "De redactie heeft dit voorstel gesloten. In dat voorstel lees je waarom."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the address of the pull request, or why there is none."""

    proposal: str = ""
    note: str = ""


def publish(draft: Draft, number: int, branch: Branch, gh: Gh, campaign: Campaign) -> Outcome:
    """Branch, commit, push, pull request. Doing it twice is doing it once.

    Only for a draft that is ready. What an editor did by hand is never overwritten; a proposal that was
    merged or closed is not opened again.
    """
    proposals = _proposals(gh, branch.name)
    opened = next((proposal for proposal in proposals if proposal["state"] == "open"), None)
    if opened is None and proposals:
        return Outcome(proposals[0]["html_url"], _MERGED if proposals[0].get("merged_at") else _CLOSED)
    if branch.others_worked_on_it():
        return Outcome(opened["html_url"] if opened else "", _EDITORS_WORK)
    file = draft.file
    if not branch.holds(file.path, file.data):
        # No word of the sender: a title can say "[skip ci]" or "Closes #1".
        branch.publish(file.path, file.data, f"{_title(draft)}\n\nInzending #{number}\n")
    content = {"title": f"{_title(draft)} (inzending {number})", "body": _body(draft, number, campaign)}
    if opened is None:
        opened = gh.send("POST", "pulls", {**content, "head": branch.name, "base": campaign.facts.branch})
    elif (opened["title"], str(opened.get("body") or "").replace("\r\n", "\n").strip()) != (
        content["title"],
        content["body"].strip(),
    ):
        gh.send("PATCH", f"pulls/{int(opened['number'])}", content)
    return Outcome(opened["html_url"])


def _proposals(gh: Gh, branch: str) -> list[dict[str, Any]]:
    """The pull requests from this branch of this repository, the newest first; a fork may have one of that name."""
    found = gh.get("pulls", state="all", head=f"{gh.owner}:{branch}", per_page="20")
    own = [proposal for proposal in found if (proposal["head"].get("repo") or {}).get("full_name") == gh.repository]
    return [proposal for proposal in own if proposal["head"].get("ref") == branch]


def _title(draft: Draft) -> str:
    kind = "tip" if draft.is_tip else "initiatief"
    return f"{'Wijziging van' if draft.former else 'Nieuw'} {kind}: {draft.file.slug}".replace(
        "Nieuw tip", "Nieuwe tip"
    )


def _body(draft: Draft, number: int, campaign: Campaign) -> str:
    """For the editor, who approves what it means; the check has been done, so a run of it adds nothing."""
    return shortened(
        f"Closes #{number}\n\n"
        "Gemaakt uit het formulier en nagekeken met `doemee check`: er zijn geen fouten. "
        "Klopt wat er staat? Dan kan je het opnemen. "
        "Je mag het hier ook zelf verbeteren: daarna blijft het formulier ervan af.\n\n"
        f"{card(draft, campaign)}"
    )
