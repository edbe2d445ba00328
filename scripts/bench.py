"""Measure builds: a cold and a warm one, and a change of one file while serving.

    python scripts/bench.py [300 3000 10000]

Each size is a project of its own in a temporary folder, with realistic initiatives and git history.
"Cold" is the first build ever there, without compiled Python of the hook; "warm" the second. "One file" is a rebuild
in the same process after one file changed, as `mkdocs serve` does it. Times are wall-clock seconds
on this machine: compare them with each other, not with those of another machine.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parent.parent
SIZES = (300, 3000, 10000)
ENVIRONMENT = {
    **os.environ,
    "DOEMEE_TODAY": "2026-03-01",
    "SOURCE_DATE_EPOCH": "1772323200",
    "NO_MKDOCS_2_WARNING": "1",
    "DOEMEE_EDITION": "false",  # two seconds whatever the number: measured apart, by `time doemee edition`
    "GIT_AUTHOR_DATE": "2026-02-01T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-02-01T12:00:00Z",
}

_PLACES = (
    "2000 Antwerpen",
    "2800 Mechelen",
    "9000 Gent",
    "9100 Sint-Niklaas",
    "3500 Hasselt",
    "3600 Genk",
    "3000 Leuven",
    "1500 Halle",
    "8000 Brugge",
    "8500 Kortrijk",
    "1000 Brussel",
    "2300 Turnhout",
)
_TYPES = ("actie", "vorming", "feest", "werving", "proefmoment", "infomoment", "wedstrijd", "overleg")
_THEMES = ("ga-samenwerken", "trek-nieuwe-vrijwilligers-aan", "zorg-dat-je-gezien-wordt", "leer-bij-en-vernieuw")
_WORDS = (
    "samen",
    "buurt",
    "oevers",
    "soep",
    "café",
    "vrijwilligers",
    "natuur",
    "lezen",
    "wandelen",
    "repareren",
    "jongeren",
    "park",
    "zorg",
    "koken",
    "feest",
    "hulp",
    "taal",
    "spelen",
    "bezoek",
    "muziek",
)


def initiative(number: int, organisations: int) -> str:
    """A file like those that organisations send in: one in ten recurs, one in ten has three moments."""
    organisation = number % organisations
    pick = random.Random(number)  # noqa: S311 - the same file for the same number, no secret

    def words(count: int) -> str:
        return " ".join(pick.choices(_WORDS, k=count))

    postcode, _, town = pick.choice(_PLACES).partition(" ")
    month, day = pick.randint(1, 11), pick.randint(1, 28)
    kind = pick.random()
    start = f"2026-{month:02}-{day:02}"
    moments = [f"  - datum: {start}\n    van: {pick.randint(9, 19)}:{pick.choice(('00', '30'))}\n    tot: 21:30\n"]
    extra = ""
    if kind < 0.1:
        extra = "herhaling:\n  elke: week\n  aantal: 8\n" if month < 11 else ""
    elif kind < 0.2:
        moments += [
            f"  - datum: 2026-{min(12, month + n):02}-{day:02}\n    van: 14u\n    tot: 16u30\n    id: keer-{n}\n"
            for n in (1, 2)
        ]
        moments = moments[:1] + moments[1:] if month < 11 else moments[:2]
    elif kind < 0.25:
        moments = [f"  - datum: {start}\n    einddatum: 2026-12-{pick.randint(1, 31):02}\n"]
    return (
        f"---\ntitel: {words(4).capitalize()} {number}\nsamenvatting: {words(14).capitalize()}.\n"
        f"organisatie: {{naam: Vereniging {_WORDS[organisation % 20]} {organisation}, "
        f"website: https://www.example.org/{organisation}}}\n"
        f"type: {pick.choice(_TYPES)}\nmomenten:\n{''.join(moments)}{extra}"
        f"locatie: {{naam: Zaal {words(1)}, adres: Dorpsstraat {pick.randint(1, 200)}, "
        f"postcode: {postcode}, gemeente: {town}}}\n"
        f"themas: [{pick.choice(_THEMES)}]\nsdgs: [{pick.randint(1, 8)}, {pick.randint(9, 17)}]\n"
        f"doelgroep: [iedereen, vrijwilligers]\n"
        f"toegankelijkheid: [rolstoeltoegankelijk]\nprijs: {pick.choice(('gratis', '5', '€ 3 voor leden'))}\n"
        f"inschrijven: {{url: https://vereniging.example.org/inschrijven/{number}, verplicht: nee}}\n"
        f"contact: {{email: info@vereniging.example.org}}\n---\n"
        f"{words(40).capitalize()}.\n\n**{words(3).capitalize()}** {words(30)}, "
        f"zie [de website](https://vereniging.example.org).\n\n"
        f"- {words(5)}\n- {words(6)}\n\n{words(25).capitalize()}.\n"
    )


def make_project(folder: Path, number: int) -> None:
    for name in ("content", "overrides", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("initiatives"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    for page in (folder / "content").rglob("*.md"):  # the editors link to initiatives that are not in this project
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"\[([^]]*)\]\(/initiatieven/[^)]*\)", r"\1", text), encoding="utf-8")
    target = folder / "data" / "initiatives"
    target.mkdir()
    for n in range(number):
        (target / f"initiatief-{n:05}.md").write_text(initiative(n, max(1, number // 3)), encoding="utf-8")
    identity = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*identity, "commit", "-q", "-m", "bench")):
        subprocess.run(("git", *command), cwd=folder, check=True, env=ENVIRONMENT)


def timed_build(folder: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one `mkdocs build --strict`, start of Python included."""
    mkdocs = Path(sys.executable).with_name("mkdocs")
    started = time.perf_counter()
    process = subprocess.Popen((mkdocs, "build", "--strict", "--quiet"), cwd=folder, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build of {folder} failed")
    return time.perf_counter() - started, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def rebuild(folder: str) -> None:
    """In a process of its own: build, change one file, build again; prints the seconds of the second."""
    config = load_config(f"{folder}/mkdocs.yml", site_dir=f"{folder}/served")
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    changed = Path(folder, "data", "initiatives", "initiatief-00007.md")
    changed.write_text(changed.read_text(encoding="utf-8").replace("titel: ", "titel: Nieuw "), encoding="utf-8")
    started = time.perf_counter()
    build(config)
    print(time.perf_counter() - started)


def main(sizes: list[int]) -> None:
    print(f"{'initiatives':>11} {'cold s':>8} {'ms each':>8} {'warm s':>8} {'one file s':>10} {'peak MB':>8}", end=" ")
    print(f"{'files':>7}  growth of cold")
    before: tuple[int, float] | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_project(folder, size)
            cold, peak = timed_build(folder)
            warm, _ = timed_build(folder)
            files = sum(1 for path in (folder / "site").rglob("*") if path.is_file())
            command = (sys.executable, __file__, "--rebuild", name)
            one = float(
                subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True, text=True).stdout.split()[-1]
            )
        growth = "" if before is None else f"x {size / before[0]:.1f} initiatives, x {cold / before[1]:.1f} time"
        print(f"{size:>11} {cold:>8.2f} {cold / size * 1000:>8.2f} {warm:>8.2f} {one:>10.2f} {peak:>8.0f}", end=" ")
        print(f"{files:>7}  {growth}", flush=True)
        before = (size, cold)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--rebuild"]:
        rebuild(sys.argv[2])
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
