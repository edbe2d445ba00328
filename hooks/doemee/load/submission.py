"""The one declaration of every field that a sender can fill in.

A field's `title` and `description` are the Dutch words that people read, its type says what Python gets and, in
`Annotated`, what may be written and who fills it in. What needs to know the fields reads them as one tree from
declared.py: JSON Schema, template, table, forms, questions, messages. Source of the keys: the contract, section 1.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from doemee.load.fields import (
    DAY,
    DAY_OR_MONTH,
    EMAIL,
    IMAGE_NAME,
    LANGUAGE,
    PHONE,
    POSTCODE,
    PRICE,
    SDG,
    SHORT_ID,
    SLUG,
    TIME_OF_DAY,
    UITDATABANK,
    URL,
    WEEKDAY,
    YES_OR_NO,
    YES_OR_SENTENCE,
    YES_OR_URL,
    YES_SENTENCE_OR_URL,
    Kind,
    Many,
    Number,
    OneOf,
    Setter,
    Short,
    Text,
    listed,
    not_text,
    wrong,
)
from doemee.load.spelling import Misspelled, Month, MonthlyWeekday, Price, parse_monthly_weekday, parse_weekday


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


class _On(Kind):
    """The days of a recurrence: a list of weekdays, or a phrase such as `eerste dinsdag`."""

    name = "op"

    def read(self, value: Any) -> list[int] | MonthlyWeekday:
        """Numbers of weekdays from Monday, 0, in order and each once; or the weekday of a month."""
        try:
            if isinstance(value, str) and " " in value.strip():
                return parse_monthly_weekday(value)
            if isinstance(value, str | list):
                return sorted({parse_weekday(_text(day)) for day in listed(value)})
        except Misspelled as error:
            raise wrong("op", error.message, error.hint) from None
        raise not_text(value)

    def schema(self) -> dict[str, Any]:
        """One text, or a list of them."""
        return {"anyOf": [{"type": "string"}, {"items": {"type": "string"}, "type": "array"}]}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise not_text(value)
    return value


class Model(BaseModel):
    """A group of fields. Unknown keys are problems; values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Organisation(Model):
    naam: Annotated[str, Text(2, 120)] = Field(
        title="Naam",
        description="De naam van je organisatie, zoals mensen ze kennen",
        examples=["Buurtcomité Voorbeeldstraat"],
    )
    website: Annotated[str, URL] | None = Field(
        None, title="Website", description="De website van je organisatie", examples=["https://www.example.org/"]
    )
    partners: Annotated[list[str], Many(Text(2, 120), most=20)] = Field(
        [], title="Partners", description="Organisaties die mee organiseren", examples=["Dienstencentrum De Linde"]
    )


class Location(Model):
    naam: Annotated[str, Text(2, 120)] | None = Field(
        None, title="Naam van de plek", description="De naam van de zaal of de plek", examples=["Buurthuis De Lepel"]
    )
    adres: Annotated[str, Text(2, 160)] | None = Field(
        None, title="Straat en nummer", description="Waar mensen moeten zijn", examples=["Voorbeeldstraat 1"]
    )
    postcode: Annotated[str, POSTCODE] = Field(
        title="Postcode", description="Vier cijfers; daaruit volgt de provincie", examples=["9000"]
    )
    gemeente: Annotated[str, Text(2, 60)] | None = Field(
        None,
        title="Gemeente",
        description="De gemeente of deelgemeente; ze moet bij de postcode horen",
        examples=["Gent"],
    )


class Moment(Model):
    datum: Annotated[date | Month | str, DAY_OR_MONTH] = Field(
        title="Datum",
        description="De (eerste) dag. Is de dag nog niet bekend? Schrijf dan de maand (mei 2026), of volgt",
        examples=["7 maart 2026"],
    )
    einddatum: Annotated[date, DAY] | None = Field(
        None,
        title="Laatste dag",
        description="Alleen als het langer dan een dag duurt. Deze dag telt nog mee",
        examples=["8 maart 2026"],
    )
    van: Annotated[time, TIME_OF_DAY] | None = Field(
        None, title="Van", description="Het beginuur. Zonder uur duurt het de hele dag", examples=["14:00"]
    )
    tot: Annotated[time, TIME_OF_DAY] | None = Field(
        None, title="Tot", description="Het einduur; 24:00 is middernacht", examples=["17u30"]
    )
    id: Annotated[str, SHORT_ID] | None = Field(
        None,
        title="Id",
        description="Een vaste naam voor dit moment, handig als je momenten toevoegt of schrapt",
        examples=["eerste-keer"],
    )
    titel: Annotated[str, Text(3, 120)] | None = Field(
        None, title="Eigen titel", description="Als dit moment anders heet", examples=["De eerste keer"]
    )
    status: Status | None = Field(None, title="Status", description="Als alleen dit moment niet doorgaat of vol is")
    locatie: Location | None = Field(None, title="Eigen plaats", description="Als dit moment ergens anders is")
    online: Annotated[bool | str, YES_OR_URL] | None = Field(
        None,
        title="Online",
        description="Als dit moment online is. Is er ook een zaal, geef dan ook de eigen plaats van dit moment op",
        examples=["https://www.example.org/vergadering"],
    )
    weekdag: Annotated[int, WEEKDAY] | None = Field(
        None,
        title="Weekdag",
        description="Ter controle: we zeggen het als de datum niet op die dag valt",
        examples=["zaterdag"],
    )


