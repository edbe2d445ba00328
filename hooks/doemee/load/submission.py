"""The one declaration of every field that a sender can fill in.

JSON Schema, reference table, template, form and checks follow from these models: a field's `title`
and `description` are the Dutch words that people read, its type says what may be written. Source of
the keys: the contract, section 1.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from doemee.load import fields
from doemee.load.fields import IdOf, Kind, ids, listed, many, text, wrong
from doemee.load.spelling import Misspelled, MonthlyWeekday, parse_monthly_weekday, parse_weekday


class Status(StrEnum):
    """Whether it goes on. The order is that of gravity: of two, the later one counts."""

    CONFIRMED = "bevestigd"
    FULL = "volzet"
    POSTPONED = "uitgesteld"
    CANCELLED = "geannuleerd"


class Frequency(StrEnum):
    """The unit of a recurrence."""

    DAY = "dag"
    WEEK = "week"
    MONTH = "maand"


def _or_just(model: Any, key: str) -> Any:
    """A group of fields, or just the one that counts: `organisatie: De Linde` is `organisatie: {naam: De Linde}`."""
    short = BeforeValidator(
        lambda value: {key: value} if isinstance(value, str) else value, json_schema_input_type=model | str
    )
    return Annotated[model, short]


def _on(value: Any) -> list[int] | MonthlyWeekday:
    """The days of a recurrence: a list of weekdays, or a phrase such as `eerste dinsdag`."""
    try:
        if isinstance(value, str) and " " in value.strip():
            return parse_monthly_weekday(value)
        if isinstance(value, str | list):
            return sorted({parse_weekday(day) if isinstance(day, str) else _refuse(day) for day in listed(value)})
    except Misspelled as error:
        raise wrong("op", error.message, error.hint) from None
    raise fields.not_text(value)


def _refuse(value: Any) -> int:
    raise fields.not_text(value)


class Model(BaseModel):
    """A group of fields. Unknown keys are problems; values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Organisation(Model):
    naam: text(2, 120) = Field(
        title="Naam",
        description="De naam van je organisatie, zoals mensen ze kennen",
        examples=["Buurtcomité Voorbeeldstraat"],
    )
    website: fields.Url | None = Field(
        None, title="Website", description="De website van je organisatie", examples=["https://www.example.org/"]
    )
    partners: many(text(2, 120)) = Field(
        [],
        title="Partners",
        description="Organisaties die mee organiseren",
        examples=["Dienstencentrum De Linde"],
        max_length=20,
    )


class Location(Model):
    naam: text(2, 120) | None = Field(
        None, title="Naam van de plek", description="De naam van de zaal of de plek", examples=["Buurthuis De Lepel"]
    )
    adres: text(2, 160) | None = Field(
        None, title="Straat en nummer", description="Waar mensen moeten zijn", examples=["Voorbeeldstraat 1"]
    )
    postcode: fields.Postcode = Field(
        title="Postcode", description="Vier cijfers; daaruit volgt de provincie", examples=["9000"]
    )
    gemeente: text(2, 60) | None = Field(
        None,
        title="Gemeente",
        description="De gemeente of deelgemeente; ze moet bij de postcode horen",
        examples=["Gent"],
    )


class Moment(Model):
    datum: fields.DayOrMonth = Field(
        title="Datum",
        description="De (eerste) dag. Is de dag nog niet bekend? Schrijf dan de maand (mei 2026), of volgt",
        examples=["7 maart 2026"],
    )
    einddatum: fields.Day | None = Field(
        None,
        title="Laatste dag",
        description="Alleen als het langer dan een dag duurt. Deze dag telt nog mee",
        examples=["8 maart 2026"],
    )
    van: fields.TimeOfDay | None = Field(
        None, title="Van", description="Het beginuur. Zonder uur duurt het de hele dag", examples=["14:00"]
    )
    tot: fields.TimeOfDay | None = Field(
        None, title="Tot", description="Het einduur; 24:00 is middernacht", examples=["17u30"]
    )
    id: fields.ShortId | None = Field(
        None,
        title="Id",
        description="Een vaste naam voor dit moment, handig als je momenten toevoegt of schrapt",
        examples=["eerste-keer"],
    )
    titel: text(3, 120) | None = Field(
        None, title="Eigen titel", description="Als dit moment anders heet", examples=["De eerste keer"]
    )
    status: Status | None = Field(None, title="Status", description="Als alleen dit moment niet doorgaat of vol is")
    locatie: Location | None = Field(None, title="Eigen plaats", description="Als dit moment ergens anders is")
    online: fields.YesOrUrl | None = Field(
        None,
        title="Online",
        description="Als dit moment online is. Is er ook een zaal, geef dan ook de eigen plaats van dit moment op",
        examples=["https://www.example.org/vergadering"],
    )
    weekdag: fields.Weekday | None = Field(
        None,
        title="Weekdag",
        description="Ter controle: we zeggen het als de datum niet op die dag valt",
        examples=["zaterdag"],
    )


