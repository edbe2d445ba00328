"""`doemee new`: questions one by one, from the declaration of the fields, and a file at the end.

Each answer is judged at once by the check itself, so what comes out is right. Until the last question
nothing is written.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from doemee.check import check, check_one, check_tips
from doemee.intake.answers import Interview
from doemee.intake.dialogue import Dialogue, Stopped
from doemee.load.declared import BODY, INITIATIVE, TIP, Field
from doemee.load.folder import image_names, initiative_paths, readable
from doemee.load.loader import Loaded, load
from doemee.load.marks import Setter
from doemee.load.submission import Moment, Recurrence
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.model.initiative import resolve
from doemee.problems import Problem, errors
from doemee.text import slugify

Among = Callable[[Sequence[Loaded]], list[Problem]]
"""What is wrong with files, also with one because of another."""


def ask_initiative(root: Path, campaign: Campaign, dialogue: Dialogue | None = None) -> int:
    """Ask for an initiative and write it below `root`. Exit status 0 or 1."""
    folder = root / "data" / "initiatives"
    images = image_names(folder)
    declared = campaign.declared(INITIATIVE)
    interview = Interview(declared, campaign, dialogue or Dialogue(), lambda file: check_one(file, campaign, images))
    interview.dialogue.say(f"Een nieuw initiatief voor {campaign.facts.name}")
    return _ask(interview, folder, root, lambda files: check(files, campaign, images))


def ask_tip(root: Path, campaign: Campaign, dialogue: Dialogue | None = None) -> int:
    """Ask for a tip and write it below `root`. Exit status 0 or 1."""
    declared = campaign.declared(TIP)
    interview = Interview(declared, campaign, dialogue or Dialogue(), lambda file: check_tips([file], campaign))
    interview.dialogue.say(f"Een nieuwe tip voor {campaign.facts.name}")
    return _ask(interview, root / "data" / "tips", root, lambda files: check_tips(files, campaign))


def _ask(interview: Interview, folder: Path, root: Path, among: Among) -> int:
    """From the first question to the file. Exit status 0 or 1."""
    interview.dialogue.say("Wat je invult, wordt openbaar. Stoppen kan altijd met Ctrl+C.")
    try:
        ask_required(interview)
        _until_right(interview)
        ask_optional(interview)
        paths = initiative_paths(folder)
        model = interview.declared.model
        others = [load(readable(path, root), path.read_bytes(), model) for path in paths]
        return _finish(interview, folder, root, others, among)
    except Stopped:
        interview.dialogue.say("", "Gestopt: er is niets geschreven.")
        return 1


def ask_required(interview: Interview) -> None:
    """The required fields, and one of those of which one is needed."""
    for field in interview.declared.fields:
        if field.required:
            _ask_one(interview, field)
    _one_of(interview)


def _ask_one(interview: Interview, field: Field) -> None:
    """One field; with the moments also the recurrence, which goes with one moment only."""
    recurrence = interview.declared.of(Recurrence) if field.model is Moment else None
    if recurrence:
        interview.forget(recurrence)
    interview.ask(field, field.required)
    if recurrence and len(interview.fields[field.name]) == 1:
        question = "Komt dit geregeld terug, bijvoorbeeld elke week?"
        if interview.dialogue.confirm(question, otherwise=False):
            interview.ask(recurrence)


def _one_of(interview: Interview) -> None:
    """At least one of place, online and reach."""
    dialogue, fields = interview.dialogue, interview.declared.one_of()
    while fields and not any(interview.fields.get(field.name) for field in fields):
        dialogue.say("", f"{_heading(fields)} (verplicht)")
        numbers = [str(number) for number in range(1, len(fields) + 1)]
        prompt = f"Kies {', '.join(numbers[:-1])} of {numbers[-1]}:"
        chosen = dialogue.choose(prompt, [f"{field.title}: {field.help}" for field in fields])
        if chosen is not None:
            interview.ask(fields[chosen])


def _heading(fields: Sequence[Field]) -> str:
    """What those fields answer together: `Waar is het?`"""
    section = fields[0].section
    return f"{section.title if section else fields[0].title} is het?"


def _until_right(interview: Interview) -> None:
    """Show when it is, with the day of the week, until the person says that it is right."""
    moments, recurrence = interview.declared.of(Moment), interview.declared.of(Recurrence)
    while moments and recurrence:
        loaded = load("data/initiatives/nieuw-bestand.md", interview.text().encode())
        if errors(interview.problems(interview.fields, recurrence.name)) or not loaded.complete:
            return
        sentences = [f"  {dutch.moment(moment)}" for moment in resolve(loaded, interview.campaign).moments]
        interview.dialogue.say("", "Dit lezen mensen straks:", *sentences)
        if interview.dialogue.confirm("Klopt dat?"):
            return
        _ask_one(interview, moments)


def ask_optional(interview: Interview) -> None:
    """A menu of everything else, until the person has enough."""
    fields = [field for field in _for_the_sender(interview) if not field.required and field.model is not Recurrence]
    body = interview.declared.body
    while True:
        interview.dialogue.say("", "Wil je nog iets toevoegen?")
        lines = [_option(interview, field) for field in fields]
        if body:
            lines.append(f"{body.title}: meer uitleg in gewone zinnen{' (ingevuld)' if interview.body else ''}")
        chosen = interview.dialogue.choose("Kies een getal, of druk op Enter als het goed is:", lines)
        if chosen is None:
            return
        if chosen == len(fields):
            _body(interview)
        else:
            interview.ask(fields[chosen])


def _for_the_sender(interview: Interview) -> list[Field]:
    return [field for field in interview.declared.fields if field.setter is Setter.SENDER]


def _option(interview: Interview, field: Field) -> str:
    return f"{field.title}: {field.help}{' (ingevuld)' if field.name in interview.fields else ''}"


def _body(interview: Interview) -> None:
    """The description: lines until one that holds a point only."""
    interview.dialogue.say(
        "Typ je uitleg. Een lege regel begint een nieuwe alinea; een regel met alleen een punt is het einde."
    )
    lines: list[str] = []
    while (line := interview.dialogue.ask(">")) != ".":
        lines.append(line)
    before, interview.body = interview.body, "\n".join(lines)
    wrong = [problem for problem in interview.problems(interview.fields) if problem.field == BODY]
    interview.dialogue.say(*(f"  {problem.sentence}" for problem in wrong))
    if errors(wrong):
        interview.body = before


def _finish(interview: Interview, folder: Path, root: Path, others: list[Loaded], among: Among) -> int:
    """The name, a last look, the file, and what the check says of it among the others."""
    dialogue = interview.dialogue
    path = folder / f"{_slug(interview, {loaded.slug for loaded in others})}.md"
    while True:
        text = interview.text()
        dialogue.say("", f"Dit komt in {readable(path, root)}:", "", *text.rstrip("\n").split("\n"), "")
        if dialogue.confirm("Bewaren?"):
            break
        _change(interview)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    loaded = load(readable(path, root), text.encode(), interview.declared.model)
    found = [problem for problem in among([*others, loaded]) if problem.file == loaded.path]
    dialogue.say(f"Bewaard: {loaded.path}", *map(str, found))
    if errors(found):
        dialogue.say("Verbeter dit in het bestand, en kijk het na met: doemee check")
        return 1
    dialogue.say(
        "Alles in orde. Dien het nu in: git add, git commit en een pull request, of stuur het bestand naar de redactie."
    )
    return 0


def _change(interview: Interview) -> None:
    """Ask one of the fields again. Raises Stopped when the person wants none of them."""
    fields = _for_the_sender(interview)
    interview.dialogue.say("", "Wat wil je veranderen?")
    lines = [_option(interview, field) for field in fields]
    chosen = interview.dialogue.choose("Kies een getal, of druk op Enter om te stoppen:", lines)
    if chosen is None:
        raise Stopped
    _ask_one(interview, fields[chosen])
    if fields[chosen].model is Moment:
        _until_right(interview)
    _one_of(interview)


def _slug(interview: Interview, taken: set[str]) -> str:
    """The name of the file, which is the address of the page: from the title, or as the person wishes."""
    proposed = slugify(str(interview.fields[interview.declared.title.name]))
    if proposed in taken:
        stem = proposed[:76].rstrip("-")
        number = next(number for number in range(2, 10_000) if f"{stem}-{number}" not in taken)
        proposed = f"{stem}-{number}"
    while True:
        interview.dialogue.say(
            "", "De naam van het bestand wordt het adres van de pagina en verandert later niet meer."
        )
        slug = interview.dialogue.ask(f"Naam [{proposed}]:").removesuffix(".md") or proposed
        named = load(f"{slug}.md", interview.text().encode(), interview.declared.model)
        if slug in taken:
            interview.dialogue.say("  Er is al een bestand met die naam.")
        elif "/" in slug or "\\" in slug or any(p.code == "bestandsnaam" for p in interview.judge(named)):
            interview.dialogue.say("  Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens.")
        else:
            return slug
