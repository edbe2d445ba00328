"""The workflows give strangers nothing: pinned actions, least rights, no text of theirs in a command."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.example_campaign import ROOT, campaign

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FOLDER = ".github/workflows"


def content(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


def jobs(path: Path) -> dict[str, dict]:
    return content(path)["jobs"]


def steps(path: Path) -> list[dict]:
    return [step for job in jobs(path).values() for step in job["steps"]]


each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_there_are_four_workflows():
    """A new one needs its place in the rules below."""
    assert [path.name for path in WORKFLOWS] == ["check.yml", "comment.yml", "inzending.yml", "publish.yml"]


@each
def test_actions_are_githubs_own_and_pinned(path):
    """By the hash of a commit, with the version for people behind it."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    for line in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", line)


def test_one_action_has_one_version():
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))}
    assert len({line.split("@")[0] for line in used}) == len(used)


@each
def test_every_job_ends_and_says_what_it_may(path):
    """Rights are none, but for what a job names itself."""
    assert content(path)["permissions"] in ("{}", {})
    assert content(path)["concurrency"]["group"]
    for job in jobs(path).values():
        assert 1 <= int(job["timeout-minutes"]) <= 30
        assert job["permissions"]


@each
def test_no_command_holds_an_expression(path):
    """Neither a stranger's text nor anything else is pasted into a command: values come in by the environment."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@each
def test_no_environment_holds_a_strangers_text(path):
    """Title, body, names of branches and of people are read from the file of the event, by the program."""
    values = [str(value) for step in steps(path) for value in step.get("env", {}).values()]
    allowed = r"\$\{\{ (github\.token|github\.server_url|github\.repository|github\.event\.pull_request\.base\.sha|steps\.pages\.outputs\.base_url) \}\}"
    assert [value for value in values if "${{" in re.sub(allowed, "", value)] == []


@each
def test_commands_are_those_of_the_project(path):
    """The same as on a developer's machine."""
    commands = [step["run"] for step in steps(path) if "run" in step]
    assert [
        command for command in commands if not re.match(r"(make [a-z./]+$|\.ci/run$|\.venv/bin/doemee )", command)
    ] == []


@each
def test_no_token_stays_behind_in_the_checkout(path):
    """Nor does a workflow with rights check out another branch than the default one."""
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert (
                step["with"].get("ref", "${{ github.event.repository.default_branch }}")
                == "${{ github.event.repository.default_branch }}"
            )


def test_pull_requests_of_strangers_meet_no_rights():
    """What runs a fork's code can only read, and is never `pull_request_target`."""
    assert not [path for path in WORKFLOWS if "pull_request_target" in content(path)["on"]]
    assert {str(job["permissions"]) for job in jobs(GITHUB / "workflows" / "check.yml").values()} == {
        "{'contents': 'read'}"
    }
    assert "secrets." not in "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)


def test_who_has_rights_runs_only_what_it_must():
    """The job that puts the site online runs no code of the project; only the proposal may write to the repository."""
    rights = {
        (path.stem, name): set(job["permissions"].items()) for path in WORKFLOWS for name, job in jobs(path).items()
    }
    writers = {job: {what for what, right in given if right == "write"} for job, given in rights.items()}
    assert {job: given for job, given in writers.items() if given} == {
        ("comment", "comment"): {"pull-requests"},
        ("inzending", "answer"): {"issues"},
        ("inzending", "proposal"): {"contents", "issues", "pull-requests"},
        ("publish", "deploy"): {"pages", "id-token"},
    }
    assert [step for step in jobs(GITHUB / "workflows" / "publish.yml")["deploy"]["steps"] if "run" in step] == []


def test_the_comment_follows_the_check():
    """By the name of the workflow, and for pull requests only."""
    comment = content(GITHUB / "workflows" / "comment.yml")
    assert comment["on"]["workflow_run"]["workflows"] == [content(GITHUB / "workflows" / "check.yml")["name"]]
    assert comment["jobs"]["comment"]["if"] == "github.event.workflow_run.event == 'pull_request'"


def test_only_an_editor_makes_a_proposal():
    """The job that writes asks for the label `opnemen`, which the forms do not set."""
    condition = jobs(GITHUB / "workflows" / "inzending.yml")["proposal"]["if"]
    assert "&& contains(github.event.issue.labels.*.name, 'opnemen')" in condition
    assert not [path for path in (GITHUB / "ISSUE_TEMPLATE").iterdir() if "opnemen" in str(content(path).get("labels"))]


def test_the_site_is_built_at_midnight_in_summer_and_in_winter():
    """Once within the first hour of the day in Brussels, whatever the clock; and from the branch of the campaign."""
    on = content(GITHUB / "workflows" / "publish.yml")["on"]
    hours = {int(line["cron"].split()[1]) for line in on["schedule"]}
    assert all(any((hour + offset) % 24 == 0 for hour in hours) for offset in (1, 2))
    assert on["push"]["branches"] == [campaign().facts.branch]


@each
def test_history_is_there_where_the_site_is_built(path):
    """LAST-MODIFIED and SEQUENCE come from it."""
    for job in jobs(path).values():
        if any(step.get("run") == "make build" for step in job["steps"]):
            (checkout,) = (step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@"))
            assert checkout["with"]["fetch-depth"] == "0"


def test_the_owners_are_filled_in_together():
    """The owner in CODEOWNERS is the one of the repository, and what runs is not the editors'."""
    owner = campaign().facts.repository.split("/")[-2]
    lines = [
        line.split()
        for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert {team.split("/")[0] for _, *teams in lines for team in teams} == {f"@{owner}"}
    by_path = {path: teams for path, *teams in lines}
    for path in (
        "/.github/",
        "/hooks/",
        "/mkdocs.yml",
        "/Makefile",
        "/requirements.txt",
        "/package.json",
        "/package-lock.json",
        "/.github/CODEOWNERS",
        "/overrides/",
    ):
        assert by_path[path] == [f"@{owner}/ontwikkelaars"]
        assert (ROOT / path.strip("/")).exists()


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-workflows", f"{FOLDER}/*.yml"),
        ("custom.github-workflows-require-timeout", f"{FOLDER}/*.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
    ],
)
def test_github_understands_them(schema, path):
    """By the schemas that check-jsonschema brings."""
    paths = sorted(str(found.relative_to(ROOT)) for found in ROOT.glob(path))
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout


def test_zizmor_finds_nothing():
    """The auditor of workflows, at its strictest, offline."""
    program = Path(sys.executable).parent / "zizmor"
    command = (str(program), "--offline", "--persona=auditor", "--no-progress", "--format=plain", ".github")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_actionlint_finds_nothing():
    """Not on PyPI as a wheel, so only where somebody installed it."""
    program = shutil.which("actionlint")
    if program is None:
        reason = "actionlint is not installed here: https://github.com/rhysd/actionlint"
        print(reason)
        pytest.skip(reason)
    done = subprocess.run((program, *map(str, WORKFLOWS)), cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
