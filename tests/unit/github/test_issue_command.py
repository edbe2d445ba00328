"""`doemee github issue`: an event becomes a file, an answer, a branch and a pull request, once."""

import json

import pytest

from doemee.github.sticky import ANSWER
from tests.unit.github.conftest import PUBLISHED, REPOSITORY
from tests.unit.github.form_bodies import RIGHT_TIP

PATH = "data/initiatives/soep-op-de-stoep.md"
SOUP = """\
---
titel: Soep op de stoep
samenvatting: Een kom soep voor de hele straat.
organisatie: Buurthuis De Linde
type: actie
momenten:
  - datum: 2026-03-07
    van: 14:00
    tot: 17:00
    weekdag: zaterdag
locatie:
  postcode: 9800
  gemeente: Deinze
---
"""
PUBLISH = ("--comment", "--publish")


def test_without_options_a_file_is_written_and_the_answer_printed(world):
    """So anyone can try it; GitHub is not asked."""
    status, printed, _ = world.send()
    assert status == 0
    assert printed.startswith("### Alles is ingevuld")
    found = (world.root / PATH).read_text(encoding="utf-8")
    assert sorted(found.split("\n")) == sorted(SOUP.split("\n"))
    assert world.gh["calls"] == []


def test_a_file_with_a_mistake_is_not_written(world):
    """Only the answer is given; the exit status says so."""
    status, printed, _ = world.send(titel="So")
    assert status == 1
    assert printed.startswith("### Bijna klaar")
    assert world.git("status", "--porcelain") == ""


def test_the_answer_is_one_comment_that_is_written_anew(world):
    """However often the form is changed; and not at all when it says the same."""
    assert world.send("--comment", titel="So") == (0, "", "")
    assert world.send("--comment") == (0, "", "")
    calls = len(world.gh["calls"])
    world.send("--comment")
    (text,) = world.answers
    assert text.startswith(f"{ANSWER}\n### Alles is ingevuld")
    assert [call["method"] for call in world.gh["calls"][calls:]] == ["GET"]


def test_the_comment_of_another_is_never_changed(world):
    """Anybody can type the marker."""
    world.set(comments={"12": [{"id": 900, "body": f"{ANSWER}\nVals", "user": {"login": "buurtcomite"}}]})
    world.send("--comment")
    assert world.answers[0] == f"{ANSWER}\nVals"
    assert world.answers[1].startswith(f"{ANSWER}\n### Alles is ingevuld")


def test_the_comment_is_found_among_many(world):
    """Also behind the first page."""
    others = [{"id": 900 + number, "body": "Hallo", "user": {"login": "x"}} for number in range(150)]
    world.set(comments={"12": [*others, {"id": 5, "body": f"{ANSWER}\nOud", "user": {"login": "github-actions[bot]"}}]})
    world.send("--comment")
    assert len(world.answers) == 151


def test_a_right_form_becomes_a_branch_with_one_file_and_a_pull_request(world):
    """One commit on top of the default branch, by the bot; the working tree's branch stays."""
    world.send(*PUBLISH)
    assert sorted(world.branch_file(PATH).split("\n")) == sorted(SOUP.strip().split("\n"))
    assert world.git("status", "--porcelain") == ""
    log = world.git("log", "--format=%an|%s|%b", "main..inzending/12", at=world.remote)
    assert log == "doemee|Nieuw initiatief: soep-op-de-stoep|Inzending #12"
    assert world.git("diff", "--name-only", "main..inzending/12", at=world.remote) == PATH
    assert world.git("branch", "--show-current") == "main"
    (pull,) = world.gh["pulls"]
    assert (pull["head"]["ref"], pull["base"]["ref"]) == ("inzending/12", "main")
    assert pull["title"] == "Nieuw initiatief: soep-op-de-stoep (inzending 12)"
    assert pull["body"].startswith("Closes #12\n")
    assert "- **Wanneer:** zaterdag 7 maart 2026, van 14.00 tot 17.00 uur" in pull["body"]
    assert f"Het voorstel voor de redactie: https://github.com/{REPOSITORY}/pull/100" in world.answers[0]


def test_doing_it_twice_is_doing_it_once(world):
    """No new commit, no new pull request, no change of what says the same."""
    world.send(*PUBLISH)
    commit, calls = world.git("rev-parse", "inzending/12", at=world.remote), len(world.gh["calls"])
    world.send(*PUBLISH)
    assert world.git("rev-parse", "inzending/12", at=world.remote) == commit
    assert {call["method"] for call in world.gh["calls"][calls:]} == {"GET"}


