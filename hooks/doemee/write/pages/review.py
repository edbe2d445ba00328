"""The summary of a pull request, in Markdown: "Zo ziet het eruit".

An organisation's volunteer cannot review YAML but sees at once that "zondag" should have been
"zaterdag"; an editor approves meaning, not syntax. Every submitted text stands in a code span: it is
shown, and can be neither markup nor a mention.
"""

import re
from typing import Any

from doemee.load import submission
from doemee.load.declared import INITIATIVE, Field
from doemee.load.loader import Loaded
from doemee.load.spelling import Price
from doemee.model import addresses, dutch
from doemee.model.agenda import Agenda
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment, resolve
from doemee.problems import Problem, errors, summary

MAX_INITIATIVES = 50
"""A summary may be 1 MiB; more than this nobody reads in one pull request."""


def review(
    files: list[Loaded], former: dict[str, Loaded], problems: list[Problem], campaign: Campaign, tips: int = 0
) -> str:
    """The Markdown for some files. `former` holds the published version of those that change, by slug.

    `tips` counts the tips that were looked at too: their problems are among `problems`, their text is in the change.
    """
    parts = ["## Zo ziet het eruit\n", f"{summary(problems, len(files) + tips)}\n"]
    if problems:
        parts.append("### Wat er te doen is\n\n" + "".join(f"- {_problem(problem)}\n" for problem in problems))
    broken = {problem.file for problem in errors(problems)}
    ready = [loaded for loaded in files if loaded.path not in broken]
    parts += (_card(loaded, _former(loaded, former), campaign) for loaded in ready[:MAX_INITIATIVES])
    if len(ready) > MAX_INITIATIVES:
        parts.append(f"En nog {len(ready) - MAX_INITIATIVES} initiatieven, die hier niet getoond worden.\n")
    return "\n".join(parts)


def code(text: Any) -> str:
    """Text in a code span that it cannot leave: on one line, with a fence longer than any run of backticks in it."""
    line = " ".join(str(text).split())
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    return f"{fence} {line} {fence}"


def _former(loaded: Loaded, former: dict[str, Loaded]) -> Loaded | None:
    """What was published under its present name, or under the one it had before."""
    return next((former[slug] for slug in (loaded.slug, *loaded.submission.eerder) if slug in former), None)


def _problem(problem: Problem) -> str:
    where = code(f"{problem.file}:{problem.line}:{problem.column}")
    what = f"{problem.field}: {problem.sentence}" if problem.field else problem.sentence
    return f"{where} **{problem.severity}** {code(what)}"


def _card(loaded: Loaded, published: Loaded | None, campaign: Campaign) -> str:
    initiative = resolve(loaded, campaign)
    lines = [f"### {code(initiative.sent.titel)}", "", code(loaded.path), ""]
    lines += [f"- **Wanneer:** {_when(moment)}" for moment in initiative.moments]
    lines += [
        f"- **Waar:** {where}" for where in dict.fromkeys(_where(moment, campaign) for moment in initiative.moments)
    ]
    lines.append(f"- **Organisatie:** {', '.join(code(name) for name in initiative.organisations.values())}")
    lines.append(f"- **Adres:** {code('/' + addresses.initiative(initiative.slug))}")
    lines.append(
        f"- **Staat straks in:** {', '.join(code('/' + addresses.feed(page)) for page in _pages(initiative, campaign))}"
    )
    if published is not None:
        lines += ["", *_changes(published, loaded, campaign)]
    return "\n".join(lines) + "\n"


def _when(moment: Moment) -> str:
    name = f"{code(moment.title)}: " if moment.title else ""
    status = f" (**{moment.status}**)" if moment.status != "bevestigd" else ""
    return f"{name}{dutch.moment(moment)}{status}"


def _where(moment: Moment, campaign: Campaign) -> str:
    parts = [code(moment.venue.line)] if moment.venue else []
    parts += [campaign.regions[region].name for region in moment.regions]
    if moment.online:
        parts.append(f"online {code(moment.online)}" if isinstance(moment.online, str) else "online")
    return ", ".join(parts)


def _pages(initiative: Initiative, campaign: Campaign) -> list[str]:
    """The views whose feed the initiative will be in; the day does not matter for that."""
    agenda = Agenda(campaign, [initiative], campaign.facts.start)
    return [view.page for view in agenda.views if view.entries]


def _changes(published: Loaded, loaded: Loaded, campaign: Campaign) -> list[str]:
    """A table of what was and what becomes."""
    rows = []
    for field in INITIATIVE.fields:
        was, becomes = _shown(published, field, campaign), _shown(loaded, field, campaign)
        if was != becomes:
            rows.append(f"| {field.title} | {_cell(was)} | {_cell(becomes)} |")
    if published.body != loaded.body:
        rows.append("| Beschrijving | | aangepast |")
    if not rows:
        return ["Er verandert niets aan wat mensen zien."]
    return ["| | was | wordt |", "| --- | --- | --- |", *rows]


def _shown(loaded: Loaded, field: Field, campaign: Campaign) -> str:
    if field.model is submission.Moment:
        return "; ".join(_phrase(moment) for moment in resolve(loaded, campaign).moments)
    return _plain(getattr(loaded.submission, field.name), field)


def _phrase(moment: Moment) -> str:
    name = f"{moment.title}: " if moment.title else ""
    status = f" ({moment.status})" if moment.status != "bevestigd" else ""
    return f"{name}{dutch.moment(moment)}{status}"


def _plain(value: Any, field: Field) -> str:
    """A value as a short text: the words that were sent, not Python's."""
    if value is None or value == []:
        return ""
    if value is True or value is False:
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(_plain(item, field) for item in value)
    if field.fields:
        return ", ".join(filter(None, (_plain(getattr(value, inner.name), inner) for inner in field.fields)))
    return value.text if isinstance(value, Price) else str(value)


def _cell(text: str) -> str:
    return code(text[:300]).replace("|", "\\|") if text else ""
