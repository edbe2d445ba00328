"""The comment on a pull request: "Zo ziet het eruit", made by the code of the default branch from the branch's data."""

from doemee.github.answer import shortened
from doemee.github.pull_request import PullRequest
from doemee.load.loader import load
from doemee.project import Project, Scope, is_tip, model_of
from doemee.write.pages.review import code, review

MAX_SHOWN = 20


def overview(pull: PullRequest, project: Project, run: str) -> str:
    """The Markdown. `run` is the address of the run, where the full check and the built site are."""
    files = [load(path, data, model_of(path)) for path, data in pull.texts.items()]
    changed = project.changed(files, set(pull.gone) - pull.texts.keys(), pull.images)
    problems = changed.problems(Scope(frozenset((*pull.texts, *pull.gone))), since=project)
    initiatives = [file for file in files if not is_tip(file.path)]
    former = {loaded.slug: loaded for loaded in project.initiatives.values() if loaded.complete}
    parts = [review(initiatives, former, problems, project.campaign)]
    if pull.elsewhere:
        parts.append(_elsewhere(pull.elsewhere))
    if pull.not_read:
        parts.append(f"Nog {pull.not_read} bestanden zijn hier niet nagekeken: het zijn er te veel in één keer.\n")
    parts.append(f"De volledige controle, met de gebouwde site als `voorbeeld` om te downloaden: {run}\n")
    return shortened("\n".join(parts))


def _elsewhere(paths: list[str]) -> str:
    """For the editors: what is not an initiative needs another eye."""
    shown = "".join(f"- {code(path)}\n" for path in paths[:MAX_SHOWN])
    more = f"- en nog {len(paths) - MAX_SHOWN} andere\n" if len(paths) > MAX_SHOWN else ""
    heading = "### Let op: hier verandert meer dan initiatieven"
    return f"{heading}\n\nLaat iemand die de code kent, naar deze bestanden kijken:\n\n{shown}{more}"