class Recurrence(Model):
    elke: Frequency = Field(title="Elke", description="Elke dag, week of maand")
    interval: Annotated[int, Number(12)] = Field(
        1, title="Om de", description="2 bij elke: week is om de twee weken", examples=["2"]
    )
    op: Annotated[list[int] | MonthlyWeekday | None, _On()] = Field(
        None,
        title="Op",
        description="Weekdagen ([ma, do]), of voor een maand bijvoorbeeld: eerste dinsdag",
        examples=["ma, do"],
    )
    tot_en_met: Annotated[date, DAY] | None = Field(
        None, title="Tot en met", description="De laatste dag waarop het kan doorgaan", examples=["30 juni 2026"]
    )
    aantal: Annotated[int, Number(400)] | None = Field(
        None, title="Aantal keer", description="Hoeveel keer in totaal", examples=["10"]
    )
    behalve: Annotated[list[date], Many(DAY, most=100)] = Field(
        [], title="Behalve op", description="Dagen waarop het niet doorgaat", examples=["6 april 2026"]
    )


class Registration(Model):
    url: Annotated[str, URL] = Field(
        title="Adres", description="Waar mensen zich inschrijven", examples=["https://www.example.org/inschrijven"]
    )
    tot: Annotated[date, DAY] | None = Field(
        None, title="Inschrijven tot", description="De laatste dag om in te schrijven", examples=["1 maart 2026"]
    )
    verplicht: Annotated[bool, YES_OR_NO] = Field(False, title="Verplicht", description="Of inschrijven moet")


class Contact(Model):
    naam: Annotated[str, Text(2, 120)] | None = Field(
        None, title="Naam", description="Liefst een dienst of team, geen persoon", examples=["Het buurtcomité"]
    )
    email: Annotated[str, EMAIL] | None = Field(
        None,
        title="E-mail",
        description="Het adres van de organisatie. Het wordt openbaar",
        examples=["info@example.org"],
    )
    telefoon: Annotated[str, PHONE] | None = Field(
        None,
        title="Telefoon",
        description="Het nummer van de organisatie. Het wordt openbaar",
        examples=["09 000 00 00"],
    )


class Image(Model):
    bestand: Annotated[str, IMAGE_NAME] = Field(
        title="Bestand", description="De naam van het bestand in data/initiatives/afbeeldingen/", examples=["soep.jpg"]
    )
    alt: Annotated[str, Text(3, 200)] = Field(
        title="Wat je ziet",
        description="Voor wie het beeld niet ziet: beschrijf het in een zin",
        examples=["Drie mensen roeren in een grote pot soep"],
    )
    bron: Annotated[str, Text(2, 120)] | None = Field(
        None, title="Bron", description="Wie het beeld maakte", examples=["Buurtcomité Voorbeeldstraat"]
    )


class LookBack(Model):
    tekst: Annotated[str, Text(10, 1000)] = Field(
        title="Wat het opleverde",
        description="Kijk in enkele zinnen terug",
        examples=["We deelden soep uit aan de hele straat."],
    )
    cijfer: Annotated[str, Text(1, 120)] | None = Field(
        None, title="Cijfer", description="Bijvoorbeeld: 45 nieuwe vrijwilligers", examples=["120 borden"]
    )
    bron: Annotated[str, Text(2, 200)] | None = Field(
        None, title="Bron", description="Waar het cijfer vandaan komt", examples=["eigen telling"]
    )


