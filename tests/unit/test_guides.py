"""The guides for senders and editors: what they show, quote and link is there, and what they tell to write is right."""

import json
import re
import xml.etree.ElementTree as ET
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
import yaml
from PIL import Image

from doemee.check import check
from doemee.load.loader import load
from doemee.load.submission import Status, Submission, Tip
from doemee.write.data.schema import initiative_schema, tip_schema
from tests import example_campaign as example
from tests.example_campaign import ROOT, campaign
from tests.unit.test_docs import keys
from tests.unit.write.data.test_schema import CoreLoader, document

GUIDES = [ROOT / name for name in ("CONTRIBUTING.md", "REDACTIE.md", "docs/hosting.md")]
PICTURES = ROOT / "docs" / "stappen"
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
MAX_PICTURE = 200_000


def text_of(guide: Path) -> str:
    return guide.read_text(encoding="utf-8")


class _Shown(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.found.append((dict(attrs)["src"], dict(attrs).get("alt") or ""))


def shown(guide: Path) -> list[tuple[str, str]]:
    """The pictures of a guide, each with its text for who does not see it."""
    parser = _Shown()
    parser.feed(text_of(guide))
    return parser.found + [(source, alt) for alt, source in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", text_of(guide))]


# --- pictures ---


def test_every_picture_is_shown_and_every_shown_one_is_there():
    """No picture that nobody sees, and none that is missing."""
    used = {(guide.parent / source).resolve() for guide in GUIDES for source, _ in shown(guide)}
    assert used == {path.resolve() for path in PICTURES.iterdir()}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_picture_says_what_is_on_it(guide):
    """In a sentence of its own, for who does not see it."""
    texts = [alt for _, alt in shown(guide)]
    assert [alt for alt in texts if not 40 <= len(alt) <= 250] == []
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.png")), ids=lambda path: path.stem)
def test_a_photograph_of_the_site_is_small_and_sharp(path):
    """Quick to load on a phone, with two pixels for each point."""
    assert path.stat().st_size < MAX_PICTURE
    with Image.open(path) as picture:
        assert picture.width == 1240
        assert picture.info.keys().isdisjoint({"exif", "Comment"})


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.svg")), ids=lambda path: path.stem)
def test_a_sketch_says_that_it_is_one(path):
    """GitHub's screens are drawn, not photographed; a sketch runs nothing and fetches nothing."""
    assert path.stat().st_size < MAX_PICTURE
    root = ET.parse(path).getroot()
    assert [part for part in root.itertext() if part.startswith("Schets: op GitHub")]
    assert {part.tag.rpartition("}")[2] for part in root.iter()} <= {"svg", "title", "rect", "path", "circle", "text"}
    assert [
        name
        for part in root.iter()
        for name in part.attrib
        if name.rpartition("}")[2] in ("href", "style") or name.startswith("on")
    ] == []


# --- links, commands, labels ---


def anchors(guide: Path) -> set[str]:
    """The anchors that GitHub gives to headings."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^( *)```.*?^\1```", "", text_of(guide), flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_links_of_a_guide_lead_somewhere(guide):
    """To a file of the project and a heading in it; addresses elsewhere are few and known."""
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(guide)):
        if target.startswith("https://"):
            assert target == "https://www.vlaanderenvrijwilligt.be/"
        elif form := re.fullmatch(r"\.\./\.\./issues/new\?template=([a-z]+\.yml)", target):
            assert (ROOT / ".github" / "ISSUE_TEMPLATE" / form[1]).is_file(), target
        else:
            path, _, anchor = target.partition("#")
            file = (guide.parent / path).resolve() if path else guide
            assert file.exists(), target
            assert not anchor or anchor in anchors(file), target


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_commands_of_a_guide_exist(guide):
    """Who copies a command from a guide gets no "unknown command"."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"(?:`|/ |; )make ([a-z]+)", text_of(guide)):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), command
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "hooks" / "doemee").rglob("*.py"))
    for command, step in re.findall(r"\bbin/doemee ([a-z]+)(?: ([a-z]+)`)?", text_of(guide)):
        for name in filter(None, (command, step)):
            assert re.search(rf'add_parser\(\s*"{name}"', sources), name


def test_names_on_github_are_those_of_the_workflows():
    """Labels, checks and workflows are called in the guide as they are called on GitHub."""
    text = text_of(ROOT / "REDACTIE.md")
    flows = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")}
    for label in ("initiatief", "tip", "opnemen"):
        assert f"`{label}`" in text
        assert f"'{label}'" in flows["inzending"]
    checks = yaml.safe_load(flows["check"])["jobs"]
    assert [job["name"] for job in checks.values() if f"`{job['name']}`" not in text] == []
    assert {"publish", "inzending"} <= flows.keys()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_no_invented_address(guide):
    """A mail address or a site that does not exist is only ever one of example.org."""
    assert re.findall(r"[\w.]+@(?!example\b)[\w-]+\.\w+", text_of(guide)) == []
    hosts = set(re.findall(r"https?://([\w.-]+\w)", text_of(guide)))
    assert hosts <= {"www.example.org", "www.vlaanderenvrijwilligt.be"}


# --- what people are told to write ---


def blocks(guide: Path) -> list[str]:
    found = re.findall(r"^( *)```yaml\n(.*?)^\1```", text_of(guide), re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", block, flags=re.MULTILINE) for indent, block in found]


BLOCKS = [block for guide in GUIDES for block in blocks(guide)]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.strip("-\n").split(":")[0])
def test_what_a_guide_tells_to_write_is_right(block):
    """A whole file passes the check; a part of one does so in a file that is right."""
    if block.startswith("---\n"):
        model = Tip if "\nthema:" in block else Submission
        loaded = load("data/initiatives/uit-de-gids.md", block.encode(), model)
        assert loaded.complete
        assert model is Tip or check([loaded], campaign(), frozenset()) == []
        return
    whole = next(other for other in BLOCKS if other.startswith("---\n"))
    fields = dict(re.findall(r"^(\w+)(:.*\n(?:[ -].*\n)*)", whole.split("---\n")[1], re.MULTILINE))
    fields |= dict(re.findall(r"^(\w+)(:.*\n(?:[ -].*\n)*)", block, re.MULTILINE))
    text = "".join(f"{name}{value}" for name, value in fields.items())
    loaded = load("data/initiatives/uit-de-gids.md", f"---\n{text}---\nTekst.\n".encode())
    assert check([loaded], campaign(), frozenset()) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_fields_in_a_guide_are_fields(guide):
    """What stands as `name: value` in a guide is a field of an initiative or a tip."""
    written = re.findall(r"(?<!`)`([a-z_]+): ?[^`]*`(?!`)", text_of(guide))
    assert set(written) - keys(Submission) - keys(Tip) - {"beschrijving", "fout"} == set()


def test_the_guide_for_editors_knows_every_status_and_every_field_of_theirs():
    """And the answers that the check gives are quoted as it gives them."""
    text = text_of(ROOT / "REDACTIE.md")
    assert [status for status in Status if status is not Status.CONFIRMED and f"status: {status}" not in text] == []
    assert [key for key in ("in_de_kijker", "terugblik", "eerder") if f"{key}:" not in text] == []


def test_mistakes_are_quoted_as_they_are_told():
    """Who searches for the sentence on the screen finds it in the guide."""
    quoted = re.findall(
        r"^\| `(.+?)` \|", text_of(ROOT / "CONTRIBUTING.md").partition("## Veelgemaakte fouten")[2], re.MULTILINE
    )
    assert len(quoted) >= 10
    told = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "cases").rglob("*.expected"))
    told += (ROOT / "hooks" / "doemee" / "load" / "catalogue.py").read_text(encoding="utf-8")
    assert [quote for quote in quoted if quote not in told] == []


