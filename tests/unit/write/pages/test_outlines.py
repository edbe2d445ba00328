"""The map of the provinces."""

from doemee.write.pages.outlines import map_of
from tests.example_campaign import campaign


def test_every_region_with_an_outline_is_one_of_the_campaign_and_has_its_label_inside():
    """Five provinces and Brussels, each within the frame; the label lies within the box of its region."""
    drawn = map_of(campaign().shapes)
    assert {outline.region for outline in drawn.outlines} == {
        r.id for r in campaign().regions.values() if r.kind != "geheel"
    }
    for outline in drawn.outlines:
        numbers = [float(n) for n in outline.path.replace("M", " ").replace("L", " ").replace("Z", " ").split()]
        assert min(numbers[::2]) <= outline.x <= max(numbers[::2])
        assert min(numbers[1::2]) <= outline.y <= max(numbers[1::2])
        assert min(numbers) >= 0
        assert max(numbers[::2]) <= drawn.width
        assert max(numbers[1::2]) <= drawn.height


def test_the_north_is_up_and_the_sea_is_left():
    """Antwerpen lies above Vlaams-Brabant, West-Vlaanderen left of Limburg."""
    at = {outline.region: outline for outline in map_of(campaign().shapes).outlines}
    assert at["antwerpen"].y < at["vlaams-brabant"].y
    assert at["west-vlaanderen"].x < at["limburg"].x
