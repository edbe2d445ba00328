"""What a file says of its image must be true of the folder of images: `soep.jpg` and `buurt-feest.png`."""

import pytest

from tests.submissions import found_by_checking

AT = "data/initiatives/soep.md"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("soepp.jpg", "“soepp.jpg” vinden we niet. Bedoel je `soep.jpg`?"),
        ("soep.jpeg", "“soep.jpeg” vinden we niet. Bedoel je `soep.jpg`?"),
        ("x.webp", "“x.webp” vinden we niet. Zet het bestand in data/initiatives/afbeeldingen/."),
    ],
)
def test_an_image_must_be_in_the_folder(campaign, name, expected):
    """A name that is nearly there is the cure."""
    found = found_by_checking(campaign, afbeelding=f"{{bestand: {name}, alt: Een kom soep}}")
    assert [f"{AT}:8:14: fout: afbeelding.bestand: {expected}"] == found


@pytest.mark.parametrize("name", ["soep.jpg", "buurt-feest.png"])
def test_an_image_that_is_there_passes(campaign, name):
    assert found_by_checking(campaign, afbeelding=f"{{bestand: {name}, alt: Een kom soep}}") == []


def test_an_image_must_be_described(campaign):
    """For who does not see it; and a name that cannot be right is not looked for."""
    missing = f"{AT}:8:1: fout: afbeelding.alt: dit verplichte veld ontbreekt. Voeg een regel `alt: …` toe."
    assert [missing] == found_by_checking(campaign, afbeelding="{bestand: nergens.jpg}")