# --- completion in VS Code ---


def schema(kind: str) -> dict:
    make = {"initiatief": initiative_schema, "tip": tip_schema}[kind]
    return json.loads(make(campaign(), f"{example.SITE}schema/{kind}.json"))


def schema_for(path: str) -> str:
    """Which schema VS Code uses for a file, by its settings."""
    (found,) = {
        Path(address).stem
        for address, patterns in SETTINGS["yaml.schemas"].items()
        for pattern in patterns
        if fnmatch(path, pattern)
    }
    return found


def test_the_schemas_of_the_settings_are_those_that_the_build_writes():
    """Under the address that the contract gives them, in the folder of `make build`."""
    addresses = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "hooks" / "doemee").rglob("*.py"))
    assert set(SETTINGS["yaml.schemas"]) == {"./site/schema/initiatief.json", "./site/schema/tip.json"}
    assert all(f'"schema/{Path(address).name}"' in addresses for address in SETTINGS["yaml.schemas"])
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))["recommendations"]
    assert recommended == ["redhat.vscode-yaml"]


@pytest.mark.parametrize("path", sorted(example.FOLDER.rglob("*.yml")), ids=lambda path: path.stem)
def test_a_yml_file_that_is_right_gets_no_squiggle(path):
    """As YAML 1.2 reads it, and so the extension: every example fits the schema that its folder gets."""
    place = f"data/initiatives/{path.relative_to(example.FOLDER).as_posix()}"
    assert schema_for(place) == "initiatief"
    jsonschema.validate(document(path), schema(schema_for(place)))


def test_a_tip_in_yml_gets_its_own_schema():
    """And a mistake in it a squiggle."""
    (tip,) = [block for block in BLOCKS if "\nthema:" in block]
    fields = yaml.load(tip.split("---\n")[1], Loader=CoreLoader)  # noqa: S506
    assert schema_for("data/tips/werk-met-ambassadeurs.yml") == "tip"
    jsonschema.validate(fields, schema("tip"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fields | {"thema": "iets-anders"}, schema("tip"))
