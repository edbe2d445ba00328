"""The one declaration of every field that a sender can fill in.

A field's `title` and `description` are the Dutch words that people read, its type says what Python gets and, in
`Annotated`, what may be written, who fills it in and what one door says or does otherwise (marks.py).
What needs to know the fields reads them as one tree from declared.py: JSON Schema, table, forms, questions, messages.
Source of the keys: the contract, section 1.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar

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
    Description,
    Many,
    Number,
    On,
    OneOf,
    Short,
    Text,
)
from doemee.load.marks import Each, InExample, InForm, InIssueForm, InTable, Section, Setter
from doemee.load.spelling import Month, MonthlyWeekday, Price


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


class Model(BaseModel):
    """A group of fields. Unknown keys are problems; values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sections: ClassVar[tuple[Section, ...]] = ()
    """The headings under which the form asks its fields, in their order; a field names its own in `Annotated`."""

    own_titles: ClassVar[bool] = False
    """Of a group: whether the title of a field says enough without that of the group (`Postcode`)."""

    body: ClassVar["type[Model] | None"] = None
    """Of a whole file: the one field of this model declares the description, which is none of the front matter."""


_ABOUT_BODY = (
    "Vertel meer, in gewone zinnen. Een lege regel begint een nieuwe alinea, een streepje een lijst, "
    "**twee sterretjes** vet"
)
_EXAMPLE_OF_BODY = "Breng laarzen mee. Handschoenen liggen klaar."


class Body(Model):
    """The description of an initiative."""

    beschrijving: Annotated[
        str,
        Description(),
        InIssueForm(
            help="Vertel meer, in gewone zinnen. **Vet** kan, een [link](https://www.example.org/) ook.",
            placeholder="",
            lines=True,
        ),
        InTable(
            also=("omschrijving", "meer-uitleg"),
            help="Meer uitleg, in gewone tekst of Markdown. Regels in de cel mogen",
            example="",
            wide=True,
        ),
    ] = Field("", title="Beschrijving", description=_ABOUT_BODY, examples=[_EXAMPLE_OF_BODY])


class TipBody(Body):
    """The description of a tip."""

    beschrijving: Annotated[
        str,
        Description(),
        InIssueForm(help="Leg de tip uit, zodat een ander ermee aan de slag kan.", placeholder="", lines=True),
    ] = Field("", title="Beschrijving", description=_ABOUT_BODY, examples=[_EXAMPLE_OF_BODY])


class Organisation(Model):
    naam: Annotated[
        str, Text(2, 120), InIssueForm(label="Organisatie"), InTable(also=("organisator", "vereniging"))
    ] = Field(
        title="Naam",
        description="De naam van je organisatie, zoals mensen ze kennen",
        examples=["Buurtcomité Voorbeeldstraat"],
    )
    website: Annotated[Annotated[str, URL] | None, InIssueForm(label="Website van de organisatie")] = Field(
        None, title="Website", description="De website van je organisatie", examples=["https://www.example.org/"]
    )
    partners: Annotated[
        list[str],
        Many(Text(2, 120), most=20),
        InIssueForm(label="Partners", help="Organisaties die mee organiseren, elk op een eigen regel"),
    ] = Field(
        [], title="Partners", description="Organisaties die mee organiseren", examples=["Dienstencentrum De Linde"]
    )


class Location(Model):
    own_titles = True

    naam: Annotated[
        Annotated[str, Text(2, 120)] | None,
        InIssueForm(label="Zaal of plek"),
        InTable(also=("locatie", "zaal")),
        InExample(shown=True),
    ] = Field(
        None, title="Naam van de plek", description="De naam van de zaal of de plek", examples=["Buurthuis De Lepel"]
    )
    adres: Annotated[Annotated[str, Text(2, 160)] | None, InTable(also=("straat",)), InExample(shown=True)] = Field(
        None, title="Straat en nummer", description="Waar mensen moeten zijn", examples=["Voorbeeldstraat 1"]
    )
    postcode: Annotated[str, POSTCODE, InExample(note="vier cijfers; daaruit volgt de provincie")] = Field(
        title="Postcode", description="Vier cijfers; daaruit volgt de provincie", examples=["9000"]
    )
    gemeente: Annotated[
        Annotated[str, Text(2, 60)] | None, InExample(note="ze moet bij de postcode horen", shown=True)
    ] = Field(
        None,
        title="Gemeente",
        description="De gemeente of deelgemeente; ze moet bij de postcode horen",
        examples=["Gent"],
    )


