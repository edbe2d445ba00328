"""The issue forms are what the declaration says, and GitHub takes them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from doemee.github.form_files import form_files
from doemee.github.questions import initiative_questions, tip_questions
from doemee.load.submission import Submission, Tip
from tests.example_campaign import ROOT, campaign

FILES = form_files(campaign())
FORMS = [".github/ISSUE_TEMPLATE/initiatief.yml", ".github/ISSUE_TEMPLATE/tip.yml"]
LEFT_OUT = {"afbeelding", "terugblik", "tips", "in_de_kijker", "eerder"}


@pytest.mark.parametrize("path", FILES)
def test_the_forms_are_up_to_date(path):
    """Else: `doemee github formulieren`, and commit what it writes."""
    assert (ROOT / path).read_text(encoding="utf-8") == FILES[path]


def test_no_form_is_written_by_hand():
    """Every file in the folder is one of ours."""
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()} == set(FILES)


def test_the_command_writes_them(world):
    """In the project that one stands in."""
    assert world.run("formulieren") == (0, "".join(f"{path}\n" for path in FILES), "")
    assert {path: Path(path).read_text(encoding="utf-8") for path in FILES} == FILES


@pytest.mark.parametrize(
    ("schema", "paths"), [("issue-forms", FORMS), ("issue-config", [".github/ISSUE_TEMPLATE/config.yml"])]
)
def test_github_takes_them(schema, paths):
    """By the schemas that check-jsonschema brings."""
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-{schema}", *paths)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize(("questions", "model"), [(initiative_questions, Submission), (tip_questions, Tip)])
def test_every_field_is_asked_or_left_out_on_purpose(questions, model):
    """A new field of the declaration is in the form by itself."""
    asked = {question.key.split(".")[0] for question in questions(campaign())}
    assert set(model.model_fields) - asked == (LEFT_OUT if model is Submission else set())


@pytest.mark.parametrize("path", FORMS)
def test_no_two_questions_and_no_two_options_look_alike(path):
    """GitHub refuses a form whose labels, ids or options are the same or too similar."""
    elements = [element for element in yaml.safe_load(FILES[path])["body"] if element["type"] != "markdown"]
    labels = ["".join(filter(str.isalnum, element["attributes"]["label"].lower())) for element in elements]
    assert len(set(labels)) == len(labels) == len({element["id"] for element in elements})
    for element in elements:
        options = element["attributes"].get("options", [])
        assert len({json.dumps(option) for option in options}) == len(options)
        assert not {"None", "none"} & {option for option in options if isinstance(option, str)}


@pytest.mark.parametrize("path", FORMS)
def test_who_sends_a_form_agrees_that_it_becomes_public(path):
    """Both boxes must be ticked."""
    options = yaml.safe_load(FILES[path])["body"][-1]["attributes"]["options"]
    assert [option["required"] for option in options] == [True, True]


def test_the_other_ways_lead_to_the_site_of_the_campaign():
    """Blank issues are off, and the address is the one of data/campaign.yml."""
    choices = yaml.safe_load(FILES[".github/ISSUE_TEMPLATE/config.yml"])
    assert choices["blank_issues_enabled"] is False
    assert [link["url"].startswith(campaign().facts.site) for link in choices["contact_links"]] == [True] * 3
