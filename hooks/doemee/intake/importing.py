"""`doemee import`: sources in, files out, and a list of everything that a person must still do.

source ─ read ▶ Reading ─ clean ▶ ─ Filing ▶ Filed ─ write ▶ files ─ Project.problems ▶ what is left to do
"""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from doemee.intake import ics, jsonld
from doemee.intake.cleaning import clean
from doemee.intake.filing import Action, Filed, Filing
from doemee.intake.found import MAX_BYTES, Fields, Reading, Remark, Unreadable, shown
from doemee.intake.table import csv_file, xlsx_file
from doemee.load.folder import initiative_paths, readable
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.problems import Problem, errors
from doemee.project import INITIATIVES, Project, Scope

Reader = Callable[[str, bytes, Campaign], Reading]
"""Takes the name of a source, its bytes and the campaign. Raises Unreadable."""

READERS: Mapping[str, Reader] = {
    ".ics": ics.read,
    ".json": jsonld.read,
    ".jsonld": jsonld.read,
    ".csv": csv_file.read,
    ".tsv": csv_file.read,
    ".txt": csv_file.read,
    ".xlsx": xlsx_file.read,
    ".xlsm": xlsx_file.read,
}
"""By the suffix of a source."""


@dataclass(slots=True)
class Result:
    """What an import did: per initiative its file, per source the remarks, and what the check says of those files."""

    filed: list[Filed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether everything is placed and right."""
        return not errors(self.problems) and not any(remark.todo for remark in self.remarks)


def open_project(root: Path, into: Path) -> Project:
    """The project with the files of the folder that an import goes to, when that lies elsewhere."""
    return Project.open(root, besides=() if into.is_relative_to(root / INITIATIVES) else initiative_paths(into))


def import_sources(
    sources: Iterable[Path],
    project: Project,
    into: Path,
    *,
    type_id: str = "",
    organisation: str = "",
    dry_run: bool = False,
) -> Result:
    """Import sources into the folder `into` of a project.

    `type_id` and `organisation` are for initiatives that do not say theirs. Raises OSError when a source cannot be read
    or a file not be written; what is in a source never raises.
    """
    result = Result()
    defaults = Fields(type=type_id, organisatie=organisation)
    filing = Filing(project, into, defaults)
    for source in sources:
        reading = _read(source, project.campaign)
        for found in reading.found:
            clean(found, reading)
            filed = filing.file(found, reading)
            result.filed.append(filed)
            if filed.settled:
                reading.forget(found.where)
            elif filed.action is not Action.EXISTS:
                known = found.fields.keys() | {name for name, value in defaults.items() if value}
                reading.remarks += [remark for name, remark in found.undecided.items() if name not in known]
        _report_outside(reading, project.campaign)
        result.remarks += reading.remarks
    if not dry_run:
        for filed in result.filed:
            _write(project.root / filed.path, filed)
    # What was found is all that counts here: an older mistake elsewhere is for doemee check.
    ours = Scope(frozenset(filed.path for filed in result.filed if filed.action is not Action.EXISTS))
    result.problems = project.changed(filing.files.values()).problems(ours)
    return result


def report(result: Result, dry_run: bool) -> str:
    """Everything that a person must know, in the order in which they need it; the counts last."""
    written = [filed for filed in result.filed if filed.action in (Action.NEW, Action.UPDATED)]
    lines = [
        *(f"{filed.action}: {filed.path}" for filed in written),
        *(remark for remark in result.remarks if not remark.todo),
        *result.problems,
        *(remark for remark in result.remarks if remark.todo),
        _closing(result) + (" Er is niets geschreven (--dry-run)." if dry_run else ""),
    ]
    return "".join(f"{line}\n" for line in lines)


def known_suffix(path: PurePath) -> bool:
    """Whether a file is one that can be imported."""
    return path.suffix.lower() in READERS


def _closing(result: Result) -> str:
    """How much was found, what became of it, and how much is left to do."""
    counts = Counter(filed.action for filed in result.filed)
    done = ", ".join(f"{counts[action]} {action}" for action in Action if counts[action])
    found = dutch.count(len(result.filed), "initiatief", "initiatieven")
    bad, todo = len(errors(result.problems)), sum(remark.todo for remark in result.remarks)
    work = [dutch.count(bad, "fout", "fouten")] if bad else []
    work += [dutch.count(todo, "punt te doen", "punten te doen")] if todo else []
    if work:
        state = f" {' en '.join(work)}."
    else:
        state = " Alles is in orde." if len(result.filed) > counts[Action.EXISTS] else ""
    return f"{found} gevonden: {done or 'niets in te voeren'}.{state}"


def _read(source: Path, campaign: Campaign) -> Reading:
    """The reading of one source; when nothing can be made of it, that is all it says."""
    name = readable(source, source.parent)
    try:
        if source.stat().st_size > MAX_BYTES:
            message = f"dit bestand is groter dan {MAX_BYTES // 1024 // 1024} MB"
            raise Unreadable(message, "Splits het, of voer een kortere periode uit")
        return READERS[source.suffix.lower()](name, source.read_bytes(), campaign)
    except Unreadable as unreadable:
        reading = Reading(name)
        reading.todo(unreadable.message, unreadable.hint)
        return reading


def _report_outside(reading: Reading, campaign: Campaign) -> None:
    """How much of a source falls outside the campaign, with the first five titles."""
    if not reading.outside:
        return
    period = f"{dutch.plain_day(campaign.facts.start)} tot en met {dutch.plain_day(campaign.facts.end)}"
    many = dutch.count(len(reading.outside), "evenement valt", "evenementen vallen")
    come = "komt" if len(reading.outside) == 1 else "komen"
    titles = ", ".join(shown(title, 40) for title in reading.outside[:5])
    more = f" en nog {len(reading.outside) - 5}" if len(reading.outside) > 5 else ""
    reading.info(f"{many} buiten de campagne ({period}) en {come} niet mee: {titles}{more}")


def _write(path: Path, filed: Filed) -> None:
    """A new file only where there is none; an updated one takes the place of the old in one step."""
    if filed.action is Action.NEW:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(filed.text)
    elif filed.action is Action.UPDATED:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".", delete=False
        ) as draft:
            draft.write(filed.text)
        shutil.copymode(path, draft.name)
        Path(draft.name).replace(path)
