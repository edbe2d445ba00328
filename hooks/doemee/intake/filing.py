"""What was found becomes files: new ones, updated ones, and those that a person made their own.

A file that came from an import carries its origin. On the next import a file that nobody touched follows its source;
one that somebody edited stays as it is, and the difference is reported. Nothing is ever overwritten that this program
did not write, and nothing is there twice.
"""

import difflib
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import cast

from doemee.intake import origin
from doemee.intake.found import Fields, Found, MomentFields, Reading, shown
from doemee.load.folder import readable
from doemee.load.loader import Loaded, load
from doemee.load.submission import Submission
from doemee.model.initiative import moment_id
from doemee.project import Project
from doemee.text import slugify
from doemee.write.data.submission_file import file_text


class Action(StrEnum):
    """What becomes of one initiative of a source; the values are the words of the report."""

    NEW = "nieuw"
    UPDATED = "bijgewerkt"
    UNCHANGED = "ongewijzigd"
    EDITED = "met de hand bewerkt, niet aangeraakt"
    EXISTS = "bestaat al of dubbel"


@dataclass(frozen=True, slots=True)
class Filed:
    """One initiative of a source, and the file that it is in by its path in messages.

    `text` is what that file must hold now; empty when nothing is to be written. `settled` when a person has taken the
    file in hand and the source says nothing new: then there is nothing more to say.
    """

    action: Action
    path: str
    text: str = ""
    settled: bool = False


class Filing:
    """The files of a project, as they were and as they become. Nothing is written here.

    New ones come `into` a folder. `defaults` holds `type` and `organisatie`, for what does not say its own.
    """

    def __init__(self, project: Project, into: Path, defaults: Fields):
        self.root = project.root
        self.into = into
        self.defaults = defaults
        self.files: dict[str, Loaded] = {}
        self.taken = set(project.taken)
        self._position: dict[str, int] = {}
        self._by_key: dict[str, str] = {}
        self._origins: dict[str, origin.Origin] = {}
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._done: dict[str, tuple[str, str]] = {}
        self._made: dict[str, str] = {}
        for path, loaded in project.initiatives.items():
            self._keep(path, loaded)
            if found := origin.origin_of(loaded.data):
                self._origins[path] = found
                self._by_key.setdefault(found.key, path)

    def file(self, found: Found, reading: Reading) -> Filed:
        """Give one initiative its file."""
        key = origin.key(found.format, found.uid)
        text = file_text(found.fields, found.body)
        if before := self._done.get(key) or self._done.get(text):
            return self._twice(found, before, text, reading)
        if path := self._by_key.get(key):
            filed = self._again(found, key, text, path, reading)
        else:
            filed = self._new(found, key, text, reading)
        if filed.action is not Action.EXISTS:
            self._done[key] = self._done[text] = filed.path, text
        return filed

    def _twice(self, found: Found, before: tuple[str, str], text: str, reading: Reading) -> Filed:
        """The source held it before, with the same UID or the same content."""
        path, text_before = before
        if text_before == text:
            name = path.rsplit("/", 1)[-1]
            reading.at(found.where).info(f"{shown(found.fields.get('titel', ''))} staat er twee keer in ({name})")
        else:
            message = "twee initiatieven hebben hier dezelfde naam of UID; we namen het eerste"
            reading.at(found.where).todo(message, "Geef ze een andere titel")
        return Filed(Action.EXISTS, path)

    def _again(self, found: Found, key: str, source: str, path: str, reading: Reading) -> Filed:
        """It was imported before, into the file at `path`."""
        loaded, before = self.files[path], self._origins[path]
        code = origin.fingerprint(source)
        if not before.untouched:
            if before.source == code:
                return Filed(Action.UNCHANGED, path, settled=True)
            self._report_difference(found, loaded, before.source, code, reading)
            return Filed(Action.EDITED, path)
        fields = _given(loaded) | self._defaults_for(found) | found.fields
        fields["momenten"] = _with_ids(fields.get("momenten", []), loaded)
        text = self._sealed(fields, found.body, path, key, code)
        if text == origin.text_of(loaded.data):
            return Filed(Action.UNCHANGED, path)
        self._keep(path, load(path, text.encode()))
        return Filed(Action.UPDATED, path, text)

    def _new(self, found: Found, key: str, source: str, reading: Reading) -> Filed:
        """It was never imported; but it may be there already."""
        fields = self._defaults_for(found) | found.fields
        if path := self._existing(fields, reading.source):
            message = f"{shown(fields.get('titel', ''))} bestaat al: {path}"
            hint = "We schreven niets. Is het toch iets anders? Geef het een andere titel"
            reading.at(found.where).info(message, hint)
            return Filed(Action.EXISTS, path)
        path = readable(self.into / f"{self._slug(found, fields)}.md", self.root)
        text = self._sealed(fields, found.body, path, key, origin.fingerprint(source))
        self._keep(path, load(path, text.encode()))
        self._made[path] = reading.source
        return Filed(Action.NEW, path, text)

    def _defaults_for(self, found: Found) -> Fields:
        """What the person who imports said of everything that does not say it itself."""
        missing: Fields = {}
        if (type_id := self.defaults.get("type")) and "type" not in found.fields:
            missing["type"] = type_id
        if (organisation := self.defaults.get("organisatie")) and "organisatie" not in found.fields:
            missing["organisatie"] = organisation
        return missing

    def _sealed(self, fields: Fields, body: str, path: str, key: str, source: str) -> str:
        return origin.sealed(file_text(fields, body, path=path, hint=origin.line(key, source)))

    def _keep(self, path: str, loaded: Loaded) -> None:
        """From here on the file counts as if it were written: the next one may be the same."""
        self.files[path] = loaded
        self.taken.add(loaded.slug)
        self._position.setdefault(path, len(self._position))
        if loaded.submission is not None:
            for name in _names(loaded.submission):
                self._alike[name].append(path)

    def _slug(self, found: Found, fields: Fields) -> str:
        """A name for a new file that no other has or had; with the day or the town when the title is taken."""
        base = slugify(found.slug) or slugify(fields.get("titel", ""))
        first = next(iter(fields.get("momenten", [])), MomentFields())
        day = slugify(first.get("datum", ""))
        if len(base) < 3:
            base = "-".join(filter(None, ("initiatief", base, day)))
        town = slugify(fields.get("locatie", {}).get("gemeente", ""))
        told_apart = (f"{base[: 79 - len(more)].rstrip('-')}-{more}" for more in (day, town) if more)
        numbered = (f"{base[:75].rstrip('-')}-{number}" for number in range(2, 10_000))
        return next(slug for slug in chain((base,), told_apart, numbered) if slug not in self.taken)

    def _existing(self, fields: Fields, source: str) -> str | None:
        """A file with the same number of UiTdatabank, or the same title, first moment and organisation.

        Two events of one source are two, whatever they are called: the source knows.
        """
        number, title = _number(fields.get("uitdatabank")), slugify(fields.get("titel", ""))
        alike = {path for name in filter(None, (number, title)) for path in self._alike[name]}
        for path in sorted(alike, key=self._position.__getitem__):
            sent = self.files[path].submission
            if sent is not None and self._made.get(path) != source and _is_same(fields, sent):
                return path
        return None

    def _report_difference(self, found: Found, loaded: Loaded, old: str, new: str, reading: Reading) -> None:
        theirs = file_text(self._defaults_for(found) | found.fields, found.body, path=loaded.path)
        ours = origin.without_line(origin.text_of(loaded.data))
        lines = difflib.unified_diff(ours.splitlines(), theirs.splitlines(), "het bestand", "de bron", lineterm="", n=0)
        difference = " / ".join([line for line in lines if not line.startswith("@@")][2:40])
        changed = f"de bron is veranderd, maar {loaded.path} is met de hand bewerkt en blijft zoals het is"
        hint = f"Neem over wat klopt, en zet dan bovenaan in het bestand {new} in de plaats van {old}"
        reading.at(found.where).todo(f"{changed}. Verschil: {difference}", hint)


