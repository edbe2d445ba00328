"""`doemee github comment`: a finished check becomes one comment on its pull request, from data only."""

import base64
import hashlib
from pathlib import Path

import pytest

from doemee.github.sticky import OVERVIEW
from doemee.load.source import MAX_BYTES
from tests.submissions import markdown
from tests.unit.github.conftest import BREAD, PUBLISHED, REPOSITORY

FORK = "buurtcomite/doemee-ivy2026"
SHA = "0123456789abcdef0123456789abcdef01234567"
SOUP = "data/initiatives/soep.md"


def pull(number: int = 7, **changes) -> dict:
    found = {
        "number": number,
        "state": "open",
        "head": {"sha": SHA, "ref": "soep", "repo": {"full_name": FORK}, "user": {"login": "buurtcomite"}},
        "base": {"ref": "main", "repo": {"full_name": REPOSITORY}},
    }
    for key, value in changes.items():
        found[key] = {**found[key], **value}
    return found


def offered(world, files: dict[str, str | bytes | None], former: dict[str, str] | None = None) -> None:
    """GitHub knows a pull request with these files; None is one that it removes."""
    listed, blobs = [], {}
    for path, text in files.items():
        data = text if isinstance(text, bytes) else (text or "").encode()
        sha = hashlib.sha1(data).hexdigest()  # noqa: S324 - a name, as in git
        blobs[sha] = base64.encodebytes(data).decode()
        status = "removed" if text is None else "renamed" if former and path in former else "modified"
        listed.append({"filename": path, "sha": sha, "status": status, "previous_filename": (former or {}).get(path)})
    world.set(pulls=[pull()], files={"7": listed}, blobs=blobs)


def commented(world) -> str:
    assert world.run("comment", "--event", world.event("workflow_run")) == (0, "", "")
    (comment,) = world.gh["comments"]["7"]
    marker, _, text = comment["body"].partition("\n")
    assert marker == OVERVIEW
    return text


def test_a_pull_request_shows_how_it_will_look(world):
    """The card, and the way to the full check."""
    offered(world, {SOUP: markdown()})
    text = commented(world)
    assert text.startswith("## Zo ziet het eruit\n\n1 bestand nagekeken: alles in orde.")
    assert "### ` Soep op de stoep `" in text
    assert "https://github.com/example/doemee-ivy2026/actions/runs/987654321" in text


def test_problems_are_told_with_their_line(world):
    offered(world, {SOUP: markdown(sdgs="18")})
    assert "- ` data/initiatives/soep.md:8:1 ` **fout** ` sdgs: “18” is geen SDG." in commented(world)


def test_a_change_shows_what_was_and_what_becomes(world):
    offered(world, {PUBLISHED: BREAD.replace("Brood bakken", "Brood voor iedereen")})
    assert "| Titel | ` Brood bakken ` | ` Brood voor iedereen ` |" in commented(world)


@pytest.mark.parametrize(
    ("files", "former"),
    [
        ({PUBLISHED: None}, None),
        ({"data/initiatives/taart.md": BREAD.replace("eerder", "tips")}, {"data/initiatives/taart.md": PUBLISHED}),
    ],
)
def test_what_vanishes_is_told(world, files, former):
    """Removed, or renamed without its former name."""
    offered(world, files, former)
    assert "dit initiatief staat al in de kalender en mag niet verdwijnen" in commented(world)


def test_a_file_that_moves_to_another_folder_is_the_same(world):
    path = "data/initiatives/brood-bakken.md"
    offered(world, {path: BREAD}, {path: PUBLISHED})
    assert "1 bestand nagekeken: alles in orde." in commented(world)


def test_a_picture_that_comes_along_counts(world):
    """Its name is enough: pictures are looked into by the check itself."""
    image = "{bestand: soep.jpg, alt: Een kom soep}"
    offered(world, {SOUP: markdown(afbeelding=image), "data/initiatives/afbeeldingen/soep.jpg": b"x"})
    text = commented(world)
    assert "alles in orde" in text
    assert "Let op" not in text


def test_editors_are_warned_of_files_that_are_no_initiatives(world):
    """Code, workflows, tables: somebody else must look at those. A name is shown, and can be no markup."""
    names = [".github/workflows/check.yml", "data/types.yml", "content/@redactie.md", "hooks/`x`<img>.py"]
    offered(world, {SOUP: markdown(), **dict.fromkeys(names, "x"), "mkdocs.yml": None})
    text = commented(world)
    assert "### Let op: hier verandert meer dan initiatieven" in text
    for line in ("` .github/workflows/check.yml `", "` data/types.yml `", "` mkdocs.yml `", "`` hooks/`x`<img>.py ``"):
        assert f"- {line}\n" in text


