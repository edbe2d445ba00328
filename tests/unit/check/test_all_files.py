"""What no file can know by itself, and that no file hides the problems of another."""

import pytest

from doemee.check import check
from tests.submissions import fields, loaded, markdown


def found(campaign, files: dict[str, str | bytes]) -> list[str]:
    """The printed problems of files by path, without that they are alike: here they are on purpose."""
    problems = check([loaded(text, path) for path, text in files.items()], campaign, frozenset())
    return [str(problem) for problem in problems if problem.code != "lijkt-dubbel"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("data/initiatives/2026-03/soep.md", "data/initiatives/soep.md"),
        ("data/initiatives/a/soep.md", "data/initiatives/b/soep.yml"),
        ("data/initiatives/soep.md", "data/initiatives/soep.yml"),
    ],
    ids=["in another folder", "in another kind of file", "beside it"],
)
def test_a_slug_must_be_unique_over_the_whole_tree(campaign, first, second):
    """The slug is the address and the root of the calendar UIDs; which file comes first does not depend on the order."""
    files = {path: markdown() if path.endswith(".md") else fields() for path in (second, first)}
    line = "fout: er is nog een bestand met deze naam: {}. Geef één van beide een andere naam."
    expected = sorted([f"{first}:1:1: {line.format(second)}", f"{second}:1:1: {line.format(first)}"])
    assert expected == found(campaign, files) == found(campaign, dict(reversed(files.items())))


def test_a_third_file_with_the_same_slug_is_told_too(campaign):
    """Whoever has one of the three checked hears of it."""
    files = {f"data/initiatives/{folder}/soep.md": markdown() for folder in "abc"}
    assert [line.split(": ")[0] for line in found(campaign, files)] == [
        f"data/initiatives/{folder}/soep.md:1:1" for folder in "abc"
    ]


def test_a_former_slug_must_not_be_the_slug_of_another_file(campaign):
    """Else two pages have one address."""
    files = {"data/initiatives/soep.md": markdown(eerder="[oude-soep, brood]"), "data/initiatives/brood.md": markdown()}
    assert found(campaign, files) == [
        "data/initiatives/brood.md:1:1: fout: brood is een vroegere naam van data/initiatives/soep.md, en zijn adres leidt daarheen. "
        "Geef dit bestand een andere naam.",
        "data/initiatives/soep.md:8:21: fout: eerder: brood is ook een naam van data/initiatives/brood.md. "
        "Verwijder deze regel in één van beide bestanden.",
    ]


def test_a_former_slug_must_not_be_that_of_two_files(campaign):
    files = {
        "data/initiatives/brij.yml": fields(eerder="oude-soep"),
        "data/initiatives/soep.md": markdown(eerder="oude-soep"),
    }
    line = "fout: eerder: oude-soep is ook een naam van data/initiatives/{}. Verwijder deze regel in één van beide bestanden."
    assert found(campaign, files) == [
        f"data/initiatives/brij.yml:7:1: {line.format('soep.md')}",
        f"data/initiatives/soep.md:8:1: {line.format('brij.yml')}",
    ]


def test_different_slugs_pass(campaign):
    files = {
        "data/initiatives/soep.md": markdown(eerder="[oude-soep]"),
        "data/initiatives/2026-03/soep-2.md": markdown(eerder="[oude-soep-2]"),
        "data/initiatives/brood.yml": fields(),
    }
    assert found(campaign, files) == []


def test_a_file_that_cannot_be_read_still_holds_its_slug(campaign):
    files = {"data/initiatives/a/soep.md": "Hallo.\n", "data/initiatives/b/soep.md": markdown()}
    assert found(campaign, files) == [
        "data/initiatives/a/soep.md:1:1: fout: er is nog een bestand met deze naam: data/initiatives/b/soep.md. "
        "Geef één van beide een andere naam.",
        "data/initiatives/a/soep.md:1:1: fout: dit bestand heeft geen velden, alleen tekst. "
        "Kopieer data/initiatives/_voorbeeld.md en vul in wat voor jou geldt.",
        "data/initiatives/b/soep.md:1:1: fout: er is nog een bestand met deze naam: data/initiatives/a/soep.md. "
        "Geef één van beide een andere naam.",
    ]


def test_one_broken_file_does_not_hide_the_problems_of_another(campaign):
    """All problems of all files in one run, sorted by file, line and column."""
    files = {
        "data/initiatives/zout.yml": fields(sdgs="[18, 6, 0]", titel="x"),
        "data/initiatives/brood.md": b"%PDF-1.7",
        "data/initiatives/soep.md": markdown(),
        "data/initiatives/appel.md": markdown(locatie="{postcode: 4000}", type="actei"),
        "data/initiatives/kaas.md": "---\n- titel\n---\n",
    }
    assert [(line.split(":")[0], ":".join(line.split(":")[1:3])) for line in found(campaign, files)] == [
        ("data/initiatives/appel.md", "5:1"),
        ("data/initiatives/appel.md", "7:11"),
        ("data/initiatives/brood.md", "1:1"),
        ("data/initiatives/kaas.md", "2:1"),
        ("data/initiatives/zout.yml", "1:1"),
        ("data/initiatives/zout.yml", "7:8"),
        ("data/initiatives/zout.yml", "7:15"),
    ]


def test_the_same_problem_is_told_once(campaign):
    """Whoever hands the same file in twice hears of it once."""
    twice = [loaded(type="actei"), loaded(type="actei")]
    assert len([problem for problem in check(twice, campaign, frozenset()) if problem.code == "onbekende-keuze"]) == 1


def test_no_files_have_no_problems(campaign):
    assert check([], campaign, frozenset()) == []