_NEEDED = Section("Moment", open=True)
_MORE = Section("Meer over dit moment")


class Moment(Model):
    sections = (_NEEDED, _MORE)
    own_titles = True

    datum: Annotated[
        date | Month | str,
        DAY_OR_MONTH,
        _NEEDED,
        InForm(help="De (eerste) dag"),
        InTable(also=("begindatum", "startdatum", "dag", "wanneer")),
        InExample(
            value="2026-03-07",
            note="of 7/3/2026, of 7 maart 2026. Is de dag nog niet bekend? Schrijf mei 2026, of volgt",
        ),
    ] = Field(
        title="Datum",
        description="De (eerste) dag. Is de dag nog niet bekend? Schrijf dan de maand (mei 2026), of volgt",
        examples=["7 maart 2026"],
    )
    einddatum: Annotated[
        Annotated[date, DAY] | None, _NEEDED, InExample(value="2026-03-08", note="de laatste dag, als het langer duurt")
    ] = Field(
        None,
        title="Laatste dag",
        description="Alleen als het langer dan een dag duurt. Deze dag telt nog mee",
        examples=["8 maart 2026"],
    )
    van: Annotated[
        Annotated[time, TIME_OF_DAY] | None,
        _NEEDED,
        InTable(also=("beginuur", "startuur", "begin", "van-uur")),
        InExample(note="of 14u30; zonder uren duurt het de hele dag", shown=True),
    ] = Field(None, title="Van", description="Het beginuur. Zonder uur duurt het de hele dag", examples=["14:00"])
    tot: Annotated[
        Annotated[time, TIME_OF_DAY] | None,
        _NEEDED,
        InForm(help="Het einduur"),
        InTable(also=("einduur", "einde", "tot-uur")),
        InExample(value="17:00", note="24:00 is middernacht", shown=True),
    ] = Field(None, title="Tot", description="Het einduur; 24:00 is middernacht", examples=["17u30"])
    id: Annotated[
        Annotated[str, SHORT_ID] | None,
        InForm(label="Vaste naam"),
        InIssueForm(left_out=True),
        InTable(left_out=True),
        InExample(note="een vaste naam, als je later momenten toevoegt of schrapt"),
    ] = Field(
        None,
        title="Id",
        description="Een vaste naam voor dit moment, handig als je momenten toevoegt of schrapt",
        examples=["eerste-keer"],
    )
    titel: Annotated[
        Annotated[str, Text(3, 120)] | None, InIssueForm(left_out=True), InExample(note="als dit moment anders heet")
    ] = Field(None, title="Eigen titel", description="Als dit moment anders heet", examples=["De eerste keer"])
    status: Annotated[
        Status | None, InExample(value=Status.CANCELLED, note="als alleen dit moment niet doorgaat of vol is")
    ] = Field(None, title="Status", description="Als alleen dit moment niet doorgaat of vol is")
    locatie: Annotated[Location | None, InIssueForm(left_out=True), InTable(left_out=True)] = Field(
        None, title="Eigen plaats", description="Als dit moment ergens anders is"
    )
    online: Annotated[
        Annotated[bool | str, YES_OR_URL] | None,
        InIssueForm(left_out=True),
        InTable(left_out=True),
        InExample(value="true", note="als dit moment online is; of het adres van de vergadering"),
    ] = Field(
        None,
        title="Online",
        description="Als dit moment online is. Is er ook een zaal, geef dan ook de eigen plaats van dit moment op",
        examples=["https://www.example.org/vergadering"],
    )
    weekdag: Annotated[
        Annotated[int, WEEKDAY] | None, InExample(note="ter controle: we zeggen het als de datum niet op die dag valt")
    ] = Field(
        None,
        title="Weekdag",
        description="Ter controle: we zeggen het als de datum niet op die dag valt",
        examples=["zaterdag"],
    )


