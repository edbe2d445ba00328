"""The declaration of every field: the keys of the contract, their defaults and their short forms."""

from datetime import date, time

import pytest
from pydantic import BaseModel, ValidationError

from doemee.load import submission
from doemee.load.declared import INITIATIVE
from doemee.load.spelling import Month, MonthlyWeekday
from doemee.load.submission import Frequency, Moment, Organisation, Recurrence, Registration, Status, Submission, Tip

MODELS = [
    value for value in vars(submission).values() if isinstance(value, type) and issubclass(value, submission.Model)
]
LEAST = {
    "titel": "Soep op de stoep",
    "samenvatting": "Een kom soep voor de hele straat.",
    "organisatie": "Buurthuis De Linde",
    "type": "actie",
    "momenten": [{"datum": "2026-03-07"}],
}


def required(model: type[BaseModel]) -> set[str]:
    return {name for name, field in model.model_fields.items() if field.is_required()}


def test_an_initiative_has_the_keys_of_the_contract_in_its_order():
    """Section 1; `beschrijving` is for `.yml` only and read by the loader."""
    expected = (
        "titel samenvatting organisatie type momenten herhaling locatie online bereik themas sdgs doelgroep toegankelijkheid prijs "
        "inschrijven website contact afbeelding status reeks taal tips help_mee uitdatabank terugblik in_de_kijker eerder"
    )
    assert expected.split() == list(Submission.model_fields)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (Submission, "titel samenvatting organisatie type momenten"),
        (Organisation, "naam"),
        (Moment, "datum"),
        (Recurrence, "elke"),
        (Registration, "url"),
        (submission.Location, "postcode"),
        (submission.Contact, ""),
        (submission.Image, "bestand alt"),
        (submission.LookBack, "tekst"),
        (Tip, "titel samenvatting thema"),
    ],
)
def test_only_what_the_contract_asks_is_required(model, expected):
    assert set(expected.split()) == required(model)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (Organisation, "naam website partners"),
        (submission.Location, "naam adres postcode gemeente"),
        (Moment, "datum einddatum van tot id titel status locatie online weekdag"),
        (Recurrence, "elke interval op tot_en_met aantal behalve"),
        (Registration, "url tot verplicht"),
        (submission.Contact, "naam email telefoon"),
        (submission.Image, "bestand alt bron"),
        (submission.LookBack, "tekst cijfer bron"),
        (Tip, "titel samenvatting thema voor bron organisatie sdgs tijd"),
    ],
)
def test_a_group_has_the_keys_of_the_contract(model, expected):
    assert set(expected.split()) == set(model.model_fields)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_words_for_people(model):
    """Schema, table, template and form show them."""
    assert [name for name, field in model.model_fields.items() if not field.title or not field.description] == []


def test_what_is_left_out_has_the_default_of_the_contract():
    sent = Submission.model_validate(LEAST)
    assert (sent.status, sent.taal) == (Status.CONFIRMED, ["nl"])
    assert (
        []
        == sent.bereik
        == sent.themas
        == sent.sdgs
        == sent.doelgroep
        == sent.toegankelijkheid
        == sent.tips
        == sent.eerder
    )
    for name in (
        "herhaling",
        "locatie",
        "online",
        "prijs",
        "inschrijven",
        "website",
        "contact",
        "afbeelding",
        "reeks",
        "help_mee",
    ):
        assert getattr(sent, name) is None
    assert sent.momenten == [Moment(datum="2026-03-07")]
    assert Recurrence.model_validate({"elke": "week"}).interval == 1
    assert Registration.model_validate({"url": "https://a.be"}).verplicht is False