def _names(sent: Submission) -> list[str]:
    """What a file may be recognised by: its title and its number of UiTdatabank."""
    return [name for name in (slugify(sent.titel or ""), _number(sent.uitdatabank)) if name]


def _is_same(fields: Fields, sent: Submission) -> bool:
    """Whether a file holds the initiative with these fields."""
    number = _number(fields.get("uitdatabank"))
    if number and number == _number(sent.uitdatabank):
        return True
    title = slugify(fields.get("titel", ""))
    if not sent.titel or not title or slugify(sent.titel) != title or (number and sent.uitdatabank):
        return False
    organisation = fields.get("organisatie", "")
    who = slugify(organisation if isinstance(organisation, str) else organisation.get("naam", ""))
    theirs = slugify(sent.organisatie.naam) if sent.organisatie else ""
    if who and theirs and who != theirs:
        return False
    first = next(iter(fields.get("momenten", [])), MomentFields())
    day, hour = first.get("datum", ""), first.get("van", "")
    return any(
        str(moment.datum) == day and (not hour or not moment.van or f"{moment.van:%H:%M}" == hour)
        for moment in sent.momenten or []
    )


def _number(reference: str | None) -> str:
    """The number in an address of UiTdatabank, or a number alone."""
    return (reference or "").rstrip("/").rsplit("/", 1)[-1].lower()


def _given(loaded: Loaded) -> Fields:
    """The type and the organisation of a file: what one import was given, the next one need not be."""
    data = loaded.tree.data if loaded.tree else {}
    given = {name: data[name] for name in ("type", "organisatie") if name in data}
    return cast(Fields, given)  # nobody touched the file, so it is as it was written


def _with_ids(moments: list[MomentFields], loaded: Loaded) -> list[MomentFields]:
    """The moments, each with the id that its calendar entry has had so far.

    An id is a moment's place in the list until it is written down. So when a moment comes or goes, those that stay get
    theirs written, and no subscriber sees one change into another.
    """
    before = list(loaded.submission.momenten or []) if loaded.submission else []
    known = {(str(moment.datum), str(moment.van)): moment_id(moment, number) for number, moment in enumerate(before, 1)}
    if not known or any("id" in moment for moment in moments):
        return moments
    same = [known.get((one.get("datum", ""), f"{one['van']}:00" if "van" in one else "None")) for one in moments]
    left = [identity for identity in known.values() if identity not in same]
    if len(moments) == len(before):
        # As many as before: what changed its day or hour is the one whose place it has.
        same = [identity or left.pop(0) for identity in same]
    taken = {*known.values(), *filter(None, same)}
    numbers = (str(number) for number in range(1, 10_000) if str(number) not in taken)
    ids = [identity or next(numbers) for identity in same]
    return [
        moment if identity == str(place) else moment | {"id": identity}
        for place, (moment, identity) in enumerate(zip(moments, ids, strict=True), 1)
    ]