class Submission(Model):
    """An initiative as it was sent in: `data/initiatives/<slug>.md` or `.yml`."""

    titel: Annotated[str, Text(3, 120)] = Field(
        title="Titel", description="Korte naam van je initiatief, 3 tot 120 tekens", examples=["Soep voor de straat"]
    )
    samenvatting: Annotated[str, Text(10, 280)] = Field(
        title="Samenvatting",
        description="In een of twee zinnen wat er te doen is, hoogstens 280 tekens",
        examples=["We koken samen een grote pot soep en delen ze uit."],
    )
    organisatie: Annotated[Organisation, Short("naam")] = Field(title="Organisatie", description="Wie organiseert dit?")
    type: Annotated[str, OneOf("types")] = Field(title="Soort", description="Wat voor initiatief is het?")
    momenten: list[Moment] = Field(title="Momenten", description="Wanneer het is", min_length=1, max_length=100)
    herhaling: Recurrence | None = Field(None, title="Herhaling", description="Als het ene moment geregeld terugkomt")
    locatie: Location | None = Field(None, title="Plaats", description="Waar het is")
    online: Annotated[bool | str, YES_OR_URL] | None = Field(
        None,
        title="Online",
        description="true, of het adres van de vergadering of de stream",
        examples=["https://www.example.org/vergadering"],
    )
    bereik: Annotated[list[str], Many(OneOf("regions"))] = Field(
        [],
        title="Bereik",
        description="Voor een initiatief zonder één plaats: de provincies, brussel of heel-vlaanderen",
    )
    themas: Annotated[list[str], Many(OneOf("themes"))] = Field(
        [], title="Thema's", description="De thema's van de publicatie waar het bij hoort"
    )
    sdgs: Annotated[list[int], Many(SDG, most=17)] = Field(
        [], title="SDG's", description="De duurzame-ontwikkelingsdoelen waaraan het bijdraagt, 1 tot en met 17"
    )
    doelgroep: Annotated[list[str], Many(OneOf("audiences"))] = Field(
        [], title="Voor wie", description="Wie er welkom is"
    )
    toegankelijkheid: Annotated[list[str], Many(OneOf("accessibility"))] = Field(
        [], title="Toegankelijkheid", description="Wat er geregeld is"
    )
    prijs: Annotated[Price, PRICE] | None = Field(
        None, title="Prijs", description="gratis, een bedrag in euro of een korte tekst", examples=["gratis"]
    )
    inschrijven: Annotated[Registration, Short("url")] | None = Field(
        None, title="Inschrijven", description="Waar mensen zich inschrijven, en tot wanneer"
    )
    website: Annotated[str, URL] | None = Field(
        None, title="Website", description="Een pagina met meer informatie", examples=["https://www.example.org/soep"]
    )
    contact: Contact | None = Field(None, title="Contact", description="Wie mensen iets kan vragen. Dit wordt openbaar")
    afbeelding: Image | None = Field(None, title="Afbeelding", description="Een foto of tekening die je mag gebruiken")
    status: Status = Field(Status.CONFIRMED, title="Status", description="Gaat het door?")
    reeks: Annotated[str, OneOf("series")] | None = Field(
        None, title="Reeks", description="De reeks waar het bij hoort"
    )
    taal: Annotated[list[str], Many(LANGUAGE, least=1, most=10)] = Field(
        ["nl"], title="Taal", description="De taal of talen van de activiteit"
    )
    tips: Annotated[list[str], Many(OneOf("tips"))] = Field(
        [], title="Tips", description="De tips van de publicatie die je gebruikt"
    )
    help_mee: Annotated[bool | str, YES_SENTENCE_OR_URL] | None = Field(
        None,
        title="Help mee",
        description="Kunnen mensen hier de handen uit de mouwen steken? true, een zin of een webadres",
        examples=["Kom om 12 uur groenten snijden."],
    )
    uitdatabank: Annotated[str, UITDATABANK] | None = Field(
        None,
        title="UiTdatabank",
        description="Het nummer of adres in UiTdatabank",
        examples=["https://www.uitinvlaanderen.be/"],
    )
    terugblik: Annotated[LookBack, Setter.AFTERWARDS] | None = Field(
        None, title="Terugblik", description="Achteraf: wat kwam ervan?"
    )
    in_de_kijker: Annotated[bool | str, YES_OR_SENTENCE, Setter.EDITORS] | None = Field(
        None, title="In de kijker", description="Alleen voor redacteurs", examples=["Omdat heel de straat meedoet."]
    )
    eerder: Annotated[list[str], Many(SLUG, most=20), Setter.EDITORS] = Field(
        [],
        title="Vroegere adressen",
        description="Vroegere namen van dit bestand, de oudste eerst",
        examples=["soep-in-de-straat"],
    )


class Tip(Model):
    """A tip of the publication: `data/tips/<slug>.md`."""

    titel: Annotated[str, Text(3, 120)] = Field(
        title="Titel", description="De tip in een paar woorden", examples=["Werk met ambassadeurs"]
    )
    samenvatting: Annotated[str, Text(10, 280)] = Field(
        title="Samenvatting",
        description="De tip in een of twee zinnen",
        examples=["Laat vrijwilligers zelf vertellen waarom ze het doen."],
    )
    thema: Annotated[str, OneOf("themes")] = Field(title="Thema", description="Het thema van de publicatie")
    voor: Annotated[list[str], Many(OneOf("audiences"))] = Field(
        [], title="Voor wie", description="Voor wie de tip bedoeld is"
    )
    bron: Annotated[str, Text(2, 300)] | None = Field(
        None, title="Bron", description="Waar de tip vandaan komt", examples=["Onze ervaring met tien ambassadeurs"]
    )
    organisatie: Annotated[str, Text(2, 120)] | None = Field(
        None, title="Organisatie", description="Wie de tip inzond", examples=["Buurtcomité Voorbeeldstraat"]
    )
    sdgs: Annotated[list[int], Many(SDG, most=17)] = Field(
        [], title="SDG's", description="De duurzame-ontwikkelingsdoelen waaraan de tip bijdraagt"
    )
    tijd: Annotated[str, Text(3, 160)] | None = Field(
        None,
        title="Tijd",
        description="Wat het ongeveer aan tijd vraagt",
        examples=["Een halve dag, daarna een uur per maand"],
    )
