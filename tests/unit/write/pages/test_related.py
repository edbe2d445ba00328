"""What else a visitor may like."""

from doemee.model.agenda import State
from doemee.write.pages.related import NEAR, Related, kilometres
from tests.example_campaign import agenda, campaign, initiatives


def test_distances_are_those_of_the_map():
    """Gent to Brugge is some 40 km as the crow flies, Gent to Gent nothing."""
    places = campaign().places
    gent, brugge = places.municipality("9000"), places.municipality("8000")
    assert 35 < kilometres(gent, brugge) < 45
    assert kilometres(gent, gent) == 0


def test_everything_shown_is_still_to_come_and_is_another():
    """Nearby is near and of somebody else, the organiser's own is the organiser's."""
    related = Related(agenda())
    shown = 0
    for initiative in initiatives():
        for item in related.of_the_organiser(initiative):
            assert item.state is not State.PAST
            assert item.entry.initiative.slug != initiative.slug
            assert initiative.organisation in item.entry.initiative.organisations
            shown += 1
        for item in related.nearby(initiative):
            here = next(moment.venue for moment in initiative.moments if moment.venue).municipality
            assert kilometres(here, item.moment.venue.municipality) <= NEAR
            assert item.entry.initiative.organisation != initiative.organisation
            shown += 1
    assert shown > 20