class Recurrence(Model):
    elke: Annotated[
        Frequency,
        InIssueForm(
            help="Alleen als het ene moment hierboven geregeld terugkomt",
            options=(("Elke dag", "dag"), ("Elke week", "week"), ("Elke maand", "maand")),
        ),
        InExample(value=Frequency.WEEK),
    ] = Field(title="Elke", description="Elke dag, week of maand")
    interval: Annotated[
        int,
        Number(12),
        InForm(help="Bijvoorbeeld 2: dan is het om de twee weken, of om de twee maanden"),
        InIssueForm(help="Bijvoorbeeld 2: dan is het om de twee weken, of om de twee maanden"),
        InExample(note="om de twee weken"),
    ] = Field(1, title="Om de", description="2 bij elke: week is om de twee weken", examples=["2"])
    op: Annotated[
        list[int] | MonthlyWeekday | None,
        On(),
        InForm(help="De dagen van de week, of bij elke maand bijvoorbeeld de eerste dinsdag"),
        InIssueForm(
            help=("Bij elke week: maandag, donderdag. Bij elke maand bijvoorbeeld: eerste dinsdag, of laatste vrijdag"),
            placeholder="maandag, donderdag",
        ),
        InExample(value="[za]", note="bij een maand bijvoorbeeld: eerste dinsdag"),
    ] = Field(
        None,
        title="Op",
        description="Weekdagen ([ma, do]), of voor een maand bijvoorbeeld: eerste dinsdag",
        examples=["ma, do"],
    )
    tot_en_met: Annotated[
        Annotated[date, DAY] | None,
        InIssueForm(help="De laatste dag waarop het kan doorgaan. Of vul hieronder in hoeveel keer het is"),
        InExample(value="2026-06-30", note="de laatste dag waarop het kan doorgaan; of schrijf aantal"),
    ] = Field(None, title="Tot en met", description="De laatste dag waarop het kan doorgaan", examples=["30 juni 2026"])
    aantal: Annotated[
        Annotated[int, Number(400)] | None, InExample(note="hoeveel keer in totaal, in plaats van tot_en_met")
    ] = Field(None, title="Aantal keer", description="Hoeveel keer in totaal", examples=["10"])
    behalve: Annotated[
        list[date],
        Many(DAY, most=100, too_many="te-veel-uitzonderingen"),
        InIssueForm(help="Dagen waarop het niet doorgaat, elk op een eigen regel"),
        InExample(value="[2026-04-04]", note="dagen waarop het niet doorgaat"),
    ] = Field([], title="Behalve op", description="Dagen waarop het niet doorgaat", examples=["6 april 2026"])


class Registration(Model):
    url: Annotated[str, URL, InIssueForm(label="Inschrijven: webadres")] = Field(
        title="Adres", description="Waar mensen zich inschrijven", examples=["https://www.example.org/inschrijven"]
    )
    tot: Annotated[
        Annotated[date, DAY] | None,
        InIssueForm(label="Inschrijven tot"),
        InExample(value="2026-03-01", note="de laatste dag om in te schrijven"),
    ] = Field(None, title="Inschrijven tot", description="De laatste dag om in te schrijven", examples=["1 maart 2026"])
    verplicht: Annotated[
        bool,
        YES_OR_NO,
        InIssueForm(label="Inschrijven verplicht", options=(("Ja, inschrijven moet", True), ("Nee, het mag", False))),
        InExample(value="ja", note="of nee: inschrijven mag, maar moet niet"),
    ] = Field(False, title="Verplicht", description="Of inschrijven moet")


