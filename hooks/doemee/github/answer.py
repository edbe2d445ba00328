"""The answer under an issue, in Markdown: what to change, in the words of the form, or how it will look.

Every submitted text stands in a code span (write/review.py): it can be neither markup nor a mention.
"""

from doemee.github.draft import Draft
from doemee.github.issue_form import Refusal
from doemee.load.submission import Submission, Tip
from doemee.model.campaign import Campaign
from doemee.problems import Problem, Severity, errors
from doemee.write.pages.review import code, review

MAX_ANSWER = 60_000
"""GitHub takes 65,536 signs of a comment."""

MAX_REMARKS = 40

_LABELS = {"geen-plaats": "locatie.postcode"}

_HOW_TO_EDIT = (
    "Pas het hierboven aan: klik rechtsboven in je eigen bericht op de drie puntjes en kies **Edit**. "
    "Laat de regels met ### staan. Na het bewaren kijken we opnieuw."
)


def answer(draft: Draft, campaign: Campaign, *, proposal: str = "", note: str = "") -> str:
    """The whole answer. `proposal` is the address of the pull request when there is one, `note` a last sentence."""
    parts = []
    wrong = [_refused(refusal) for refusal in draft.refusals] + [
        _told(problem, draft) for problem in errors(draft.problems)
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
    doubts = [_told(problem, draft) for problem in draft.problems if problem.severity is Severity.WARNING]
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
    """How it will look, and what changes of what is published."""
    loaded = draft.loaded
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


def _told(problem: Problem, draft: Draft) -> str:
    subject = _label(problem, draft)
    message, hint = _sentence(problem.message), _sentence(problem.form_hint or problem.hint)
    # The catalogue quotes what was sent: only a cure in our own words alone may stand outside the code span.
    ours = problem.form_hint and "“" not in problem.form_hint
    said = f"{code(message)} {hint}" if ours else code(f"{message} {hint}" if hint else message)
    return f"**{subject}:** {said}" if subject else said


def _label(problem: Problem, draft: Draft) -> str:
    """The question that a problem is about; of a moment also which one."""
    labels = {question.key: question.label for question in draft.questions}
    key = _LABELS.get(problem.code, problem.field)
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
    if first == "momenten" and (number := _moment(problem, draft)):
        return f"{nearby}, moment {number}"
    model = Tip if draft.is_tip else Submission
    return nearby or (model.model_fields[first].title if first in model.model_fields else "")


def _moment(problem: Problem, draft: Draft) -> int:
    """The number of the moment on whose lines a problem is; 0 when there is only one, or none."""
    moments = draft.loaded.tree.data.get("momenten") if draft.loaded and draft.loaded.tree else None
    if not isinstance(moments, list) or len(moments) < 2:
        return 0
    lines = [draft.loaded.tree.position(("momenten", number))[0] for number in range(len(moments))]
    return sum(line <= problem.line for line in lines)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) or not text else '.'}"
