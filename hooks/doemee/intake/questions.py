"""`doemee new`: questions one by one, from the declaration of the fields, and a file at the end.

Each answer is judged at once by the check itself, so what comes out is right. Until the last question
nothing is written.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from doemee.check import check, check_tips
from doemee.intake.answers import Draft
from doemee.intake.dialogue import Dialogue, Stopped
from doemee.load.folder import image_names, initiative_paths, readable
from doemee.load.loader import Loaded, load
from doemee.load.submission import Moment, Submission, Tip
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.model.initiative import resolve
from doemee.problems import Problem, errors
from doemee.text import slugify

_WHERE = ("locatie", "online", "bereik")
_OF_EDITORS = ("in_de_kijker", "eerder", "terugblik")
_OWN = frozenset({"locatie", "online", "titel", "status"})
_RARE_IN_A_MOMENT = _OWN | {"id", "weekdag"}


def ask_initiative(root: Path, campaign: Campaign, dialogue: Dialogue | None = None) -> int:
    """Ask for an initiative and write it below `root`. Exit status 0 or 1."""
    dialogue = dialogue or Dialogue()
    folder = root / "data" / "initiatives"
    draft = Draft(campaign, dialogue, image_names(folder))
    dialogue.say(
        f"Een nieuw initiatief voor {campaign.facts.name}",
        "Wat je invult, wordt openbaar. Stoppen kan altijd met Ctrl+C.",
    )
    try:
        _required(draft)
        _until_right(draft, lambda: _moments(draft))
        _optional(draft)
        others = {path: load(readable(path, root), path.read_bytes()) for path in initiative_paths(folder)}
        return _finish(draft, folder, root, others)
    except Stopped:
        dialogue.say("", "Gestopt: er is niets geschreven.")
        return 1


def ask_tip(root: Path, campaign: Campaign, dialogue: Dialogue | None = None) -> int:
    """Ask for a tip and write it below `root`. Exit status 0 or 1."""
    dialogue = dialogue or Dialogue()
    folder = root / "data" / "tips"
    draft = Draft(campaign, dialogue, frozenset(), Tip)
    dialogue.say(
        f"Een nieuwe tip voor {campaign.facts.name}", "Wat je invult, wordt openbaar. Stoppen kan altijd met Ctrl+C."
    )
    try:
        _required(draft)
        _optional(draft)
        paths = initiative_paths(folder)
        return _finish(
            draft, folder, root, {path: load(readable(path, root), path.read_bytes(), Tip) for path in paths}
        )
    except Stopped:
        dialogue.say("", "Gestopt: er is niets geschreven.")
        return 1


def _required(draft: Draft) -> None:
    """The required fields; for an initiative also when and where it is."""
    for name, declared in draft.model.model_fields.items():
        if name == "momenten":
            _moments(draft)
        elif declared.is_required():
            draft.ask_field(name, required=True)
    if draft.model is Submission:
        _where(draft)


def _moments(draft: Draft) -> None:
    """One moment after another, and a recurrence when there is but one."""
    dialogue = draft.dialogue
    rest = {key: item for key, item in draft.fields.items() if key not in ("momenten", "herhaling")}
    moments: list[dict[str, Any]] = []
    while True:
        draft.fields = rest | ({"momenten": moments} if moments else {})
        dialogue.say("", f"Moment {len(moments) + 1}")
        moment = _moment(draft, rest, moments)
        if draft.accepted(rest | {"momenten": [*moments, moment]}, "momenten"):
            moments = [*moments, moment]
            draft.fields = rest | {"momenten": moments}
            if not dialogue.confirm("Nog een moment?", otherwise=False):
                break
    if len(moments) == 1 and dialogue.confirm("Komt dit geregeld terug, bijvoorbeeld elke week?", otherwise=False):
        draft.ask_field("herhaling")


def _moment(draft: Draft, rest: dict[str, Any], before: list[dict[str, Any]]) -> dict[str, Any]:
    """One moment; from the second on it may have its own title, place and the like."""

    def wrap(moment: dict[str, Any]) -> dict[str, Any]:
        return rest | {"momenten": [*before, moment]}

    moment = draft.ask_group(Moment, ("momenten",), wrap, _RARE_IN_A_MOMENT) or {}
    if before and draft.dialogue.confirm("Heeft dit moment een eigen titel, plaats of status?", otherwise=False):
        common = frozenset(Moment.model_fields) - _OWN
        moment |= draft.ask_group(Moment, ("momenten",), lambda own: wrap(moment | own), common) or {}
    return moment


def _where(draft: Draft) -> None:
    """At least one of place, online and reach."""
    dialogue = draft.dialogue
    while not any(draft.fields.get(name) for name in _WHERE):
        dialogue.say("", "Waar is het? (verplicht)")
        options = [
            f"{Submission.model_fields[name].title}: {Submission.model_fields[name].description}" for name in _WHERE
        ]
        chosen = dialogue.choose("Kies 1, 2 of 3:", options)
        if chosen is not None:
            draft.ask_field(_WHERE[chosen])


def _until_right(draft: Draft, again: Callable[[], None]) -> None:
    """Show when it is, with the day of the week, until the person says that it is right."""
    while True:
        loaded = load("data/initiatives/nieuw-bestand.md", draft.text().encode())
        if errors(draft.problems(draft.fields, "herhaling")) or not loaded.complete:
            return
        draft.dialogue.say("", "Dit lezen mensen straks:")
        draft.dialogue.say(*(f"  {dutch.moment(moment)}" for moment in resolve(loaded, draft.campaign).moments))
        if draft.dialogue.confirm("Klopt dat?"):
            return
        again()


def _optional(draft: Draft) -> None:
    """A menu of everything else, until the person has enough."""
    names = [
        name
        for name, declared in draft.model.model_fields.items()
        if not declared.is_required() and name not in _OF_EDITORS
    ]
    names = [name for name in names if name != "herhaling"]
    while True:
        draft.dialogue.say("", "Wil je nog iets toevoegen?")
        options = [_option(draft.model, name, name in draft.fields) for name in names]
        options.append(f"Beschrijving: meer uitleg in gewone zinnen{' (ingevuld)' if draft.body else ''}")
        chosen = draft.dialogue.choose("Kies een getal, of druk op Enter als het goed is:", options)
        if chosen is None:
            return
        if chosen == len(names):
            _body(draft)
        else:
            draft.ask_field(names[chosen])


def _option(model: type[BaseModel], name: str, filled: bool) -> str:
    declared = model.model_fields[name]
    return f"{declared.title}: {declared.description}{' (ingevuld)' if filled else ''}"


def _body(draft: Draft) -> None:
    """The description: lines until one that holds a point only."""
    draft.dialogue.say(
        "Typ je uitleg. Een lege regel begint een nieuwe alinea; een regel met alleen een punt is het einde."
    )
    lines: list[str] = []
    while (line := draft.dialogue.ask(">")) != ".":
        lines.append(line)
    before, draft.body = draft.body, "\n".join(lines)
    wrong = [problem for problem in draft.problems(draft.fields) if problem.field == "beschrijving"]
    draft.dialogue.say(*(f"  {problem.sentence}" for problem in wrong))
    if errors(wrong):
        draft.body = before


def _finish(draft: Draft, folder: Path, root: Path, others: dict[Path, Loaded]) -> int:
    """The name, a last look, the file, and what the check says of it among the others."""
    dialogue = draft.dialogue
    path = folder / f"{_slug(draft, others)}.md"
    while True:
        text = draft.text()
        dialogue.say("", f"Dit komt in {readable(path, root)}:", "", *text.rstrip("\n").split("\n"), "")
        if dialogue.confirm("Bewaren?"):
            break
        _change(draft)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    found = _checked(draft, path, text, root, others)
    dialogue.say(f"Bewaard: {readable(path, root)}", *map(str, found))
    if errors(found):
        dialogue.say("Verbeter dit in het bestand, en kijk het na met: doemee check")
        return 1
    dialogue.say(
        "Alles in orde. Dien het nu in: git add, git commit en een pull request, of stuur het bestand naar de redactie."
    )
    return 0


def _change(draft: Draft) -> None:
    """Ask one of the fields again. Raises Stopped when the person wants none of them."""
    names = [name for name in draft.model.model_fields if name not in _OF_EDITORS]
    draft.dialogue.say("", "Wat wil je veranderen?")
    chosen = draft.dialogue.choose(
        "Kies een getal, of druk op Enter om te stoppen:", [_option(draft.model, n, n in draft.fields) for n in names]
    )
    if chosen is None:
        raise Stopped
    if names[chosen] == "momenten":
        _moments(draft)
        _until_right(draft, lambda: _moments(draft))
    else:
        draft.ask_field(names[chosen], draft.model.model_fields[names[chosen]].is_required())
    if draft.model is Submission:
        _where(draft)


def _checked(draft: Draft, path: Path, text: str, root: Path, others: dict[Path, Loaded]) -> list[Problem]:
    loaded = load(readable(path, root), text.encode(), draft.model)
    if draft.model is not Submission:
        return [
            problem for problem in check_tips([*others.values(), loaded], draft.campaign) if problem.file == loaded.path
        ]
    return [
        problem
        for problem in check([*others.values(), loaded], draft.campaign, draft.images)
        if problem.file == loaded.path
    ]


def _slug(draft: Draft, others: dict[Path, Loaded]) -> str:
    """The name of the file, which is the address of the page: from the title, or as the person wishes."""
    taken = {loaded.slug for loaded in others.values()}
    proposed = slugify(str(draft.fields["titel"]))
    if proposed in taken:
        proposed = (
            f"{proposed[:76].rstrip('-')}-{next(n for n in range(2, 10_000) if f'{proposed[:76]}-{n}' not in taken)}"
        )
    while True:
        draft.dialogue.say("", "De naam van het bestand wordt het adres van de pagina en verandert later niet meer.")
        slug = draft.dialogue.ask(f"Naam [{proposed}]:").removesuffix(".md") or proposed
        named = load(f"{slug}.md", draft.text().encode(), draft.model)
        wrong = [
            p
            for p in (named.problems if draft.model is Submission else check_tips([named], draft.campaign))
            if p.code == "bestandsnaam"
        ]
        if slug in taken:
            draft.dialogue.say("  Er is al een bestand met die naam.")
        elif wrong or "/" in slug or "\\" in slug:
            draft.dialogue.say("  Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens.")
        else:
            return slug
