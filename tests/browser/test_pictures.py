"""The pictures of the guides can be made again, as `make pictures` does."""

import subprocess
import sys

from tests.example_campaign import ROOT

PICTURES = ROOT / "docs" / "stappen"


def test_the_pictures_can_be_made_again(tmp_path):
    """Whatever the site looks like by now: what the pictures point at is still on it."""
    # In a process of its own: Playwright runs once per process, and the other tests have theirs.
    command = (sys.executable, str(ROOT / "scripts" / "create-pictures.py"), str(tmp_path))
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in PICTURES.iterdir()}
