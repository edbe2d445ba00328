"""Built sites and projects to build: what all tests look at is made once, what a test changes is its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from doemee.build.outputs import outputs
from doemee.build.writing import write
from doemee.write.frame.layout import marker
from tests import example_campaign as example


@pytest.fixture(scope="session")
def written(once) -> Path:
    """The outputs of the core alone for the example campaign, with a frame as bare as can be; to look at only."""

    def make(folder: Path) -> None:
        folder.mkdir()
        names = ("title", "description", "canonical", "image", "head", "body")
        frame = "".join(f"{name}: {marker(name)}\n" for name in names)
        site = example.site(frame)
        write(site, outputs(site), folder)

    return once("written", make)


@pytest.fixture
def copy(written, tmp_path) -> Path:
    """The same, to change."""
    return Path(shutil.copytree(written, tmp_path / "site"))


@pytest.fixture
def reader(site) -> PdfReader:
    """The PDF of the example site, as a program reads it."""
    return PdfReader(site / "doe-mee-met-ivy2026.pdf")


@pytest.fixture
def project(tmp_path) -> Path:
    """A small project of its own, with the real code and three initiatives."""
    example.copied(tmp_path)
    for name in ("bib", "oevers-zonder-zwerfvuil", "iedereen-aan-zet"):
        shutil.copy(example.FOLDER / "2026-03" / f"{name}.md", tmp_path / "data" / "initiatives")
    return tmp_path


@pytest.fixture(scope="session")
def second_site(once) -> Path:
    """The second campaign, built with its edition; to look at only."""

    def make(folder: Path) -> None:
        folder.mkdir()
        second = {"DOEMEE_TODAY": example.SECOND_TODAY, "DOEMEE_EDITION": "true"}
        result = example.build(example.second(folder), folder / "site", "--strict", **second)
        assert result.returncode == 0, result.stdout + result.stderr

    return once("second", make) / "site"


@pytest.fixture
def second_project(tmp_path) -> Path:
    """The second campaign with the code, to change and build."""
    return example.second(tmp_path)


@pytest.fixture
def server(project) -> Iterator[str]:
    """The address of a project that is being served, on a free port."""
    environment = {
        **os.environ,
        "DOEMEE_TODAY": "2026-03-01",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
        "SITE_URL": "https://x.example/naam/",
    }
    command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr")
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    with (project / "served.log").open("wb") as log:
        process = subprocess.Popen(
            (*command, f"localhost:{port}"), cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=log
        )
    address = f"http://localhost:{port}/naam/"
    for _ in range(150):
        try:
            urllib.request.urlopen(address).close()
            break
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait(10)
