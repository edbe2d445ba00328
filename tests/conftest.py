"""What many tests start from, and what keeps `make quick` quick.

A test is quick by its place: all of them are but for those in tests/site, which build, and tests/browser.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from doemee.model.campaign import Campaign
from tests import example_campaign
from tests.browser import chromium

SLOW = ("site", "browser")
BUILD_OR_BROWSER = {"mkdocs", "properdocs", "playwright", *chromium.NAMES}

# How many cases Hypothesis tries: the same ones in every run, so that no run fails by chance. `make test` asks for
# many, with --hypothesis-profile=thorough.
for name, examples in {"quick": 30, "thorough": 300}.items():
    settings.register_profile(name, max_examples=examples, derandomize=True, deadline=None, database=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    """The campaign of this project: real tables, real postcodes."""
    return example_campaign.campaign()


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make a folder once in a run, however many processes run the tests: `once(name, make)` gives its path.

    `make` gets the path, where nothing is yet. Nobody may change what it made.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of a process lies in that of the run

    def made(name: str, make: Callable[[Path], None]) -> Path:
        done = folder / f"{name}.done"
        done.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder / name, ignore_errors=True)
                make(folder / name)
                done.touch()
        return folder / name

    return made


@pytest.fixture(scope="session")
def site(once) -> Path:
    """The example campaign as a project page, with its edition: https://example.org/naam/, to look at only."""

    def build(folder: Path) -> None:
        result = example_campaign.build_example(folder, "--strict", SITE_URL="https://example.org/naam/")
        assert result.returncode == 0, result.stdout + result.stderr

    return once("served/naam", build)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Fails a quick test that starts a build or a browser, in its fixtures too."""
    place = item.path.relative_to(Path(__file__).parent).parts[0]
    if place in SLOW:
        return (yield)
    with _without(BUILD_OR_BROWSER):
        return (yield)


@contextmanager
def _without(programs: set[str]) -> Iterator[None]:
    """Refuse to start a process of which the command names one of some programs, or a path with it."""
    start = subprocess.Popen.__init__

    def guarded(self, args, *rest, **options):
        words = [args] if isinstance(args, str | bytes | os.PathLike) else args
        if named := programs.intersection(part for word in words for part in Path(os.fsdecode(word)).parts):
            pytest.fail(f"a quick test may not start {', '.join(named)}: it belongs in tests/site or tests/browser")
        start(self, args, *rest, **options)

    subprocess.Popen.__init__ = guarded
    try:
        yield
    finally:
        subprocess.Popen.__init__ = start
