"""What a reader gives of one source: the initiatives that it found, and the remarks on what found no place.

Every reader (ics/, table/, jsonld/) gives a Reading; cleaning.py and filing.py make files of it. Nothing is dropped in
silence: a value for which a file has no field is a Remark.
"""

from dataclasses import dataclass, field
from typing import TypedDict

from doemee.problems import printable, sentence

MAX_FOUND = 1000
"""More initiatives in one source are a mistake in the export."""

MAX_BYTES = 5 * 1024 * 1024
"""No calendar or table that people keep by hand is larger."""


class Unreadable(Exception):
    """A source, or a part of one, of which nothing can be made. `hint` says what to do instead."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message = message
        self.hint = hint


class OrganisationFields(TypedDict, total=False):
    """The fields of `organisatie`."""

    naam: str
    website: str
    partners: list[str]


class PlaceFields(TypedDict, total=False):
    """The fields of `locatie`."""

    naam: str
    adres: str
    postcode: str
    gemeente: str


class MomentFields(TypedDict, total=False):
    """The fields of one of `momenten`: days as `2026-03-07`, hours as `14:00` or `24:00` on the clock in Brussels."""

    datum: str
    einddatum: str
    van: str
    tot: str
    id: str
    titel: str
    status: str
    locatie: PlaceFields
    online: bool | str


class RecurrenceFields(TypedDict, total=False):
    """The fields of `herhaling`."""

    elke: str
    interval: int
    op: str | list[str]
    aantal: int
    tot_en_met: str
    behalve: list[str]


class RegistrationFields(TypedDict, total=False):
    """The fields of `inschrijven`."""

    url: str
    tot: str


class ContactFields(TypedDict, total=False):
    """The fields of `contact`."""

    email: str
    telefoon: str


class Fields(TypedDict, total=False):
    """The fields of an initiative that a reader may fill, under the keys of the declaration (load/submission.py).

    Values are as a file writes them, what is empty counts as left out. A table fills every other field too.
    """

    titel: str
    samenvatting: str
    organisatie: str | OrganisationFields
    type: str
    momenten: list[MomentFields]
    herhaling: RecurrenceFields
    locatie: PlaceFields
    online: bool | str
    bereik: list[str]
    themas: list[str]
    sdgs: list[int]
    doelgroep: list[str]
    toegankelijkheid: list[str]
    prijs: str
    inschrijven: RegistrationFields
    website: str
    contact: ContactFields
    status: str
    taal: list[str]
    uitdatabank: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person must know of a source; `where` in it. `todo` when somebody has to act on it."""

    source: str
    where: str
    message: str
    hint: str = ""
    todo: bool = True

    def __str__(self) -> str:
        place = ": ".join(filter(None, (self.source, self.where)))
        return printable(f"{place}: {'te doen' if self.todo else 'ter info'}: {sentence(self.message, self.hint)}")


@dataclass(slots=True)
class Found:
    """One initiative in a source.

    `format` and `uid` are what it is known by, for the next time; `where` is how remarks name it; `slug` the name of
    the file, if the source asks for one. `undecided` holds by field what the source leaves open: a remark that counts
    only when the field stays empty.
    """

    format: str
    uid: str
    where: str
    fields: Fields
    body: str = ""
    slug: str = ""
    undecided: dict[str, Remark] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """All that one source gave. `outside` are the titles of what does not fall within the campaign."""

    source: str
    found: list[Found] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def todo(self, message: str, hint: str = "") -> None:
        """Somebody must look at this, in the source as a whole."""
        self.at("").todo(message, hint)

    def info(self, message: str, hint: str = "") -> None:
        """This was done or left in the source as a whole, and nobody needs to act."""
        self.at("").info(message, hint)

    def at(self, where: str) -> "Remarks":
        """To remark on one place in the source."""
        return Remarks(self, where)

    def forget(self, where: str) -> None:
        """Drop the remarks on a place: they were made before, and a person has taken it in hand."""
        self.remarks = [remark for remark in self.remarks if remark.where != where]


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks on one place in a source."""

    reading: Reading
    where: str

    def remark(self, message: str, hint: str = "", *, todo: bool = True) -> Remark:
        """One that is not made yet."""
        return Remark(self.reading.source, self.where, message, hint, todo)

    def todo(self, message: str, hint: str = "") -> None:
        """Somebody must look at this."""
        self.reading.remarks.append(self.remark(message, hint))

    def info(self, message: str, hint: str = "") -> None:
        """This was done or left, and nobody needs to act."""
        self.reading.remarks.append(self.remark(message, hint, todo=False))

    def no_field(self, values: list[str]) -> None:
        """Values for which an initiative has no field; without any, nothing."""
        if values:
            hint = "Zet het in de beschrijving als mensen het moeten weten"
            self.info(f"hiervoor is er geen veld: {', '.join(values)}", hint)


def shown(value: object, most: int = 60) -> str:
    """A value of a source between quotes, short enough for a message."""
    text = " ".join(str(value).split())
    return f"“{text[:most]}…”" if len(text) > most else f"“{text}”"
