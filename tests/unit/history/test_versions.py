"""Versions out of git: which files count, when a change counts, and what happens without git or without its history."""

import pytest

from doemee.history.git import GitFailed
from doemee.history.versions import ShallowHistory, UnknownVersion, Version, read_tree, read_versions
from surroundings import Surroundings
from tests.unit.history.conftest import day

git = Surroundings().git


def test_a_file_that_never_changed_is_not_read_again(tmp_path, commit):
    """Its one version holds no bytes: those of now are it. One that changed has the bytes of each version."""
    commit(1, soep_md="een", brood_md="a")
    commit(2, soep_md="twee")
    assert read_versions(git(tmp_path / "data")) == {
        "brood": [Version(day(1), "data/brood.md", None)],
        "soep": [Version(day(1), "data/soep.md", b"een"), Version(day(2), "data/soep.md", b"twee")],
    }


def test_a_file_keeps_its_versions_in_another_folder(tmp_path, commit):
    """The name counts, not the folder; what is taken away is no version."""
    commit(1, soep_md="een")
    commit(2, soep_md=None, gent__soep_md="twee")
    versions = read_versions(git(tmp_path / "data"))
    assert [(version.when, version.data) for version in versions["soep"]] == [(day(1), b"een"), (day(2), b"twee")]


def test_names_that_start_with_a_mark_are_no_initiatives(tmp_path, commit):
    """`_voorbeeld.md` and hidden files have no history of their own."""
    commit(1, _voorbeeld_md="x", soep_md="een")
    assert set(read_versions(git(tmp_path / "data"))) == {"soep"}


def test_without_a_repository_there_are_no_versions(tmp_path):
    """A folder that was downloaded as a zip: everything counts from now."""
    assert read_versions(git(tmp_path)) == {}


def test_without_git_there_are_no_versions():
    """A machine without git builds as well."""

    def no_git(*_: str, **__: bytes | None) -> bytes:
        raise GitFailed("there is no git")

    assert read_versions(no_git) == {}


def test_without_a_commit_there_are_no_versions(tmp_path):
    """A new repository, before its first commit."""
    git(tmp_path)("init", "-q")
    assert read_versions(git(tmp_path)) == {}


def test_a_clone_of_the_last_commit_alone_is_no_history(tmp_path, commit):
    """Numbers that must only grow would fall back, so nobody may take it for the whole history."""
    commit(1, soep_md="een")
    commit(2, soep_md="twee")
    git(tmp_path)("clone", "-q", "--depth=1", tmp_path.as_uri(), "shallow")
    with pytest.raises(ShallowHistory):
        read_versions(git(tmp_path / "shallow" / "data"))


def test_a_tree_holds_the_files_as_they_were(tmp_path, commit):
    """At a commit of before: with sub-folders, without what came later, nor what is a symbolic link."""
    (tmp_path / "data" / "link.md").symlink_to("soep.md")
    commit(1, soep_md="een", gent__brood_md="a")
    commit(2, soep_md="twee", koffie_md="b")
    assert read_tree(git(tmp_path / "data"), "HEAD~1") == {"soep.md": b"een", "gent/brood.md": b"a"}


@pytest.mark.parametrize("ref", ["bestaat-niet", "--help", ""])
def test_a_version_that_git_does_not_know_is_said(tmp_path, commit, ref):
    """Also a name that looks like an option of git."""
    commit(1, soep_md="een")
    with pytest.raises(UnknownVersion):
        read_tree(git(tmp_path / "data"), ref)
