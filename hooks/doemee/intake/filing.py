"""What was found becomes files: new ones, changed ones, and those that a person made their own.

A file that came from an import carries its origin. On the next import a file that nobody touched follows
its source; one that somebody edited stays as it is, and the difference is told. Nothing is ever
overwritten that this program did not write, and nothing is there twice.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from doemee.intake import origin
from doemee.intake.found import Found, Reading, shown
from doemee.load.folder import readable
from doemee.load.loader import Loaded, load
from doemee.model.initiative import moment_id
from doemee.text import slugify
from doemee.write.data.submission_file import file_text


class Deed(StrEnum):
    """What was done with one initiative of a source."""

    NEW = "nieuw"
    CHANGED = "bijgewerkt"
    SAME = "ongewijzigd"
    KEPT = "met de hand bewerkt, niet aangeraakt"
    THERE = "bestaat al"


@dataclass(frozen=True, slots=True)
class Filed:
    """One initiative of a source and the file it is in; `text` is what that file must hold now."""

    deed: Deed
    path: Path
    text: str


@dataclass(slots=True)
class Cabinet:
    """The files of the project, as they were and as they become. Nothing is written here."""

    files: dict[Path, Loaded]
    into: Path
    root: Path
    defaults: Mapping[str, Any] = field(default_factory=dict)
    done: dict[str, tuple[Path, str]] = field(default_factory=dict)
    by_origin: dict[str, list[Path]] = field(default_factory=dict)
    origins: dict[Path, origin.Origin] = field(default_factory=dict)
    made: dict[Path, str] = field(default_factory=dict)
    """New files, and the source that each comes from."""

    def __post_init__(self) -> None:
        """Look for origins once."""
        for path, loaded in self.files.items():
            if found := origin.origin(loaded.data):
                self.origins[path] = found
                self.by_origin.setdefault(found.key, []).append(path)

    def file(self, found: Found, reading: Reading) -> Filed | None:
        """Give one initiative its file. None when it is there already, which is then told."""
        key = origin.key(found.kind, found.uid)
        source = file_text(found.fields, found.body)
        if before := self.done.get(key) or self.done.get(source):
            if before[1] == source:
                reading.mention(
                    found.where, f"{shown(found.fields.get('titel', ''))} staat er twee keer in ({before[0].name})"
                )
            else:
                reading.to_do(
                    found.where,
                    "twee initiatieven hebben hier dezelfde naam of UID; we namen het eerste",
                    "Geef ze een andere titel",
                )
            return None
        paths = self.by_origin.get(key, [])
        filed = self._again(found, key, source, paths[0], reading) if paths else self._new(found, key, source, reading)
        if filed:
            self.done[key] = self.done[source] = (filed.path, source)
        return filed

    def _again(self, found: Found, key: str, source: str, path: Path, reading: Reading) -> Filed:
        loaded, before = self.files[path], self.origins[path]
        code = origin.fingerprint(source)
        if not before.untouched:
            if before.source != code:
                self._tell_difference(found, path, before.source, code, reading)
                return Filed(Deed.KEPT, path, "")
            return Filed(Deed.SAME, path, "")
        given = loaded.tree.data if loaded.tree else {}
        fields = (
            {name: given[name] for name in ("type", "organisatie") if name in given}
            | self.defaults_for(found)
            | found.fields
        )
        fields["momenten"] = _with_ids(fields.get("momenten", []), loaded)
        text = self._text(fields, found.body, path, key, code)
        if text == origin.text_of(loaded.data):
            return Filed(Deed.SAME, path, "")
        self._keep(path, text)
        return Filed(Deed.CHANGED, path, text)

    def _new(self, found: Found, key: str, source: str, reading: Reading) -> Filed | None:
        fields = self.defaults_for(found) | found.fields
        if other := self._already(fields, reading.source):
            message = f"{shown(fields.get('titel', ''))} bestaat al: {self.files[other].path}"
            reading.mention(
                found.where, message, "We schreven niets. Is het toch iets anders? Geef het een andere titel"
            )
            return None
        slug = self._slug(found, fields)
        path = self.into / f"{slug}.md"
        text = self._text(fields, found.body, path, key, origin.fingerprint(source))
        self._keep(path, text)
        self.made[path] = reading.source
        return Filed(Deed.NEW, path, text)

    def defaults_for(self, found: Found) -> dict[str, Any]:
        """What the person who imports said of everything that does not say it itself."""
        return {name: value for name, value in self.defaults.items() if value and name not in found.fields}

    def _text(self, fields: Mapping[str, Any], body: str, path: Path, key: str, source: str) -> str:
        return origin.sealed(file_text(fields, body, path=path.name, hint=origin.line(key, source)))

    def _keep(self, path: Path, text: str) -> None:
        """From here on the file counts as if it were written: the next one may be the same."""
        self.files[path] = load(readable(path, self.root), text.encode())

    def _slug(self, found: Found, fields: Mapping[str, Any]) -> str:
        """A name for a new file that no other has or had; with the day or the town when the title is taken."""
        taken = {loaded.slug for loaded in self.files.values()}
        taken |= {
            slug for loaded in self.files.values() for slug in (loaded.submission and loaded.submission.eerder) or []
        }
        base = slugify(found.slug) or slugify(str(fields.get("titel", "")))
        day = slugify(str((fields.get("momenten") or [{}])[0].get("datum", "")))
        if len(base) < 3:
            base = "-".join(filter(None, ("initiatief", base, day)))
        town = slugify(str((fields.get("locatie") or {}).get("gemeente", "")))
        candidates = [base, *(f"{base[: 79 - len(more)].rstrip('-')}-{more}" for more in (day, town) if more)]
        candidates += (f"{base[:75].rstrip('-')}-{number}" for number in range(2, 10_000))
        return next(slug for slug in candidates if slug not in taken)

    def _already(self, fields: Mapping[str, Any], source: str) -> Path | None:
        """A file with the same number of UiTdatabank, or the same title, first moment and organisation.

        Two events of one source are two, whatever they are called: the source knows.
        """
        number = _number(fields.get("uitdatabank"))
        title, day, hour, who = _identity(fields)
        for path, loaded in self.files.items():
            sent = loaded.submission
            if sent is None or self.made.get(path) == source:
                continue
            if number and number == _number(sent.uitdatabank):
                return path
            if not sent.titel or not title or slugify(sent.titel) != title or (number and sent.uitdatabank):
                continue
            theirs = slugify(sent.organisatie.naam) if sent.organisatie else ""
            if who and theirs and who != theirs:
                continue
            if any(
                str(m.datum) == day and (not hour or not m.van or f"{m.van:%H:%M}" == hour) for m in sent.momenten or []
            ):
                return path
        return None

    def _tell_difference(self, found: Found, path: Path, old: str, new: str, reading: Reading) -> None:
        loaded = self.files[path]
        theirs = file_text(self.defaults_for(found) | found.fields, found.body, path=path.name)
        ours = origin.without(origin.text_of(loaded.data))
        lines = difflib.unified_diff(ours.splitlines(), theirs.splitlines(), "het bestand", "de bron", lineterm="", n=0)
        shown_lines = [line for line in lines if not line.startswith("@@")][2:40]
        reading.to_do(
            found.where,
            f"de bron is veranderd, maar {loaded.path} is met de hand bewerkt en blijft zoals het is. Verschil: {' / '.join(shown_lines)}",
            f"Neem over wat klopt, en zet dan bovenaan in het bestand {new} in de plaats van {old}",
        )


def _identity(fields: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """Title, first day, hour and organisation, as they are compared."""
    who = fields.get("organisatie")
    name = who.get("naam", "") if isinstance(who, Mapping) else who or ""
    first = (fields.get("momenten") or [{}])[0]
    return (
        slugify(str(fields.get("titel", ""))),
        str(first.get("datum", "")),
        str(first.get("van", "")),
        slugify(str(name)),
    )


def _number(reference: str | None) -> str:
    return str(reference or "").rstrip("/").rsplit("/", 1)[-1].lower()


def _with_ids(moments: list[dict[str, Any]], loaded: Loaded) -> list[dict[str, Any]]:
    """The moments, each with the id that its calendar entry has had so far.

    An id is a moment's place in the list until it is written down. So when a moment comes or goes, those
    that stay get theirs written, and no subscriber sees one change into another.
    """
    sent = loaded.submission
    before = list((sent and sent.momenten) or [])
    known = {(str(moment.datum), str(moment.van)): moment_id(moment, number) for number, moment in enumerate(before, 1)}
    if not known or any("id" in moment for moment in moments):
        return moments
    exact = [
        known.get((moment.get("datum", ""), f"{moment['van']}:00" if "van" in moment else "None")) for moment in moments
    ]
    left = [identity for identity in known.values() if identity not in exact]
    if len(moments) == len(before):
        # As many as before: what changed its day or hour is the one whose place it has.
        exact = [identity or left.pop(0) for identity in exact]
    taken = {*known.values(), *filter(None, exact)}
    numbers = (str(number) for number in range(1, 10_000) if str(number) not in taken)
    found = [identity or next(numbers) for identity in exact]
    return [
        {**moment, **({} if identity == str(n) else {"id": identity})}
        for n, (moment, identity) in enumerate(zip(moments, found, strict=True), 1)
    ]