def test_an_edited_form_changes_its_own_file_and_keeps_its_name(world):
    """Also when the title changes: the name is an address."""
    world.send(*PUBLISH)
    world.send(*PUBLISH, titel="Soep voor heel Deinze")
    assert "titel: Soep voor heel Deinze" in world.branch_file(PATH)
    assert world.git("diff", "--name-only", "main..inzending/12", at=world.remote) == PATH
    assert world.git("rev-list", "--count", "main..inzending/12", at=world.remote) == "1"
    (pull,) = world.gh["pulls"]
    assert "` Soep voor heel Deinze `" in pull["body"]
    assert len(world.answers) == 1


def test_the_answer_to_an_edited_form_knows_the_name_of_its_proposal(world):
    """Also in the job that cannot publish."""
    world.send(*PUBLISH)
    world.send("--comment", titel="Soep voor heel Deinze")
    assert "/initiatieven/soep-op-de-stoep/" in world.answers[0]


def test_a_form_with_a_mistake_leaves_its_proposal_as_it_was(world):
    """The last right version stays; the answer says what is wrong."""
    world.send(*PUBLISH)
    commit, pulls = world.git("rev-parse", "inzending/12", at=world.remote), world.gh["pulls"]
    world.send(*PUBLISH, titel="So")
    assert (world.git("rev-parse", "inzending/12", at=world.remote), world.gh["pulls"]) == (commit, pulls)
    assert "### Bijna klaar" in world.answers[0]


def test_a_form_with_a_mistake_gets_no_branch(world):
    world.send(*PUBLISH, titel="So")
    assert world.git("branch", "--list", at=world.remote) == "* main"
    assert world.gh["pulls"] == []


def test_what_an_editor_did_is_not_overwritten(world):
    """An editor who mends the branch by hand has the last word; the sender hears it."""
    world.send(*PUBLISH)
    world.git("fetch", "--quiet", "origin")
    world.git("checkout", "--quiet", "-b", "werk", "origin/inzending/12", "--force")
    (world.root / PATH).write_text(
        (world.root / PATH).read_text(encoding="utf-8").replace("kom soep", "kop soep"), encoding="utf-8"
    )
    world.git("commit", "--quiet", "--all", "--message=Verbeterd")
    world.git("push", "--quiet", "origin", "werk:inzending/12")
    world.git("checkout", "--quiet", "main")
    world.send(*PUBLISH, titel="Iets anders")
    assert "kop soep" in world.branch_file(PATH)
    assert "Een redacteur werkt al aan je voorstel." in world.answers[0]


def test_a_branch_that_moves_meanwhile_is_not_overwritten(world, monkeypatch):
    """The push says which commit it expects."""
    from doemee.github import publish as publishing

    world.send(*PUBLISH)
    proposals = publishing._proposals

    def meanwhile(gh, branch):
        world.git("commit", "--quiet", "--allow-empty", "--message=Redactie")
        world.git("push", "--quiet", "--force", "origin", "HEAD:inzending/12")
        world.git("reset", "--quiet", "--hard", "HEAD~")
        return proposals(gh, branch)

    monkeypatch.setattr(publishing, "_proposals", meanwhile)
    status, _, errors = world.send(*PUBLISH, titel="Iets anders")
    assert status == 1
    assert "stale info" in errors
    assert world.git("log", "-1", "--format=%s", "inzending/12", at=world.remote) == "Redactie"


@pytest.mark.parametrize(
    ("merged", "said"),
    [("2026-03-01T00:00:00Z", "Dit staat al in de kalender."), (None, "De redactie heeft dit voorstel gesloten.")],
)
def test_a_proposal_that_was_decided_on_is_not_opened_again(world, merged, said):
    """Merged or refused: the sender hears how to go on."""
    world.send(*PUBLISH)
    pulls = [pull | {"state": "closed", "merged_at": merged} for pull in world.gh["pulls"]]
    world.set(pulls=pulls)
    world.git("push", "--quiet", "origin", ":inzending/12")
    world.send(*PUBLISH, titel="Iets anders")
    assert world.gh["pulls"] == pulls
    assert "inzending/12" not in world.git("branch", "--list", at=world.remote)
    assert said in world.answers[0]


def test_a_fork_with_a_branch_of_that_name_is_not_ours(world):
    """Its pull request is left alone, and the form gets its own."""
    theirs = {"number": 7, "state": "open", "title": "x", "html_url": "https://github.com/x/pull/7"}
    theirs |= {"head": {"ref": "inzending/12", "user": {"login": "example"}, "repo": {"full_name": "example/een-fork"}}}
    world.set(pulls=[theirs])
    world.send(*PUBLISH)
    assert world.gh["pulls"][0] == theirs
    assert world.gh["pulls"][1]["head"]["repo"]["full_name"] == REPOSITORY


