"""`doemee github …`: what the workflows call.

formulieren   write the issue forms from the declaration of the fields
issue         an issue becomes a file, an answer and, with --publish, a pull request
comment       a finished check becomes a comment on its pull request
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from doemee.github import pull_request
from doemee.github.answer import answer
from doemee.github.branch import Branch
from doemee.github.draft import draft
from doemee.github.event import Issue, UnusableEvent, read_issue, read_run
from doemee.github.form_files import LABEL_OF_INITIATIVE, LABEL_OF_TIP, form_files
from doemee.github.gh import Gh, GitHubFailed
from doemee.github.overview import overview
from doemee.github.publish import Outcome, publish
from doemee.github.sticky import ANSWER, OVERVIEW, stick
from doemee.outside import Outside
from doemee.project import Project, find_root


def add_commands(subparsers: Any) -> None:
    """Add `github` to the commands of the command line; `run` of what was parsed does it, and gives the exit status."""
    parser = subparsers.add_parser(
        "github", help="voor de automatische stappen op GitHub", description="Wat de workflows op GitHub doen."
    )
    commands = parser.add_subparsers(dest="github_command", required=True, metavar="STAP")
    forms = commands.add_parser(
        "formulieren", help="schrijf de formulieren opnieuw, na een wijziging van de velden of de tabellen"
    )
    forms.set_defaults(run=_forms)
    issue = commands.add_parser("issue", help="maak van een ingevuld formulier een bestand en toon het antwoord")
    issue.add_argument(
        "--comment", action="store_true", help="schrijf geen bestand, maar zet het antwoord onder het formulier"
    )
    issue.add_argument(
        "--publish", action="store_true", help="schrijf geen bestand, maar maak of wijzig het voorstel (pull request)"
    )
    issue.set_defaults(run=_issue)
    comment = commands.add_parser("comment", help="toon bij een pull request hoe het eruitziet")
    comment.set_defaults(run=_comment)
    for command in (issue, comment):
        about = "de gebeurtenis in JSON; op GitHub: $GITHUB_EVENT_PATH"
        command.add_argument("--event", type=Path, required=True, metavar="BESTAND", help=about)


def _forms(_: argparse.Namespace, __: Outside) -> int:
    for path, text in form_files(_project().campaign).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
    return 0


def _issue(given: argparse.Namespace, outside: Outside) -> int:
    """0 when the answer was given or the file is right, 1 when it is not or GitHub failed, 2 for another event."""
    try:
        issue = read_issue(given.event.read_bytes())
        if not issue.open or not issue.labels & {LABEL_OF_INITIATIVE, LABEL_OF_TIP}:
            print("Dit is geen open formulier van een initiatief of een tip: er is niets te doen.")
            return 0
        return _handle(issue, outside, comment=given.comment, publishing=given.publish)
    except (UnusableEvent, GitHubFailed) as error:
        return _failed(error)


def _handle(issue: Issue, outside: Outside, *, comment: bool, publishing: bool) -> int:
    project = _project()
    if not comment and not publishing:
        made = draft(issue, project)
        if made.ready:
            path = project.root / made.file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made.file.data)
        sys.stdout.write(answer(made, project.campaign))
        return 0 if made.ready else 1
    gh = _gh(outside)
    # The name that it has in its proposal stays, so the branch counts even when nothing will be published.
    branch = Branch(outside.git(project.root), issue.number)
    made = draft(issue, project, branch.path())
    outcome = publish(made, issue.number, branch, gh, project.campaign) if made.ready and publishing else Outcome()
    if comment:
        stick(gh, issue.number, ANSWER, answer(made, project.campaign, proposal=outcome.proposal, note=outcome.note))
    return 0


def _comment(given: argparse.Namespace, outside: Outside) -> int:
    try:
        run = read_run(given.event.read_bytes())
        gh = _gh(outside)
        number = pull_request.find(gh, run)
        if number is None:
            print("Er is geen open pull request met deze commit: er is niets te doen.")
            return 0
        stick(gh, number, OVERVIEW, overview(pull_request.read(gh, number), _project(), run.address))
    except (UnusableEvent, GitHubFailed) as error:
        return _failed(error)
    return 0


def _project() -> Project:
    """The project in which one stands. Raises OSError when it is none, BrokenCampaign when its tables are wrong."""
    here = Path.cwd()
    return Project.open(find_root(here) or here)


def _gh(outside: Outside) -> Gh:
    return Gh(outside.variable("GITHUB_REPOSITORY"), outside)


def _failed(error: Exception) -> int:
    """A stranger's text may be in it: one line, and nothing that starts a command of GitHub's."""
    print(f"fout: {str(error)!a}", file=sys.stderr)
    return 2 if isinstance(error, UnusableEvent) else 1
