"""Whole builds, as a person or a host runs them."""

import filecmp
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests import example_campaign as example
from tests.example_campaign import ROOT, build

BROKEN = "---\ntitel: Samen: de toekomst\n---\n"


def git(folder: Path, *arguments: str, when: str = "2026-01-05T12:00:00Z") -> None:
    identity = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(
        ("git", *identity, *arguments), cwd=folder, check=True, capture_output=True, env={**os.environ, **dates}
    )


def same(one: Path, other: Path) -> list[str]:
    """The names of files that differ or stand on one side only."""
    names = {path.relative_to(root).as_posix() for root in (one, other) for path in root.rglob("*") if path.is_file()}
    return sorted(
        name for name in names
        if not (one / name).exists() or not (other / name).exists() or not filecmp.cmp(one / name, other / name, shallow=False)
    )  # fmt: skip


class Links(HTMLParser):
    """Every address that a page names."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, _tag, attrs):
        self.found += ((name, value or "") for name, value in attrs if name in ("href", "src", "srcset", "action"))


def test_every_address_of_the_contract_is_there(site):
    """Section 2 of the contract, address by address."""
    names = (
        "kalender/index.html", "kalender/2025/12/index.html", "kalender/2026/03/index.html", "kalender/provincie/antwerpen/index.html",
        "kalender/provincie/heel-vlaanderen/index.html", "kalender/provincie/online/index.html", "kalender/type/actie/index.html",
        "kalender/thema/ga-samenwerken/index.html", "kalender/sdg/17/index.html", "kalender/reeks/roadshows/index.html",
        "kalender/organisatie/bibliotheek-het-voorbeeldblad/index.html", "initiatieven/bib/index.html", "kalender.ics",
        "kalender/2026/03.ics", "kalender/provincie/antwerpen.ics", "kalender/thema/ga-samenwerken.ics",
        "kalender/organisatie/bibliotheek-het-voorbeeldblad.ics",
        "initiatieven/bib.ics", "kalender.xml", "kalender/provincie/antwerpen.xml", "kalender/wijzigingen/index.html",
        "kalender/wijzigingen.xml", "kalender/abonneren/index.html", "kalender.json", "schema/initiatief.json", "schema/tip.json",
    )  # fmt: skip
    assert [name for name in names if not (site / name).is_file()] == []


def test_every_view_has_its_feed(site):
    """Each page under kalender/ that lists initiatives has an .ics in the place of its last slash."""
    others = ("abonneren", "wijzigingen", "toevoegen", "cijfers", "inbedden", "affiche", "data")
    pages = {path.parent for path in (site / "kalender").rglob("index.html")}
    pages = {
        page for page in pages if page.relative_to(site / "kalender").parts[:1] not in {(name,) for name in others}
    }
    assert [page for page in pages if not page.with_suffix(".ics").is_file()] == []


def test_links_stay_within_the_site_and_arrive(site):
    """Under a sub-path, every relative link of every page leads to a file of the site; none starts at the host's root."""
    wrong = set()
    for path in site.rglob("*.html"):
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        for name, address in Links(path.read_text(encoding="utf-8")).found:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if name != "href":
                    wrong.add((page, address))
                continue
            target = unquote(urlsplit(urljoin(f"https://x/naam/{page}", address)).path)
            inside = target.removeprefix("/naam/")
            file = site / (f"{inside}index.html" if inside.endswith("/") or not inside else inside)
            if page != "404.html" and (not target.startswith("/naam/") or not file.is_file()):
                wrong.add((page, address))
    assert wrong == set()


