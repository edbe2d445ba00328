"""What is published may not vanish: subscribers would lose it without a word."""

from doemee.check.published import moments_stay, nothing_vanishes
from doemee.load.loader import load

TEXT = """---
titel: Soep voor de straat
samenvatting: We koken samen een grote pot soep.
organisatie: Buurtcomité
type: actie
momenten:
  - {datum: 2026-03-07}
  - {datum: 2026-03-14}
bereik: [limburg]
---
"""


def file(slug: str, text: str = TEXT):
    return load(f"data/initiatives/{slug}.md", text.encode())


def test_a_file_that_is_gone_is_named_with_the_cure():
    """It is to come back, cancelled; or its slug goes under `eerder`."""
    (problem,) = nothing_vanishes([file("soep")], [file("brood")])
    assert str(problem) == (
        "data/initiatives/soep.md:1:1: fout: dit initiatief staat al in de kalender en mag niet verdwijnen. "
        "Zet het bestand terug met `status: geannuleerd`, of schrijf `eerder: [soep]` in het bestand dat het vervangt."
    )


def test_a_new_name_with_eerder_is_right():
    """The address redirects and the UID lives on."""
    renamed = file("soep-op-het-plein", TEXT.replace("type:", "eerder: [soep]\ntype:"))
    assert list(nothing_vanishes([file("soep")], [renamed])) == []


def test_a_move_to_another_folder_is_no_change():
    """Sub-folders are for the editors' order: the name counts."""
    moved = load("data/initiatives/2026-03/soep.md", TEXT.encode())
    assert list(nothing_vanishes([file("soep")], [moved])) == []


def test_what_was_never_right_was_never_published():
    """A file with a fault was not on the site, so it may go."""
    assert list(nothing_vanishes([file("soep", TEXT.replace("titel:", "titul:"))], [])) == []


def test_a_moment_that_is_gone_is_warned_of():
    """The second moment was in the calendars of people: cancel it."""
    (problem,) = moments_stay([file("soep")], [file("soep", TEXT.replace("  - {datum: 2026-03-14}\n", ""))])
    assert str(problem) == (
        "data/initiatives/soep.md:6:1: waarschuwing: momenten: een moment dat al in de kalender stond, is weg (2). "
        "Gaat het niet door? Laat het staan en schrijf er `status: geannuleerd` bij."
    )
    assert list(moments_stay([file("soep")], [file("soep")])) == []
