"""The example campaign as objects and as a built site, made once for all tests that look at it."""

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from doemee.build.site import Site
from doemee.edition.book import Book
from doemee.history.replay import History, replay
from doemee.load.folder import load_folder
from doemee.load.loader import Loaded
from doemee.load.submission import Tip
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.campaign import Campaign, load_campaign
from doemee.model.initiative import Initiative, resolve
from doemee.model.tip import Publication
from doemee.model.tip import publication as published
from doemee.write.frame.layout import Layout
from surroundings import Surroundings

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "example" / "initiatives"
SECOND = ROOT / "tests" / "second_campaign"
SECOND_TODAY = "2027-05-10"
TODAY = date(2026, 3, 1)
NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
SITE = "https://ivy2026.example/"
EDIT = "https://git.example/edit/main/"


@cache
def campaign() -> Campaign:
    return load_campaign(ROOT / "data")


@cache
def loaded() -> tuple[Loaded, ...]:
    return tuple(load_folder(FOLDER, ROOT))


@cache
def initiatives() -> tuple[Initiative, ...]:
    return tuple(resolve(file, campaign(), example=True) for file in loaded())


@cache
def agenda(today: date = TODAY) -> Agenda:
    return Agenda(campaign(), initiatives(), today)


@cache
def history() -> History:
    """As if every file had come on the main branch at NOW."""
    return replay(initiatives(), {file.slug: file.data for file in loaded()}, {}, campaign(), NOW)


def site(frame: str = "", of: Agenda | None = None, past: History | None = None) -> Site:
    """What is written of the example campaign, or of another agenda, in a frame with markers in it."""
    return Site(
        of or agenda(),
        past or history(),
        root=ROOT,
        pictures=FOLDER,
        address=SITE,
        edit=EDIT,
        bundle=Surroundings().bundle,
        layout_of=lambda address: Layout(frame, addresses.to_root(address)),
        publication=publication(),
    )


@cache
def tip_files() -> tuple[Loaded, ...]:
    return tuple(load_folder(ROOT / "data" / "tips", ROOT, Tip))


@cache
def publication() -> Publication:
    """The tips of the project, with the examples that use them."""
    return published(tip_files(), campaign(), initiatives())


@cache
def book() -> Book:
    """The edition, not set yet."""
    return site().book


def one(slug: str) -> Initiative:
    return next(initiative for initiative in initiatives() if initiative.slug == slug)


def copied(target: Path) -> Path:
    """A copy of the project with the real code and texts, but no initiatives; pages link to none either."""
    for name in ("content", "overrides", "hooks", "data"):
        left = shutil.ignore_patterns("__pycache__", "initiatives", "*.egg-info")
        shutil.copytree(ROOT / name, target / name, ignore=left)
    shutil.copy(ROOT / "mkdocs.yml", target)
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    for page in (target / "content").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"\[([^]]*)\]\(/initiatieven/[^)]*\)", r"\1", text), encoding="utf-8")
    (target / "data" / "initiatives").mkdir()
    return target


def second(target: Path) -> Path:
    """The second campaign beside a copy of the code: its own files, and in mkdocs.yml what it does not say itself."""
    for name in ("overrides", "hooks"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(SECOND, target, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target / "generator.yml")
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    return target


def build(
    project: Path, target: Path, *options: str, program: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` in a project as a person would, with a fixed day and clock."""
    fixed = {
        "DOEMEE_TODAY": TODAY.isoformat(),
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "DOEMEE_EDITION": "false",  # two seconds: who looks at it asks for it
    }
    command = (sys.executable, "-m", program, "build", "--site-dir", str(target), *options)
    return subprocess.run(
        command,
        cwd=project,
        env={**os.environ, **fixed, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build_example(target: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site with the example campaign and its edition."""
    example = {"DOEMEE_INITIATIVES": "tests/example/initiatives", "DOEMEE_EDITION": "true"}
    return build(ROOT, target, *options, **example | environment)
