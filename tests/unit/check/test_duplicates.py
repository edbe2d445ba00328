"""The same initiative, sent in by two partners: a warning that names the other file."""

import pytest

from doemee.check.duplicates import none_is_sent_in_twice
from doemee.load.loader import load


def file(
    slug: str,
    title: str = "Soep voor de straat",
    organisation: str = "Buurtcomité",
    day: str = "2026-03-07",
    place: str = "Markt 1",
):
    text = (
        f"---\ntitel: {title}\nsamenvatting: Soep voor iedereen.\norganisatie: {organisation}\ntype: actie\n"
        f"momenten: [{{datum: {day}}}]\nlocatie: {{adres: {place}, postcode: 9000}}\n---\n"
    )
    return load(f"data/initiatives/{slug}.md", text.encode())


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"title": "Soep in de straat!"},
        {"title": "SOEP VOOR DE STRATEN"},
        {"organisation": "Stad Gent"},
        {"place": "Kouter 5"},
    ],
    ids=str,
)
def test_the_same_day_and_who_or_where_and_a_title_alike_is_told(other):
    (problem,) = none_is_sent_in_twice([file("soep-b", **other), file("soep-a")])
    assert (problem.file, problem.line, problem.severity) == ("data/initiatives/soep-b.md", 2, "waarschuwing")
    assert "data/initiatives/soep-a.md" in problem.message


@pytest.mark.parametrize(
    "other",
    [{"day": "2026-03-08"}, {"title": "Wandelen langs de Leie"}, {"organisation": "Stad Gent", "place": "Kouter 5"}],
    ids=str,
)
def test_another_day_title_or_both_others_is_another_initiative(other):
    assert list(none_is_sent_in_twice([file("soep-b", **other), file("soep-a")])) == []


def test_each_file_hears_of_it_once():
    """Of the first that it looks like, however much they have in common."""
    found = none_is_sent_in_twice([file("soep-c"), file("soep-a"), file("soep-b")])
    assert [(problem.file, problem.message.split()[3]) for problem in found] == [
        ("data/initiatives/soep-b.md", "data/initiatives/soep-a.md"),
        ("data/initiatives/soep-c.md", "data/initiatives/soep-a.md"),
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("Vorming deel 1", "Vorming deel 2"), ("Wandeling van 5 km", "Wandeling van 10 km")]
)
def test_part_one_is_not_part_two(one, other):
    assert list(none_is_sent_in_twice([file("soep-a", one), file("soep-b", other)])) == []


def test_the_same_in_another_town_is_another_initiative():
    """An organisation may do the same in ten towns on one day."""
    gent = file("leesbuddy-gent", "Leesbuddy's in Gent")
    aalst = load(gent.path.replace("gent", "aalst"), gent.data.replace(b"Gent", b"Aalst").replace(b"9000", b"9300"))
    assert list(none_is_sent_in_twice([gent, aalst])) == []


def test_of_very_many_on_one_day_each_is_compared_with_those_before_it():
    """A hundred others lie between the two: a thousand on one day may not hold up the check."""
    many = [file("soep-000"), *(file(f"soep-{n:03}", f"{n} keer {n}") for n in range(1, 100)), file("soep-999")]
    assert list(none_is_sent_in_twice(many)) == []
    assert len(list(none_is_sent_in_twice([many[0], *many[60:]]))) == 1