def test_addresses_for_machines_are_absolute_and_under_the_sub_path(site):
    """Canonical links, feeds, JSON-LD and the sitemap name the real address."""
    page = (site / "initiatieven/bib/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/naam/initiatieven/bib/">' in page
    assert '<meta property="og:url" content="https://example.org/naam/initiatieven/bib/">' in page
    assert b"URL:https://example.org/naam/initiatieven/bib/\r\n" in (site / "initiatieven/bib.ics").read_bytes()
    assert "<loc>https://example.org/naam/initiatieven/bib/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_each_initiative_opens_its_own_file_for_editing(site):
    """`Het bestand op GitHub` points at the file itself, in whatever sub-folder it lies; the form knows its path too."""
    page = (site / "initiatieven/bib/index.html").read_text(encoding="utf-8")
    assert '/edit/main/tests/example/initiatives/2026-03/bib.md" rel="nofollow">Het bestand op GitHub</a>' in page
    assert (
        json.loads((site / "initiatieven/bib.json").read_bytes())["path"] == "tests/example/initiatives/2026-03/bib.md"
    )


def test_search_finds_initiatives_by_title_place_and_organiser(site):
    """The index of the site's search holds them, escaped, for the theme shows them as HTML."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    (entry,) = (doc for doc in index["docs"] if doc["location"] == "initiatieven/bib/")
    assert entry["title"] == "De bib zoekt stemmen"
    assert "1800 Vilvoorde" in entry["text"]
    assert "Bibliotheek Het Voorbeeldblad" in entry["text"]
    assert not any("<" in doc["title"] for doc in index["docs"])


def test_former_addresses_lead_on(site):
    """A former slug has a page that redirects and a feed with the same events."""
    for initiative in example.initiatives():
        for slug in initiative.sent.eerder:
            page = (site / f"initiatieven/{slug}/index.html").read_text(encoding="utf-8")
            assert f'url=../{initiative.slug}/"' in page
            assert (site / f"initiatieven/{slug}.ics").read_bytes() == (
                site / f"initiatieven/{initiative.slug}.ics"
            ).read_bytes()


def test_every_example_says_that_it_is_one(site):
    """Nobody can take an invented initiative for a real one: on its page, on its card, in the feed."""
    for initiative in example.initiatives():
        assert "Dit is een voorbeeld." in (site / f"initiatieven/{initiative.slug}/index.html").read_text(
            encoding="utf-8"
        )
    feed = (site / "kalender.ics").read_bytes()
    assert feed.count(b"DESCRIPTION:VOORBEELD") == feed.count(b"BEGIN:VEVENT")


def test_the_real_campaign_builds(tmp_path):
    """What is in data/ is valid, and none of it is called an example."""
    result = build(ROOT, tmp_path / "site", "--strict", DOEMEE_EDITION="true")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "voorbeeld" not in (tmp_path / "site/kalender/index.html").read_text(encoding="utf-8")


def test_it_builds_with_properdocs_too(project, tmp_path):
    """The continuation of MkDocs 1.x runs the same hook."""
    result = build(project, tmp_path / "site", "--strict", program="properdocs")
    assert result.returncode == 0, result.stdout + result.stderr
    assert (tmp_path / "site/initiatieven/bib/index.html").is_file()


def test_two_builds_of_one_commit_are_the_same(project, tmp_path):
    """In another folder, time zone, language and hash seed: byte for byte."""
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "all")
    git(tmp_path, "clone", "-q", str(project), str(tmp_path / "clone"))
    here = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    there = {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}
    first = build(project, tmp_path / "one", "--strict", DOEMEE_EDITION="true", **here)
    second = build(tmp_path / "clone", tmp_path / "two", "--strict", DOEMEE_EDITION="true", **there)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert same(tmp_path / "one", tmp_path / "two") == []


def test_stamps_come_from_git(project, tmp_path):
    """An edit that was committed later shows in the feed as a later revision of the same event."""
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "all", when="2026-01-05T12:00:00Z")
    file = project / "data/initiatives/bib.md"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-03-04", "2026-03-11"), encoding="utf-8")
    git(project, "commit", "-q", "-a", "-m", "a week later", when="2026-01-09T12:00:00Z")
    assert build(project, tmp_path / "site", "--strict").returncode == 0
    feed = (tmp_path / "site/initiatieven/bib.ics").read_bytes()
    assert b"LAST-MODIFIED:20260109T120000Z\r\nSEQUENCE:1\r\n" in feed
    assert (
        b"LAST-MODIFIED:20260105T120000Z\r\nSEQUENCE:0\r\n"
        in (tmp_path / "site/initiatieven/iedereen-aan-zet.ics").read_bytes()
    )


def test_a_shallow_clone_is_refused(project, tmp_path):
    """Without its history the numbers in the feeds would fall back, so a strict build stops and says why."""
    git(project, "init", "-q")
    for number in (1, 2):
        (project / "note.txt").write_text(str(number), encoding="utf-8")
        git(project, "add", "-A")
        git(project, "commit", "-q", "-m", str(number))
    git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), str(tmp_path / "shallow"))
    result = build(tmp_path / "shallow", tmp_path / "site", "--strict")
    assert result.returncode == 1
    assert "git fetch --unshallow" in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_strict_build_lists_everything_and_leaves_the_last_site(project, tmp_path):
    """All problems of all files, no traceback, and the good site stays as it was."""
    target = tmp_path / "site"
    assert build(project, target, "--strict").returncode == 0
    shutil.copytree(target, tmp_path / "before")
    folder = project / "data" / "initiatives"
    (folder / "stuk.md").write_text(BROKEN, encoding="utf-8")
    bib = (folder / "bib.md").read_text(encoding="utf-8")
    (folder / "bib.md").write_text(re.sub("\ntype: .*", "\ntype: proefmomentt", bib), encoding="utf-8")
    result = build(project, target, "--strict")
    output = result.stdout + result.stderr
    assert result.returncode == 1
    assert "data/initiatives/stuk.md:2:13: fout: titel:" in output
    assert "Bedoel je `proefmoment`?" in output
    assert "bestanden nagekeken: 6 fouten." in output
    assert "Traceback" not in output
    assert same(target, tmp_path / "before") == []
    assert [path.name for path in tmp_path.iterdir() if "nieuw" in path.name] == []


def test_a_wrong_link_in_a_page_leaves_the_last_site_too(project, tmp_path):
    """MkDocs only stops after writing: the new site may not take the place of the good one."""
    target = tmp_path / "site"
    assert build(project, target, "--strict").returncode == 0
    shutil.copytree(target, tmp_path / "before")
    page = project / "content" / "over" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[Weg](/kalender/provincie/limbrug/)\n", encoding="utf-8")
    result = build(project, target, "--strict")
    assert result.returncode == 1
    assert "content/over/index.md: de link ../kalender/provincie/limbrug/ komt nergens uit." in result.stderr
    assert same(target, tmp_path / "before") == []


def test_a_lenient_build_leaves_the_broken_file_out(project, tmp_path):
    """Without --strict the rest is built, as `mkdocs serve` does, and the pages say what is missing."""
    (project / "data/initiatives/stuk.md").write_text(BROKEN, encoding="utf-8")
    result = build(project, tmp_path / "site")
    assert result.returncode == 0
    page = (tmp_path / "site/kalender/index.html").read_text(encoding="utf-8")
    assert "data/initiatives/stuk.md:2:13: fout" in page
    assert (tmp_path / "site/initiatieven/bib/index.html").is_file()
    assert not (tmp_path / "site/initiatieven/stuk").exists()


def test_a_campaign_without_initiatives_builds(project, tmp_path):
    """The first day of another campaign: every view exists and says that nothing is there yet."""
    shutil.rmtree(project / "data/initiatives")
    (project / "data/initiatives").mkdir()
    assert build(project, tmp_path / "site", "--strict").returncode == 0
    assert "Hier staat nog geen initiatief" in (tmp_path / "site/kalender/provincie/limburg/index.html").read_text(
        encoding="utf-8"
    )
    assert b"BEGIN:VTIMEZONE" in (tmp_path / "site/kalender.ics").read_bytes()


def test_a_broken_table_is_named(project, tmp_path):
    """An editor's mistake in data/*.yml gets a file and a line, not a traceback."""
    path = project / "data" / "types.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("plural:", "plurral:", 1), encoding="utf-8")
    result = build(project, tmp_path / "site", "--strict")
    assert result.returncode == 1
    assert "data/types.yml:" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_images_are_published_anew_with_their_size(site):
    """No wider than needed, without EXIF, and a page knows how much place to keep free."""
    from PIL import Image

    page = (site / "initiatieven" / "maandsoep-de-31ste" / "index.html").read_text(encoding="utf-8")
    width, height = re.search(r'afbeeldingen/soep\.jpg"[^>]* width="(\d+)" height="(\d+)"', page).groups()
    with Image.open(site / "initiatieven" / "afbeeldingen" / "soep.jpg") as image:
        assert image.size == (int(width), int(height))
        assert not image.getexif()


def test_strays_and_bad_images_stop_a_strict_build(project, tmp_path):
    """And are told in any build: nothing is passed over silently."""
    folder = project / "data" / "initiatives"
    (folder / "soep.txt").write_text("soep", encoding="utf-8")
    (folder / "afbeeldingen").mkdir()
    (folder / "afbeeldingen" / "bib.jpg").write_bytes(b"<html>")
    bib = folder / "bib.md"
    bib.write_text(
        bib.read_text(encoding="utf-8").replace("\n---\n", "\nafbeelding: {bestand: bib.jpg, alt: De bib}\n---\n"),
        encoding="utf-8",
    )
    result = build(project, tmp_path / "site", "--strict")
    output = result.stdout + result.stderr
    assert result.returncode == 1
    assert "data/initiatives/soep.txt:1:1: fout: een bestand met .txt lezen we niet." in output
    assert "fout: afbeelding.bestand: dit is een webpagina, geen beeld." in output
    assert build(project, tmp_path / "site").returncode == 0
    assert not (tmp_path / "site" / "initiatieven" / "bib").exists()