def test_a_tip_is_checked_as_a_tip(world):
    offered(
        world,
        {
            "data/tips/soep.md": "---\ntitel: Ja\nsamenvatting: Wie gevraagd wordt, zegt ja.\nthema: ga-samenwerken\n---\n"
        },
    )
    assert "data/tips/soep.md:2:1 ` **fout** ` titel: deze tekst telt 2 tekens" in commented(world)


def test_the_comment_is_written_anew(world):
    """One comment, whatever happens."""
    offered(world, {SOUP: markdown(sdgs="18")})
    commented(world)
    offered(world, {SOUP: markdown()})
    assert "alles in orde" in commented(world)


@pytest.mark.parametrize(
    "found",
    [
        [],
        [pull(head={"sha": "f" * 40})],
        [pull(head={"repo": {"full_name": "iemand/anders"}})],
        [pull(head={"repo": None})],
        [pull(base={"repo": {"full_name": "iemand/anders"}})],
        [pull() | {"state": "closed"}],
    ],
    ids=["none", "newer-commit", "other-repository", "repository-gone", "other-base", "closed"],
)
def test_only_the_pull_request_of_exactly_this_commit_gets_a_comment(world, found):
    """Whatever the run says of itself: GitHub's own list decides."""
    world.set(pulls=found)
    status, printed, _ = world.run("comment", "--event", world.event("workflow_run"))
    assert (status, printed) == (0, "Er is geen open pull request met deze commit: er is niets te doen.\n")
    assert [call["method"] for call in world.gh["calls"]] == ["GET"]


@pytest.mark.parametrize(
    "change",
    [
        {"event": "push"},
        {"head_sha": "main; id"},
        {"head_repository": {"full_name": "a/b/../c"}},
        {"head_branch": None},
        {"head_repository": None},
    ],
)
def test_a_run_that_is_not_of_a_pull_request_is_refused(world, change):
    """And nothing is asked of GitHub."""
    status, _, errors = world.run(
        "comment", "--event", world.event("workflow_run", lambda event: event["workflow_run"].update(change))
    )
    assert (status, world.gh["calls"]) == (2, [])
    assert errors.startswith("fout: ")


def test_a_branch_may_have_any_name(world):
    """It is a value of the query, which gh encodes; never a part of the path."""
    name = "../x?y=1&head=z #$(id)"
    offered(world, {SOUP: markdown()})
    world.set(pulls=[pull(head={"ref": name})])
    world.run(
        "comment", "--event", world.event("workflow_run", lambda event: event["workflow_run"].update(head_branch=name))
    )
    assert world.gh["comments"]["7"]
    assert not [
        call["path"] for call in world.gh["calls"] if "id" in call["path"].split("/")[-1] or "x?" in call["path"]
    ]


def test_a_path_is_never_part_of_an_address(world):
    """Files are fetched by the hash of their contents, which is checked."""
    hostile = "data/initiatives/x%2f..%2f$(id)\n::error::x.md"
    offered(world, {hostile: markdown()})
    assert "de naam van dit bestand kan geen adres worden" in commented(world)
    assert {call["path"].rsplit("/", 1)[0] for call in world.gh["calls"]} == {
        f"repos/{REPOSITORY}",
        f"repos/{REPOSITORY}/pulls/7",
        f"repos/{REPOSITORY}/git/blobs",
        f"repos/{REPOSITORY}/issues/7",
    }


def test_a_hash_that_is_none_is_not_fetched(world):
    offered(world, {SOUP: markdown()})
    world.set(files={"7": [{"filename": SOUP, "sha": "../../user", "status": "added"}]})
    assert "dit bestand is leeg" in commented(world)


def test_files_that_are_too_large_or_too_many_are_told(world):
    """Reading stops; what was not looked at is said."""
    offered(
        world,
        {SOUP: b"a" * (MAX_BYTES * 3)}
        | {f"data/initiatives/soep-{number}.md": markdown(titel=f"Soep {number}") for number in range(70)},
    )
    text = commented(world)
    assert "er mag hoogstens 64 KB in" in text
    assert "Nog 11 bestanden zijn hier niet nagekeken: het zijn er te veel in één keer." in text
    assert sum("/git/blobs/" in call["path"] for call in world.gh["calls"]) == 60


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"\xff\xfe\x00", b"../../Makefile", b"---\n[" + b"[" * 9000, b""])
def test_any_bytes_are_answered(world, data):
    """A picture, a symbolic link's target, a bomb: each is a text that is no initiative."""
    offered(world, {SOUP: data})
    assert "**fout**" in commented(world)


def test_nothing_of_the_pull_request_lands_in_the_tree(world):
    """Its texts are read in memory; the tree of the default branch stays as it was."""
    offered(world, {SOUP: markdown(), "hooks/doemee/cli.py": "import os", "Makefile": "all:"})
    commented(world)
    assert world.git("status", "--porcelain") == ""
    assert not Path("Makefile").exists()
