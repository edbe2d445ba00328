"""Where Chromium is on this machine. `python -m tests.browser.chromium` prints it, or fails."""

import shutil
import sys
from pathlib import Path

# Without these Chromium looks up hosts of its own at every start; the sandbox needs a user that is not root.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find() -> str | None:
    """The path of a Chrome or Chromium: the system's own, else the one that Playwright keeps."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    if _MAC.exists():
        return str(_MAC)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    found = find()
    print(found or "geen Chromium gevonden")
    sys.exit(0 if found else 1)