class Contact(Model):
    naam: Annotated[Annotated[str, Text(2, 120)] | None, InTable(also=("contactpersoon",))] = Field(
        None, title="Naam", description="Liefst een dienst of team, geen persoon", examples=["Het buurtcomité"]
    )
    email: Annotated[Annotated[str, EMAIL] | None, InTable(also=("mail", "e-mail", "e-mailadres"))] = Field(
        None,
        title="E-mail",
        description="Het adres van de organisatie. Het wordt openbaar",
        examples=["info@example.org"],
    )
    telefoon: Annotated[Annotated[str, PHONE] | None, InTable(also=("tel", "telefoonnummer"))] = Field(
        None,
        title="Telefoon",
        description="Het nummer van de organisatie. Het wordt openbaar",
        examples=["09 000 00 00"],
    )


class Image(Model):
    bestand: Annotated[str, IMAGE_NAME, InForm(label="Naam van de foto", help="In kleine letters, zonder spaties")] = (
        Field(
            title="Bestand",
            description="De naam van het bestand in data/initiatives/afbeeldingen/",
            examples=["soep.jpg"],
        )
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


_WHAT = Section("Wat", open=True, body=True)
_WHEN = Section("Wanneer", open=True)
_WHERE = Section("Waar", open=True, one_of="geen-plaats")
_FOR_WHOM = Section("Voor wie en hoe")
_BELONGS_TO = Section("Waar het bij past")
_PICTURE = Section("Beeld")
_LATER = Section("Later, of voor redacteurs", later=True)


class Submission(Model):
    """An initiative as it was sent in: `data/initiatives/<slug>.md` or `.yml`."""

    sections = (_WHAT, _WHEN, _WHERE, _FOR_WHOM, _BELONGS_TO, _PICTURE, _LATER)
    body = Body

    titel: Annotated[str, Text(3, 120), _WHAT, InTable(also=("activiteit", "naam", "naam-activiteit"), wide=True)] = (
        Field(
            title="Titel",
            description="Korte naam van je initiatief, 3 tot 120 tekens",
            examples=["Soep voor de straat"],
        )
    )
    samenvatting: Annotated[
        str, Text(10, 280), _WHAT, InIssueForm(lines=True), InTable(also=("korte-beschrijving",), wide=True)
    ] = Field(
        title="Samenvatting",
        description="In een of twee zinnen wat er te doen is, hoogstens 280 tekens",
        examples=["We koken samen een grote pot soep en delen ze uit."],
    )
    organisatie: Annotated[Organisation, Short("naam"), _WHAT] = Field(
        title="Organisatie", description="Wie organiseert dit?"
    )
    type: Annotated[str, OneOf("types"), _WHAT, InIssueForm(explained=True)] = Field(
        title="Soort", description="Wat voor initiatief is het?"
    )
    momenten: Annotated[
        list[Moment],
        _WHEN,
        Each("moment", differs="Heeft dit moment een eigen titel, plaats of status?"),
        InIssueForm(
            help=(
                "Schrijf elk moment op een eigen regel, zoals in het voorbeeld. Is de dag nog niet bekend, schrijf dan "
                "alleen de maand (mei 2026), of: volgt. Duurt het meer dagen, schrijf dan de eerste en de laatste: "
                "7 maart 2026 - 9 maart 2026. Gaat een moment niet door, zet er dan `, geannuleerd` achter."
            ),
            placeholder="zaterdag 7 maart 2026, van 14.00 tot 17.00 uur\n8/3/2026 14:00-17:00\nmei 2026",
        ),
        InExample(note="een of meer momenten"),
    ] = Field(title="Momenten", description="Wanneer het is", min_length=1, max_length=100)
    herhaling: Annotated[Recurrence | None, _WHEN] = Field(
        None, title="Herhaling", description="Als het ene moment geregeld terugkomt"
    )
    locatie: Annotated[
        Location | None, _WHERE, InExample(note="een van deze drie: locatie, online of bereik", shown=True)
    ] = Field(None, title="Plaats", description="Waar het is")
    online: Annotated[
        Annotated[bool | str, YES_OR_URL] | None,
        _WHERE,
        InForm(help="Kies ja, of geef het adres van de vergadering of de stream"),
        InIssueForm(help="Schrijf ja, of het adres van de vergadering of de stream", placeholder="ja"),
        InExample(value="true", note="of het adres: https://www.example.org/vergadering"),
    ] = Field(
        None,
        title="Online",
        description="true, of het adres van de vergadering of de stream",
        examples=["https://www.example.org/vergadering"],
    )
    bereik: Annotated[
        list[str],
        Many(OneOf("regions")),
        _WHERE,
        InForm(help="Alleen voor een initiatief zonder één plaats"),
        InIssueForm(help="Alleen voor een initiatief zonder één plaats"),
        InExample(value="[heel-vlaanderen]", note="voor een initiatief zonder één plaats"),
    ] = Field(
        [],
        title="Bereik",
        description="Voor een initiatief zonder één plaats: de provincies, brussel of heel-vlaanderen",
    )
    themas: Annotated[list[str], Many(OneOf("themes")), _BELONGS_TO] = Field(
        [], title="Thema's", description="De thema's van de publicatie waar het bij hoort"
    )
    sdgs: Annotated[
        list[int],
        Many(SDG, most=17),
        _BELONGS_TO,
        InIssueForm(help="De duurzame-ontwikkelingsdoelen waaraan het bijdraagt"),
        InExample(value="[2, 11]"),
    ] = Field([], title="SDG's", description="De duurzame-ontwikkelingsdoelen waaraan het bijdraagt, 1 tot en met 17")
    doelgroep: Annotated[list[str], Many(OneOf("audiences")), _FOR_WHOM] = Field(
        [], title="Voor wie", description="Wie er welkom is"
    )
    toegankelijkheid: Annotated[list[str], Many(OneOf("accessibility")), _FOR_WHOM] = Field(
        [], title="Toegankelijkheid", description="Wat er geregeld is"
    )
    prijs: Annotated[
        Annotated[Price, PRICE] | None,
        _FOR_WHOM,
        InExample(note="of 5, of een tekst: € 3 voor leden, € 5 voor anderen", shown=True),
    ] = Field(None, title="Prijs", description="gratis, een bedrag in euro of een korte tekst", examples=["gratis"])
    inschrijven: Annotated[Annotated[Registration, Short("url")] | None, _FOR_WHOM] = Field(
        None, title="Inschrijven", description="Waar mensen zich inschrijven, en tot wanneer"
    )
    website: Annotated[Annotated[str, URL] | None, _FOR_WHOM, InTable(also=("link",))] = Field(
        None, title="Website", description="Een pagina met meer informatie", examples=["https://www.example.org/soep"]
    )
    contact: Annotated[Contact | None, _FOR_WHOM, InExample(note="wordt openbaar: geen privéadres of privénummer")] = (
        Field(None, title="Contact", description="Wie mensen iets kan vragen. Dit wordt openbaar")
    )
    afbeelding: Annotated[
        Image | None,
        _PICTURE,
        InForm(
            help=(
                "Een foto of tekening die je mag gebruiken. De foto zelf gaat niet mee met dit formulier: "
                "sleep ze op GitHub bij je bestand, of stuur ze mee met je mail"
            )
        ),
        InIssueForm(left_out=True),
        InExample(note="zet het bestand in data/initiatives/afbeeldingen/"),
    ] = Field(None, title="Afbeelding", description="Een foto of tekening die je mag gebruiken")
    status: Annotated[Status, _LATER, InExample(value=Status.FULL)] = Field(
        Status.CONFIRMED, title="Status", description="Gaat het door?"
    )
    reeks: Annotated[
        Annotated[str, OneOf("series")] | None, _BELONGS_TO, InExample(value="week-van-de-vrijwilliger")
    ] = Field(None, title="Reeks", description="De reeks waar het bij hoort")
    taal: Annotated[
        list[str],
        Many(LANGUAGE, least=1, most=10),
        _FOR_WHOM,
        InIssueForm(help="Laat dit open als het in het Nederlands is"),
        InExample(value="[nl, fr]"),
    ] = Field(["nl"], title="Taal", description="De taal of talen van de activiteit")
    tips: Annotated[list[str], Many(OneOf("tips")), _BELONGS_TO, InIssueForm(left_out=True)] = Field(
        [], title="Tips", description="De tips van de publicatie die je gebruikt"
    )
    help_mee: Annotated[
        Annotated[bool | str, YES_SENTENCE_OR_URL] | None,
        _FOR_WHOM,
        InForm(help="Kunnen mensen hier de handen uit de mouwen steken? Kies ja, of schrijf een zin of een webadres"),
        InIssueForm(help="Kunnen mensen hier de handen uit de mouwen steken? Schrijf ja, een zin of een webadres"),
    ] = Field(
        None,
        title="Help mee",
        description="Kunnen mensen hier de handen uit de mouwen steken? true, een zin of een webadres",
        examples=["Kom om 12 uur groenten snijden."],
    )
    uitdatabank: Annotated[
        Annotated[str, UITDATABANK] | None,
        _LATER,
        InIssueForm(help="Het adres van je activiteit op uitinvlaanderen.be, als ze daar ook staat"),
        InExample(note="het adres of nummer van je activiteit daar"),
    ] = Field(
        None,
        title="UiTdatabank",
        description="Het nummer of adres in UiTdatabank",
        examples=["https://www.uitinvlaanderen.be/"],
    )
    terugblik: Annotated[LookBack | None, Setter.AFTERWARDS] = Field(
        None, title="Terugblik", description="Achteraf: wat kwam ervan?"
    )
    in_de_kijker: Annotated[
        Annotated[bool | str, YES_OR_SENTENCE] | None,
        Setter.EDITORS,
        InExample(value="true", note="alleen voor redacteurs"),
    ] = Field(
        None, title="In de kijker", description="Alleen voor redacteurs", examples=["Omdat heel de straat meedoet."]
    )
    eerder: Annotated[
        list[str],
        Many(SLUG, most=20),
        InForm(help="Vroegere namen in het adres van de pagina, de oudste eerst"),
        Setter.EDITORS,
        InExample(note="vroegere namen van dit bestand, de oudste eerst"),
    ] = Field(
        [],
        title="Vroegere adressen",
        description="Vroegere namen van dit bestand, de oudste eerst",
        examples=["soep-in-de-straat"],
    )


_TIP = Section("De tip", open=True, body=True)
_FROM_WHOM = Section("Voor wie en van wie")


class Tip(Model):
    """A tip of the publication: `data/tips/<slug>.md`."""

    sections = (_TIP, _FROM_WHOM)
    body = TipBody

    titel: Annotated[str, Text(3, 120), _TIP] = Field(
        title="Titel", description="De tip in een paar woorden", examples=["Werk met ambassadeurs"]
    )
    samenvatting: Annotated[str, Text(10, 280), _TIP, InIssueForm(lines=True)] = Field(
        title="Samenvatting",
        description="De tip in een of twee zinnen",
        examples=["Laat vrijwilligers zelf vertellen waarom ze het doen."],
    )
    thema: Annotated[str, OneOf("themes"), _TIP] = Field(title="Thema", description="Het thema van de publicatie")
    voor: Annotated[list[str], Many(OneOf("audiences"))] = Field(
        [], title="Voor wie", description="Voor wie de tip bedoeld is"
    )
    bron: Annotated[str, Text(2, 300)] | None = Field(
        None, title="Bron", description="Waar de tip vandaan komt", examples=["Onze ervaring met tien ambassadeurs"]
    )
    organisatie: Annotated[str, Text(2, 120)] | None = Field(
        None, title="Organisatie", description="Wie de tip inzond", examples=["Buurtcomité Voorbeeldstraat"]
    )
    sdgs: Annotated[
        list[int], Many(SDG, most=17), InIssueForm(help="De duurzame-ontwikkelingsdoelen waaraan het bijdraagt")
    ] = Field([], title="SDG's", description="De duurzame-ontwikkelingsdoelen waaraan de tip bijdraagt")
    tijd: Annotated[str, Text(3, 160)] | None = Field(
        None,
        title="Tijd",
        description="Wat het ongeveer aan tijd vraagt",
        examples=["Een halve dag, daarna een uur per maand"],
    )
