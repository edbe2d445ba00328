"""From an issue to the file that it asks for, with everything that is wrong in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from doemee.github.event import Issue
from doemee.github.form_fields import corrected, fields
from doemee.github.form_files import LABEL_OF_TIP
from doemee.github.issue_form import Answers, Refusal, read
from doemee.github.questions import EXISTING, Question, initiative_questions, tip_questions
from doemee.load.declared import BODY, INITIATIVE, TIP
from doemee.load.loader import Loaded, load
from doemee.load.submission import Tip
from doemee.problems import Problem, errors
from doemee.project import INITIATIVES, TIPS, Project, Scope, is_tip
from doemee.text import slugify
from doemee.write.data.submission_file import file_text

MAX_SLUG = 80
_ADDRESS = re.compile(
    r"(?:https?://[^\s]*?/initiatieven/|/?initiatieven/|data/initiatives/(?:[\w-]+/)*)?([a-z0-9-]{3,80})(?:/|\.ics|\.md|\.yml)?"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an issue asks for. There is a file as soon as its answers could be read; it is right when `ready`."""

    questions: Sequence[Question]
    refusals: list[Refusal] = field(default_factory=list)
    loaded: Loaded | None = None
    former: Loaded | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def ready(self) -> bool:
        """Whether it may become a proposal: nothing blocks."""
        return self.loaded is not None and not self.refusals and not errors(self.problems)

    @property
    def file(self) -> Loaded:
        """The file of a draft that is ready. Raises ValueError when there is none."""
        if self.loaded is None:
            raise ValueError("a draft whose answers could not be read has no file")
        return self.loaded

    @property
    def is_tip(self) -> bool:
        """Whether the file is one of a tip."""
        return self.loaded is not None and is_tip(self.loaded.path)


def draft(issue: Issue, project: Project, path: str | None = None) -> Draft:
    """Read the issue and check the file that it becomes.

    `path` is the file that it became before, in the branch of its proposal: the name stays, whatever
    happens to the title, for it is an address.
    """
    tip = LABEL_OF_TIP in issue.labels
    questions = tip_questions(project.campaign) if tip else initiative_questions(project.campaign)
    try:
        answers, refusals = read(issue.body, questions)
    except Refusal as refusal:
        return Draft(questions, [refusal])
    found, unread = fields(answers, questions)
    refusals += unread
    if tip:
        path = path if path and is_tip(path) else f"{TIPS}/{_free_slug(answers, issue, project.taken_tips)}.md"
        data = file_text(found, answers.get(BODY, ""), path=path, declared=TIP).encode()
        loaded = load(path, data, Tip)
        return Draft(questions, refusals, loaded, None, _problems(loaded, project))
    former = None
    if EXISTING in answers:
        former = _existing(answers[EXISTING], project)
        if former is None:
            return Draft(questions, [*refusals, _not_there(questions, answers)])
        path = former.path
        found = corrected(former.tree.data if former.tree else {}, found)
        found.pop(BODY, None)  # of a .yml file it is a field, and body here
    elif not path or not path.startswith(f"{INITIATIVES}/"):
        path = f"{INITIATIVES}/{_free_slug(answers, issue, project.taken)}.md"
    body = answers.get(BODY) or (former.body if former else "")
    loaded = load(path, file_text(found, body, path=path).encode())
    return Draft(questions, refusals, loaded, former, _without_unread(_problems(loaded, project), unread, questions))


def _problems(loaded: Loaded, project: Project) -> list[Problem]:
    """What `doemee check --since` would say of the file. Pictures are not looked into: they are no part of a form."""
    return project.changed([loaded]).problems(Scope(frozenset({loaded.path})), since=project)


def _without_unread(problems: list[Problem], unread: list[Refusal], questions: Sequence[Question]) -> list[Problem]:
    """Not also that there is no moment, when there is one that could not be read."""
    keys = {question.key for question in questions if question.label in {refusal.label for refusal in unread}}
    return [problem for problem in problems if not (problem.field in keys and problem.code == "verplicht-veld")]


def _free_slug(answers: Answers, issue: Issue, taken: frozenset[str]) -> str:
    """From the title; with a number behind it when it is taken, and from the issue when it has no letters."""
    slug = slugify(str(answers.get(INITIATIVE.title.key, "")))  # that of a tip has the same key
    slug = slug if len(slug) >= 3 else f"inzending-{issue.number}"
    tails = ("", *(f"-{number}" for number in range(2, len(taken) + 3)))
    numbered = (slug[: MAX_SLUG - len(tail)].rstrip("-") + tail for tail in tails)
    return next(name for name in numbered if name not in taken)


def _existing(answer: str, project: Project) -> Loaded | None:
    """The file that an address or name means, also when the initiative had that name before."""
    match = _ADDRESS.fullmatch(answer.strip().split("?")[0].split("#")[0])
    by_slug = {loaded.slug: loaded for loaded in project.initiatives.values()}
    for loaded in project.initiatives.values():
        for slug in (loaded.submission and loaded.submission.eerder) or []:
            by_slug.setdefault(slug, loaded)
    return by_slug.get(match[1]) if match else None


def _not_there(questions: Sequence[Question], answers: Answers) -> Refusal:
    label = next(question.label for question in questions if question.key == EXISTING)
    return Refusal(
        label,
        f"“{answers[EXISTING][:80]}” vinden we niet in de kalender",
        "Kopieer het adres van de pagina van je initiatief, of laat dit leeg als het nieuw is",
    )
