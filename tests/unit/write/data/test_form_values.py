"""What an existing file says, in the one spelling that the form knows."""

import json
from typing import Any

import pytest

from doemee.load.submission import Submission
from doemee.write.data.form_values import normalised
from tests.example_campaign import initiatives


@pytest.mark.parametrize(
    ("field", "sent", "expected"),
    [
        ("organisatie", "De Linde", {"naam": "De Linde"}),
        ("inschrijven", {"url": "https://a.be", "tot": "1 maart 2026"}, {"url": "https://a.be", "tot": "2026-03-01"}),
        ("momenten", [{"datum": "7/3/2026", "van": "14u"}], [{"datum": "2026-03-07", "van": "14:00"}]),
        ("momenten", [{"datum": "mei 2026"}], [{"datum": "2026-05"}]),
        ("momenten", [{"datum": "Datum volgt"}], [{"datum": "volgt"}]),
        ("momenten", [{"datum": "2026-3-7", "tot": "24.00"}], [{"datum": "2026-03-07", "tot": "24:00"}]),
        ("momenten", [{"datum": "2026-03-07", "weekdag": "za"}], [{"datum": "2026-03-07", "weekdag": "zaterdag"}]),
        ("herhaling", {"op": "ma"}, {"op": ["maandag"]}),
        ("herhaling", {"op": ["do", "ma"]}, {"op": ["maandag", "donderdag"]}),
        ("herhaling", {"op": "Eerste di"}, {"op": "eerste dinsdag"}),
        ("herhaling", {"behalve": "6/4/2026"}, {"behalve": ["2026-04-06"]}),
        ("themas", "ga-samenwerken", ["ga-samenwerken"]),
        ("online", "ja", True),
        ("online", "no", False),
        ("help_mee", "Kom  koken", "Kom koken"),
        ("in_de_kijker", "waar", True),
        ("prijs", "3", "3"),
        ("sdgs", ["3", "17"], ["3", "17"]),
        ("afbeelding", None, ...),
    ],
)
def test_each_value_has_one_spelling(field, sent, expected):
    """Dates, hours, yes and no, lists and groups; every other text is as it was sent."""
    assert normalised({field: sent}) == ({} if expected is ... else {field: expected})


@pytest.mark.parametrize("initiative", initiatives(), ids=lambda initiative: initiative.slug)
def test_it_means_the_same(initiative):
    """For every initiative of the example campaign."""
    assert Submission.model_validate(_as_yaml(normalised(initiative.fields))) == initiative.sent


def _as_yaml(value: Any) -> Any:
    """As it is read from a file again: yes and no are texts there."""
    return json.loads(json.dumps(value).replace("true", '"true"').replace("false", '"false"'))
