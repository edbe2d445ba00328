"""`doemee import`: sources in, files out, and a list of everything that a person must still do."""

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from doemee.check import check
from doemee.intake import csv_file, ics, jsonld, xlsx_file
from doemee.intake.cleaning import clean
from doemee.intake.filing import Cabinet, Deed, Filed
from doemee.intake.found import MAX_BYTES, Reading, Remark, Unreadable, shown
from doemee.load.folder import image_names, initiative_paths, readable
from doemee.load.loader import load
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.problems import Problem, errors

READERS = {
    ".ics": ics.read,
    ".json": jsonld.read,
    ".jsonld": jsonld.read,
    ".csv": csv_file.read,
    ".tsv": csv_file.read,
    ".txt": csv_file.read,
    ".xlsx": xlsx_file.read,
    ".xlsm": xlsx_file.read,
}


@dataclass(slots=True)
class Outcome:
    """What an import did: per source the remarks, per initiative its file, and what the check says of those files."""

    filed: list[Filed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: int = 0

    @property
    def done(self) -> bool:
        """Whether everything is placed and right."""
        return not errors(self.problems) and not any(remark.to_do for remark in self.remarks)


def bring_in(
    sources: list[Path],
    root: Path,
    campaign: Campaign,
    into: Path,
    *,
    kind: str = "",
    organisation: str = "",
    dry_run: bool = False,
) -> Outcome:
    """Import sources into the folder `into` of the project at `root`.

    `kind` and `organisation` are for initiatives that do not say theirs. Raises OSError when a source
    cannot be read or a file not be written; what is in a source never raises.
    """
    outcome = Outcome()
    folder = root / "data" / "initiatives"
    paths = dict.fromkeys([*initiative_paths(folder), *initiative_paths(into)])
    files = {path: load(readable(path, root), path.read_bytes()) for path in paths}
    cabinet = Cabinet(files, into, root, {"type": kind, "organisatie": organisation})
    for source in sources:
        reading = _read(source, campaign)
        for found in reading.found:
            clean(found, reading)
            filed = cabinet.file(found, reading)
            outcome.found += 1
            if filed:
                outcome.filed.append(filed)
                if filed.deed is Deed.SAME and not cabinet.origins[filed.path].untouched:
                    reading.forget(found.where)
                    continue
            for name, words in found.unsure.items():
                if filed and name not in found.fields and not cabinet.defaults.get(name):
                    reading.to_do(found.where, *words)
        _tell_outside(reading, campaign)
        outcome.remarks += reading.remarks
    if not dry_run:
        for filed in outcome.filed:
            _write(filed)
    images = image_names(folder) | image_names(into)
    # What was found is all that counts here: an older mistake elsewhere is for doemee check.
    ours = {cabinet.files[filed.path].path for filed in outcome.filed}
    outcome.problems = [problem for problem in check(cabinet.files.values(), campaign, images) if problem.file in ours]
    return outcome


def report(outcome: Outcome, root: Path, dry_run: bool) -> str:
    """Everything that a person must know, in the order in which they need it; the counts last."""
    lines = [
        f"{filed.deed}: {readable(filed.path, root)}"
        for filed in outcome.filed
        if filed.deed in (Deed.NEW, Deed.CHANGED)
    ]
    lines += map(str, (remark for remark in outcome.remarks if not remark.to_do))
    lines += map(str, outcome.problems)
    lines += map(str, (remark for remark in outcome.remarks if remark.to_do))
    counts = Counter(filed.deed for filed in outcome.filed)
    said = [f"{counts[deed]} {deed}" for deed in Deed if counts[deed]]
    if there := outcome.found - len(outcome.filed):
        said.append(f"{there} {Deed.THERE} of dubbel")
    bad = len(errors(outcome.problems))
    todo = sum(remark.to_do for remark in outcome.remarks)
    work = [dutch.count(bad, "fout", "fouten")] if bad else []
    work += [dutch.count(todo, "punt te doen", "punten te doen")] if todo else []
    closing = f"{dutch.count(outcome.found, 'initiatief', 'initiatieven')} gevonden: {', '.join(said) or 'niets in te voeren'}."
    closing += f" {' en '.join(work)}." if work else " Alles is in orde." if outcome.filed else ""
    return "".join(
        f"{line}\n" for line in (*lines, closing + (" Er is niets geschreven (--dry-run)." if dry_run else ""))
    )


def _read(source: Path, campaign: Campaign) -> Reading:
    """The reading of one source; when nothing can be made of it, that is all it says."""
    name = readable(source, source.parent)
    try:
        if source.stat().st_size > MAX_BYTES:
            raise Unreadable(
                f"dit bestand is groter dan {MAX_BYTES // 1024 // 1024} MB",
                "Splits het, of voer een kortere periode uit",
            )
        return READERS[source.suffix.lower()](name, source.read_bytes(), campaign)
    except Unreadable as unreadable:
        reading = Reading(name)
        reading.to_do("", unreadable.message, unreadable.hint)
        return reading


def _tell_outside(reading: Reading, campaign: Campaign) -> None:
    if not reading.outside:
        return
    period = f"{dutch.plain_day(campaign.facts.start)} tot en met {dutch.plain_day(campaign.facts.end)}"
    many = dutch.count(len(reading.outside), "evenement valt", "evenementen vallen")
    names = ", ".join(shown(title, 40) for title in reading.outside[:5])
    more = f" en nog {len(reading.outside) - 5}" if len(reading.outside) > 5 else ""
    reading.mention(
        "",
        f"{many} buiten de campagne ({period}) en {'komt' if len(reading.outside) == 1 else 'komen'} niet mee: {names}{more}",
    )


def _write(filed: Filed) -> None:
    """A new file only where there is none; a changed one takes the place of the old in one step."""
    if filed.deed is Deed.NEW:
        filed.path.parent.mkdir(parents=True, exist_ok=True)
        with open(filed.path, "x", encoding="utf-8", newline="\n") as file:
            file.write(filed.text)
    elif filed.deed is Deed.CHANGED:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=filed.path.parent, prefix=".", delete=False
        ) as file:
            file.write(filed.text)
        shutil.copymode(filed.path, file.name)
        Path(file.name).replace(filed.path)


def known_suffix(path: PurePath) -> bool:
    """Whether a file is of a kind that can be imported."""
    return path.suffix.lower() in READERS