def test_short_forms_mean_the_long_ones():
    """A name for an organisation, an address for a registration, one value for a list."""
    short = {
        "organisatie": "De Linde",
        "inschrijven": "https://a.be",
        "sdgs": "6",
        "taal": "fr",
        "tips": "een-tip",
        "eerder": "oude-naam",
    }
    long = {"organisatie": {"naam": "De Linde", "partners": []}, "inschrijven": {"url": "https://a.be"}}
    lists = {"sdgs": ["6"], "taal": ["fr"], "tips": ["een-tip"], "eerder": ["oude-naam"]}
    assert Submission.model_validate(LEAST | long | lists) == Submission.model_validate(LEAST | short)
    assert Organisation.model_validate({"naam": "De Linde", "partners": "De Olm"}).partners == ["De Olm"]
    assert Recurrence.model_validate({"elke": "week", "behalve": "7/3/2026"}).behalve == [date(2026, 3, 7)]


def test_a_moment_reads_days_hours_and_words():
    sent = {
        "datum": "7 maart 2026",
        "einddatum": "8/3/2026",
        "van": "14u30",
        "tot": "2:00",
        "weekdag": "za",
        "status": "volzet",
        "online": "nee",
    }
    moment = Moment.model_validate(sent)
    assert (date(2026, 3, 7), date(2026, 3, 8)) == (moment.datum, moment.einddatum)
    assert (time(14, 30), time(2)) == (moment.van, moment.tot)
    assert (moment.weekdag, moment.status, moment.online) == (5, Status.FULL, False)
    assert Moment.model_validate({"datum": "mei 2026"}).datum == Month(2026, 5)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("ma", [0]),
        (["do", "ma"], [0, 3]),
        (["ma", "maandag"], [0]),
        ("eerste dinsdag", MonthlyWeekday(1, 1)),
        (" laatste  vrijdag ", MonthlyWeekday(-1, 4)),
    ],
)
def test_the_days_of_a_recurrence_are_weekdays_or_a_phrase(on, expected):
    """Weekdays come in order and once."""
    assert expected == Recurrence.model_validate({"elke": "week", "op": on}).op


@pytest.mark.parametrize("on", [None, {"a": "b"}, [["ma"]], [None], "maandagen", ["eerste dinsdag"], "eerste keer"])
def test_other_days_of_a_recurrence_are_refused(on):
    with pytest.raises(ValidationError):
        Recurrence.model_validate({"elke": "week", "op": on})


def test_the_units_of_a_recurrence_are_day_week_and_month():
    assert [*Frequency] == ["dag", "week", "maand"]


def test_of_two_statuses_the_graver_one_comes_later():
    assert [*Status] == ["bevestigd", "volzet", "uitgesteld", "geannuleerd"]


@pytest.mark.parametrize(
    ("name", "most"),
    [("momenten", 100), ("sdgs", 17), ("taal", 10), ("eerder", 20)],
    ids=["momenten", "sdgs", "taal", "eerder"],
)
def test_a_list_has_a_most(name, most):
    item = {"momenten": {"datum": "2026-03-07"}, "sdgs": "6", "taal": "nl", "eerder": "oude-naam"}[name]
    assert len(getattr(Submission.model_validate(LEAST | {name: [item] * most}), name)) == most
    with pytest.raises(ValidationError):
        Submission.model_validate(LEAST | {name: [item] * (most + 1)})


@pytest.mark.parametrize("name", ["momenten", "taal"])
def test_some_lists_hold_at_least_one(name):
    with pytest.raises(ValidationError):
        Submission.model_validate(LEAST | {name: []})


def test_a_submission_never_changes_after_loading():
    sent = Submission.model_validate(LEAST)
    with pytest.raises(ValidationError):
        sent.titel = "Anders"


def test_fields_that_hold_ids_know_their_table():
    expected = {
        "type": "types",
        "bereik": "regions",
        "themas": "themes",
        "doelgroep": "audiences",
        "toegankelijkheid": "accessibility",
        "reeks": "series",
        "tips": "tips",
    }
    assert expected == INITIATIVE.tables


def test_every_table_of_ids_is_in_the_campaign(campaign):
    assert [table for table in INITIATIVE.tables.values() if not getattr(campaign, table)] == []
