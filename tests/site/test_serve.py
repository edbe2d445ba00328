"""`mkdocs serve`: every address is there when asked for, and a change shows."""

import re
import time
import urllib.error
import urllib.request

import pytest


def read(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310
        return answer.read().decode()


def test_every_address_is_made_when_asked_for_and_a_change_shows(server, project):
    """Pages, feeds, sheets and the form's data of the calendar; then a new title, on its page and in its feed."""
    for path in ("", "kalender/", "kalender/2026/03/", "kalender/provincie/vlaams-brabant/", "kalender/affiche/vlaams-brabant/",
                 "kalender/inbedden/alles/", "tips/", "tips/werk-met-ambassadeurs/", "kalender/cijfers/", "ivy2026/sdgs/"):  # fmt: skip
        assert "</html>" in read(server + path), path
    assert "BEGIN:VEVENT" in read(f"{server}kalender.ics")
    assert "BEGIN:VEVENT" in read(f"{server}kalender/provincie/vlaams-brabant.ics")
    assert "De bib zoekt stemmen" in read(f"{server}initiatieven/bib/")
    assert read(f"{server}initiatieven/bib.json").startswith("{")
    with urllib.request.urlopen(f"{server}doe-mee-met-ivy2026.pdf") as answer:  # noqa: S310
        assert answer.read(5) == b"%PDF-"
    with pytest.raises(urllib.error.HTTPError):
        read(f"{server}initiatieven/bestaat-niet/")
    file = project / "data" / "initiatives" / "bib.md"
    file.write_text(
        re.sub("titel: .*", "titel: De bib zoekt nieuwe stemmen", file.read_text(encoding="utf-8")), encoding="utf-8"
    )
    for _ in range(100):
        if "De bib zoekt nieuwe stemmen" in read(f"{server}initiatieven/bib/"):
            break
        time.sleep(0.2)
    assert "De bib zoekt nieuwe stemmen" in read(f"{server}initiatieven/bib/")
    assert "De bib zoekt nieuwe stemmen" in read(f"{server}initiatieven/bib.ics").replace("\r\n ", "")
