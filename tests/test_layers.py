"""The shape of the house: which module may know which, and what the core may not touch."""

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
CORE = sorted((HOOKS / "doemee").rglob("*.py"))
CLOCK_OR_NETWORK = {"time", "random", "secrets", "socket", "urllib.request", "http.client", "requests", "locale"}


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative imports fail in a hook"
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_the_core_knows_no_mkdocs_no_clock_and_no_network(path):
    """Only the hook knows MkDocs; today and now are arguments."""
    found = imports(path)
    assert not {name for name in found if name.split(".")[0] in {"mkdocs", "properdocs", "material"}}
    assert not found & CLOCK_OR_NETWORK
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"date.today", "datetime.now", "datetime.utcnow", "datetime.today"}


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("load", {"check", "write", "intake", "github", "agenda", "initiative", "changes", "outputs", "parity"}),
        ("check", {"write", "intake", "github", "agenda", "changes", "outputs", "parity"}),
        ("edition", {"github", "intake", "outputs", "parity", "cli"}),
        ("intake", {"edition", "github", "agenda", "changes", "outputs", "parity", "cli"}),
        ("write", {"check", "intake", "edition", "github", "outputs", "parity"}),
    ],
)
def test_dependencies_point_one_way(below, above):
    """Load knows nothing of check, check nothing of write."""
    for path in (HOOKS / "doemee" / below).glob("*.py"):
        known = {name.split(".")[1] for name in imports(path) if name.startswith("doemee.")}
        assert not known & above, path.name


def test_the_hook_is_the_only_one_that_knows_both():
    """hooks/initiatives.py imports MkDocs and doemee; it names only events of MkDocs with `on_`."""
    from mkdocs.plugins import EVENTS

    path = HOOKS / "initiatives.py"
    found = {name.split(".")[0] for name in imports(path)}
    assert {"mkdocs", "doemee"} <= found
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert {name.removeprefix("on_") for name in functions if name.startswith("on_")} <= set(EVENTS)


def test_no_module_hides_one_of_python():
    """While a hook loads, its folder stands first on sys.path: `calendar.py` there would hide Python's."""
    import sys

    assert not {path.stem for path in HOOKS.iterdir()} & set(sys.stdlib_module_names)


def test_only_commands_and_outputs_know_what_comes_in():
    """Import and questions hang below the command line."""
    known = {
        path.stem
        for path in CORE
        if path.parent.name != "intake" and any(name.startswith("doemee.intake") for name in imports(path))
    }
    assert known == set()  # cli loads the commands by name, when one of them is asked for