class Recurrence(Model):
    elke: Frequency = Field(title="Elke", description="Elke dag, week of maand")
    interval: fields.positive(12) = Field(
        1, title="Om de", description="2 bij elke: week is om de twee weken", examples=["2"]
    )
    op: Annotated[
        list[int] | MonthlyWeekday | None, BeforeValidator(_on, json_schema_input_type=str | list[str]), Kind("op")
    ] = Field(
        None,
        title="Op",
        description="Weekdagen ([ma, do]), of voor een maand bijvoorbeeld: eerste dinsdag",
        examples=["ma, do"],
    )
    tot_en_met: fields.Day | None = Field(
        None, title="Tot en met", description="De laatste dag waarop het kan doorgaan", examples=["30 juni 2026"]
    )
    aantal: fields.positive(400) | None = Field(
        None, title="Aantal keer", description="Hoeveel keer in totaal", examples=["10"]
    )
    behalve: many(fields.Day) = Field(
        [], title="Behalve op", description="Dagen waarop het niet doorgaat", examples=["6 april 2026"], max_length=100
    )


class Registration(Model):
    url: fields.Url = Field(
        title="Adres", description="Waar mensen zich inschrijven", examples=["https://www.example.org/inschrijven"]
    )
    tot: fields.Day | None = Field(
        None, title="Inschrijven tot", description="De laatste dag om in te schrijven", examples=["1 maart 2026"]
    )
    verplicht: fields.YesOrNo = Field(False, title="Verplicht", description="Of inschrijven moet")


class Contact(Model):
    naam: text(2, 120) | None = Field(
        None, title="Naam", description="Liefst een dienst of team, geen persoon", examples=["Het buurtcomité"]
    )
    email: fields.Email | None = Field(
        None,
        title="E-mail",
        description="Het adres van de organisatie. Het wordt openbaar",
        examples=["info@example.org"],
    )
    telefoon: fields.Phone | None = Field(
        None,
        title="Telefoon",
        description="Het nummer van de organisatie. Het wordt openbaar",
        examples=["09 000 00 00"],
    )


class Image(Model):
    bestand: fields.ImageName = Field(
        title="Bestand", description="De naam van het bestand in data/initiatives/afbeeldingen/", examples=["soep.jpg"]
    )
    alt: text(3, 200) = Field(
        title="Wat je ziet",
        description="Voor wie het beeld niet ziet: beschrijf het in een zin",
        examples=["Drie mensen roeren in een grote pot soep"],
    )
    bron: text(2, 120) | None = Field(
        None, title="Bron", description="Wie het beeld maakte", examples=["Buurtcomité Voorbeeldstraat"]
    )


class LookBack(Model):
    tekst: text(10, 1000) = Field(
        title="Wat het opleverde",
        description="Kijk in enkele zinnen terug",
        examples=["We deelden soep uit aan de hele straat."],
    )
    cijfer: text(1, 120) | None = Field(
        None, title="Cijfer", description="Bijvoorbeeld: 45 nieuwe vrijwilligers", examples=["120 borden"]
    )
    bron: text(2, 200) | None = Field(
        None, title="Bron", description="Waar het cijfer vandaan komt", examples=["eigen telling"]
    )


