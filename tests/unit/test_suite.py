"""How the tests themselves are laid out: what is quick, and where fixtures stand."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BUILD_OR_BROWSER, SLOW
from tests.example_campaign import ROOT

TESTS = ROOT / "tests"
MODULES = sorted(TESTS.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_fixtures_stand_in_conftest_only():
    """Who looks for a fixture finds it in the conftest.py of its folder or one above; nobody imports one."""
    elsewhere = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if path.name != "conftest.py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(decorator).startswith("pytest.fixture") for decorator in node.decorator_list)
    ]
    assert elsewhere == []


@pytest.mark.parametrize("program", ["mkdocs", "properdocs", "chromium"])
def test_a_quick_test_starts_no_build_and_no_browser(program):
    """Whoever tries is told where such a test belongs."""
    with pytest.raises(pytest.fail.Exception, match="it belongs in tests/site or tests/browser"):
        subprocess.run((sys.executable, "-m", program, "--version"), check=False)


def test_a_quick_test_imports_no_build_and_no_browser():
    """In its own process it could start them unseen."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if path.relative_to(TESTS).parts[0] not in SLOW
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
        if name.split(".")[0] in BUILD_OR_BROWSER and name != "mkdocs.plugins"
    ]
    assert found == []
