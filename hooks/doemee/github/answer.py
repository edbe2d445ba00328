"""The answer under an issue, in Markdown: what to change, in the words of the form, or how it will look.

Every submitted text stands in a code span (write/pages/review.py): it can be neither markup nor a mention.
"""

from doemee.github.draft import Draft
from doemee.github.issue_form import Refusal
from doemee.load.declared import INITIATIVE, TIP, Declaration, Field
from doemee.model.campaign import Campaign
from doemee.problems import Problem, Severity, errors
from doemee.write.pages.review import code, review

MAX_ANSWER = 60_000
"""GitHub takes 65,536 characters of a comment."""

MAX_REMARKS = 40


_HOW_TO_EDIT = (
    "Pas het hierboven aan: klik rechtsboven in je eigen bericht op de drie puntjes en kies **Edit**. "
    "Laat de regels met ### staan. Na het bewaren kijken we opnieuw."
)


def answer(draft: Draft, campaign: Campaign, *, proposal: str = "", note: str = "") -> str:
    """The whole answer. `proposal` is the address of the pull request when there is one, `note` a last sentence."""
    parts = []
    wrong = [_refused(refusal) for refusal in draft.refusals] + [
        _reported(problem, draft) for problem in errors(draft.problems)
    ]
    if wrong:
        parts += [
            "### Bijna klaar\n",
            "Bedankt voor je inzending! Dit moet nog anders:\n",
            _list(wrong),
            _HOW_TO_EDIT + "\n",
        ]
    else:
        parts.append("### Alles is ingevuld\n\nBedankt voor je inzending! Zo komt ze op de site:\n")
        parts.append(card(draft, campaign))
    doubts = [_reported(problem, draft) for problem in draft.problems if problem.severity is Severity.WARNING]
    if doubts:
        parts += ["**Kijk dit nog even na.** Het hoeft niet fout te zijn:\n", _list(doubts)]
    if proposal:
        parts.append(f"Het voorstel voor de redactie: {proposal}\n")
    elif not wrong and not note:
        parts.append("Een redacteur kijkt het na en neemt het dan op. Iets vergeten? Pas je bericht hierboven aan.\n")
    if note:
        parts.append(note + "\n")
    return shortened("\n".join(parts))


def card(draft: Draft, campaign: Campaign) -> str:
    """How it will look, and what changes of what is published. Raises ValueError when there is no file to show."""
    loaded = draft.loaded
    if loaded is None:
        raise ValueError("no file came of this form")
    if draft.is_tip:
        theme = campaign.themes[loaded.submission.thema]
        facts = {
            "Samenvatting": code(loaded.submission.samenvatting),
            "Thema": theme.name,
            "Adres": code(f"/tips/{loaded.slug}/"),
        }
        return "\n".join(
            [f"### {code(loaded.submission.titel)}", "", *(f"- **{key}:** {value}" for key, value in facts.items()), ""]
        )
    former = {draft.former.slug: draft.former} if draft.former and draft.former.complete else {}
    # The heading of a summary and its count of files are for a pull request; the card starts at its title.
    return "### " + review([loaded], former, [], campaign).split("\n### ", 1)[1]


def shortened(markdown: str) -> str:
    """As much as fits in a comment, in whole lines."""
    if len(markdown) <= MAX_ANSWER:
        return markdown
    return markdown[:MAX_ANSWER].rsplit("\n", 1)[0] + "\n\nDe rest past hier niet.\n"


def _list(remarks: list[str]) -> str:
    unique = list(dict.fromkeys(remarks))
    more = [f"en nog {len(unique) - MAX_REMARKS} andere"] if len(unique) > MAX_REMARKS else []
    return "".join(f"- {remark}\n" for remark in [*unique[:MAX_REMARKS], *more])


def _refused(refusal: Refusal) -> str:
    subject = f"**{refusal.label}:** " if refusal.label else ""
    return f"{subject}{code(_sentence(refusal.message))} {_sentence(refusal.hint)}"


def _reported(problem: Problem, draft: Draft) -> str:
    subject = _label(problem, draft)
    message, hint = _sentence(problem.message), _sentence(problem.form_hint or problem.hint)
    # The catalogue quotes what was sent: only a cure in our own words alone may stand outside the code span.
    ours = problem.form_hint and "“" not in problem.form_hint
    said = f"{code(message)} {hint}" if ours else code(f"{message} {hint}" if hint else message)
    return f"**{subject}:** {said}" if subject else said


def _label(problem: Problem, draft: Draft) -> str:
    """The question that a problem is about; of one of a list of groups also which one."""
    declared = TIP if draft.is_tip else INITIATIVE
    labels = {question.key: question.label for question in draft.questions}
    key = problem.field or _needed(problem.code, declared)
    if not key:
        return ""
    first = key.split(".")[0]
    nearby = (
        labels.get(key)
        or labels.get(first)
        or next(
            (label for name, label in labels.items() if name.startswith(f"{first}.") or name.endswith(f".{first}")), ""
        )
    )
    field = declared.by_key.get(first)
    if field and field.each and (number := _number(problem, field, draft)):
        return f"{nearby}, {field.each.one} {number}"
    return nearby or (field.title if field else "")


def _needed(code: str, declared: Declaration) -> str:
    """Of the problem that none of some fields is filled in: what to fill in first. Nothing for another problem."""
    fields = (fields for section, fields in declared.by_section() if section.one_of and section.one_of == code)
    return next((leaf.key for field in next(fields, ()) for leaf in field.leaves() if leaf.required), "")


def _number(problem: Problem, field: Field, draft: Draft) -> int:
    """The number of the moment on whose lines a problem is; 0 when there is only one, or none."""
    tree = draft.loaded.tree if draft.loaded else None
    items = tree.data.get(field.name) if tree else None
    if tree is None or not isinstance(items, list) or len(items) < 2:
        return 0
    lines = [tree.position((field.name, number))[0] for number in range(len(items))]
    return sum(line <= problem.line for line in lines)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) or not text else '.'}"
