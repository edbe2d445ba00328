"""`mkdocs serve`: every address is there when asked for, and a change shows."""

import re
import time
import urllib.error
import urllib.request

import pytest


def read(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310
        return answer.read().decode()


def waited_for(address: str, text: str, there: bool = True) -> str:
    """The page once it holds a text, or holds it no more."""
    for _ in range(100):
        if (text in read(address)) is there:
            break
        time.sleep(0.2)
    page = read(address)
    assert (text in page) is there
    return page


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
    waited_for(f"{server}initiatieven/bib/", "De bib zoekt nieuwe stemmen")
    assert "De bib zoekt nieuwe stemmen" in read(f"{server}initiatieven/bib.ics").replace("\r\n ", "")


@pytest.mark.parametrize(
    ("name", "right", "wrong", "told"),
    [
        ("data/types.yml", "plural:", "plurral:", "data/types.yml:"),
        ("overrides/doemee/card.html", "{%", "{% if %}{%", "card.html:"),
        ("overrides/main.html", "{% block libs %}", "{% block libs %}{{ er_is_niets.x }}", "er_is_niets"),
    ],
)
def test_whatever_is_broken_the_last_good_site_stays(server, project, name, right, wrong, told):
    """A table, a template of ours, the theme's: every page goes on, says what is wrong, and stops saying so."""
    file, page = project / name, f"{server}initiatieven/bib/"
    text = file.read_text(encoding="utf-8")
    assert "De bib zoekt stemmen" in read(page)
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    broken = waited_for(page, "Dit is de laatste goede versie.")
    assert told in broken
    assert "De bib zoekt stemmen" in broken
    file.write_text(text, encoding="utf-8")
    assert "De bib zoekt stemmen" in waited_for(page, "Dit is de laatste goede versie.", there=False)


def test_one_save_is_built_once(server, project):
    """data/ is watched, and what lies in it is not watched a second time."""
    builds = (project / "served.log").read_text(encoding="utf-8").count("Building documentation")
    file = project / "data" / "initiatives" / "bib.md"
    file.write_text(file.read_text(encoding="utf-8").replace("De bib zoekt", "De bib vraagt"), encoding="utf-8")
    waited_for(f"{server}initiatieven/bib/", "De bib vraagt stemmen")
    time.sleep(1.5)  # a second build would have started by now
    log = (project / "served.log").read_text(encoding="utf-8")
    assert log.count("Building documentation") == builds + 1