class Submission(Model):
    """An initiative as it was sent in: `data/initiatives/<slug>.md` or `.yml`."""

    titel: text(3, 120) = Field(
        title="Titel", description="Korte naam van je initiatief, 3 tot 120 tekens", examples=["Soep voor de straat"]
    )
    samenvatting: text(10, 280) = Field(
        title="Samenvatting",
        description="In een of twee zinnen wat er te doen is, hoogstens 280 tekens",
        examples=["We koken samen een grote pot soep en delen ze uit."],
    )
    organisatie: _or_just(Organisation, "naam") = Field(title="Organisatie", description="Wie organiseert dit?")
    type: Annotated[fields.ShortId, IdOf("types")] = Field(title="Soort", description="Wat voor initiatief is het?")
    momenten: list[Moment] = Field(title="Momenten", description="Wanneer het is", min_length=1, max_length=100)
    herhaling: Recurrence | None = Field(None, title="Herhaling", description="Als het ene moment geregeld terugkomt")
    locatie: Location | None = Field(None, title="Plaats", description="Waar het is")
    online: fields.YesOrUrl | None = Field(
        None,
        title="Online",
        description="true, of het adres van de vergadering of de stream",
        examples=["https://www.example.org/vergadering"],
    )
    bereik: ids("regions") = Field(
        [],
        title="Bereik",
        description="Voor een initiatief zonder één plaats: de provincies, brussel of heel-vlaanderen",
    )
    themas: ids("themes") = Field([], title="Thema's", description="De thema's van de publicatie waar het bij hoort")
    sdgs: many(fields.Sdg) = Field(
        [],
        title="SDG's",
        description="De duurzame-ontwikkelingsdoelen waaraan het bijdraagt, 1 tot en met 17",
        max_length=17,
    )
    doelgroep: ids("audiences") = Field([], title="Voor wie", description="Wie er welkom is")
    toegankelijkheid: ids("accessibility") = Field([], title="Toegankelijkheid", description="Wat er geregeld is")
    prijs: fields.PriceText | None = Field(
        None, title="Prijs", description="gratis, een bedrag in euro of een korte tekst", examples=["gratis"]
    )
    inschrijven: _or_just(Registration, "url") | None = Field(
        None, title="Inschrijven", description="Waar mensen zich inschrijven, en tot wanneer"
    )
    website: fields.Url | None = Field(
        None, title="Website", description="Een pagina met meer informatie", examples=["https://www.example.org/soep"]
    )
    contact: Contact | None = Field(None, title="Contact", description="Wie mensen iets kan vragen. Dit wordt openbaar")
    afbeelding: Image | None = Field(None, title="Afbeelding", description="Een foto of tekening die je mag gebruiken")
    status: Status = Field(Status.CONFIRMED, title="Status", description="Gaat het door?")
    reeks: Annotated[fields.ShortId, IdOf("series")] | None = Field(
        None, title="Reeks", description="De reeks waar het bij hoort"
    )
    taal: many(fields.Language) = Field(
        ["nl"], title="Taal", description="De taal of talen van de activiteit", min_length=1, max_length=10
    )
    tips: many(Annotated[fields.Slug, IdOf("tips")]) = Field(
        [], title="Tips", description="De tips van de publicatie die je gebruikt"
    )
    help_mee: fields.YesSentenceOrUrl | None = Field(
        None,
        title="Help mee",
        description="Kunnen mensen hier de handen uit de mouwen steken? true, een zin of een webadres",
        examples=["Kom om 12 uur groenten snijden."],
    )
    uitdatabank: fields.UiTdatabank | None = Field(
        None,
        title="UiTdatabank",
        description="Het nummer of adres in UiTdatabank",
        examples=["https://www.uitinvlaanderen.be/"],
    )
    terugblik: LookBack | None = Field(None, title="Terugblik", description="Achteraf: wat kwam ervan?")
    in_de_kijker: fields.YesOrSentence | None = Field(
        None, title="In de kijker", description="Alleen voor redacteurs", examples=["Omdat heel de straat meedoet."]
    )
    eerder: many(fields.Slug) = Field(
        [],
        title="Vroegere adressen",
        description="Vroegere namen van dit bestand, de oudste eerst",
        examples=["soep-in-de-straat"],
        max_length=20,
    )


class Tip(Model):
    """A tip of the publication: `data/tips/<slug>.md`."""

    titel: text(3, 120) = Field(
        title="Titel", description="De tip in een paar woorden", examples=["Werk met ambassadeurs"]
    )
    samenvatting: text(10, 280) = Field(
        title="Samenvatting",
        description="De tip in een of twee zinnen",
        examples=["Laat vrijwilligers zelf vertellen waarom ze het doen."],
    )
    thema: Annotated[fields.ShortId, IdOf("themes")] = Field(title="Thema", description="Het thema van de publicatie")
    voor: ids("audiences") = Field([], title="Voor wie", description="Voor wie de tip bedoeld is")
    bron: text(2, 300) | None = Field(
        None, title="Bron", description="Waar de tip vandaan komt", examples=["Onze ervaring met tien ambassadeurs"]
    )
    organisatie: text(2, 120) | None = Field(
        None, title="Organisatie", description="Wie de tip inzond", examples=["Buurtcomité Voorbeeldstraat"]
    )
    sdgs: many(fields.Sdg) = Field(
        [], title="SDG's", description="De duurzame-ontwikkelingsdoelen waaraan de tip bijdraagt", max_length=17
    )
    tijd: text(3, 160) | None = Field(
        None,
        title="Tijd",
        description="Wat het ongeveer aan tijd vraagt",
        examples=["Een halve dag, daarna een uur per maand"],
    )


def id_fields(model: type[Model]) -> dict[str, str]:
    """Field → table of data/*.yml, from the declaration of the fields."""
    found = {}
    for name, field in model.model_fields.items():
        pending = [field.annotation, *field.metadata]
        while pending:
            part = pending.pop()
            if isinstance(part, IdOf):
                found[name] = part.table
            pending += getattr(part, "__args__", ()) + tuple(getattr(part, "__metadata__", ()))
    return found


ID_FIELDS = id_fields(Submission)
TIP_ID_FIELDS = id_fields(Tip)