def test_a_correction_changes_the_published_file(world):
    """In its own folder; the pull request shows what was and what becomes."""
    world.send(
        *PUBLISH, bestaand="https://ivy2026.example/initiatieven/brood-bakken/", titel="Brood bakken voor iedereen"
    )
    assert "titel: Brood bakken voor iedereen" in world.branch_file(PUBLISHED)
    (pull,) = world.gh["pulls"]
    assert pull["title"] == "Wijziging van initiatief: brood-bakken (inzending 12)"
    assert "| Titel | ` Brood bakken ` | ` Brood bakken voor iedereen ` |" in pull["body"]


def test_a_tip_becomes_a_pull_request_too(world):
    answers = dict.fromkeys(("organisatie__naam", "type", "momenten", "locatie__postcode", "locatie__gemeente"))
    world.send(*PUBLISH, labels=("tip", "opnemen"), **answers, **RIGHT_TIP)
    assert "thema: trek-nieuwe-vrijwilligers-aan" in world.branch_file("data/tips/vraag-het-persoonlijk.md")
    assert world.gh["pulls"][0]["title"] == "Nieuwe tip: vraag-het-persoonlijk (inzending 12)"


@pytest.mark.parametrize("change", [{"state": "closed"}, {"labels": ("vraag",)}, {"labels": ()}])
def test_other_issues_are_left_alone(world, change):
    """A closed form, and an issue that is none."""
    status, printed, _ = world.send(*PUBLISH, **change)
    assert (status, world.gh["calls"]) == (0, [])
    assert printed == "Dit is geen open formulier van een initiatief of een tip: er is niets te doen.\n"


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '{"issue": []}',
        '{"issue": {"number": "12; rm -rf /", "labels": [], "body": ""}}',
        '{"issue": {"number": true, "labels": []}}',
        '{"issue": {"number": 12, "labels": [{"name": 1}]}}',
        '{"issue": {"number": 12, "labels": [], "pull_request": {}}}',
    ],
)
def test_another_event_is_wrong_usage(world, text):
    path = world.root.parent / "event.json"
    path.write_text(text, encoding="utf-8")
    status, printed, errors = world.run("issue", "--event", path, *PUBLISH)
    assert (status, printed, world.gh["calls"]) == (2, "", [])
    assert errors.startswith("fout: ")


@pytest.mark.parametrize("text", ["", None, "Hallo, @iedereen"])
def test_a_text_that_is_no_form_gets_an_answer(world, text):
    """GitHub gives null for an empty text."""

    def change(event):
        event["issue"]["body"] = text

    assert world.run("issue", "--event", world.event("issue", change), "--comment")[0] == 0
    assert "Herstel de koppen" in world.answers[0]


def test_what_a_stranger_wrote_is_never_part_of_a_command(world, monkeypatch):
    """It reaches gh and git on standard input, in JSON or as a blob."""
    import subprocess

    seen, run = [], subprocess.run

    def watched(command, **options):
        assert not isinstance(command, str)
        assert not options.get("shell")
        seen.extend(command)
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", watched)
    hostile = "Kwaad $(touch /tmp/x) `id` ; --upload-pack=x [skip ci] Closes #1"
    world.send(*PUBLISH, titel=hostile, beschrijving=hostile)
    assert world.gh["pulls"]
    assert not [word for word in seen if "Kwaad" in word or "skip ci" in word or "--upload-pack=x" in word]
    log = world.git("log", "-1", "--format=%B", "inzending/12", at=world.remote)
    assert log == "Nieuw initiatief: kwaad-touch-tmp-x-id-upload-pack-x-skip-ci-closes-1\n\nInzending #12"
    assert "[skip ci]" not in world.gh["pulls"][0]["title"]


def test_when_github_fails_one_hears_why(world):
    """In one line that starts no command of GitHub's."""
    world.set(broken=True)
    status, printed, errors = world.send(*PUBLISH)
    assert (status, printed) == (1, "")
    assert "HTTP 404" in errors
    assert errors.startswith("fout: 'gh GET ")
    assert errors.count("\n") == 1


def test_without_a_repository_nothing_is_sent(world, monkeypatch):
    monkeypatch.setenv("GITHUB_REPOSITORY", "../x?y")
    status, _, errors = world.send("--comment")
    assert (status, world.gh["calls"]) == (1, [])
    assert "GITHUB_REPOSITORY" in errors


def test_an_event_of_github_is_understood(world):
    """The example has more keys than we read."""
    event = json.loads(world.event("issue").read_text(encoding="utf-8"))
    assert event["issue"]["labels"] == [{"name": "initiatief", "color": "ededed"}]
    assert world.run("issue", "--event", world.event("issue"))[0] == 1
