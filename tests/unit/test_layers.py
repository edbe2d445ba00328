"""The shape of the house: which module may know which, and what only hooks/surroundings.py may touch."""

import ast
import sys
from functools import cache
from pathlib import Path

from tests.example_campaign import ROOT

HOOKS = ROOT / "hooks"
CORE = HOOKS / "doemee"

# Lowest first. A module may import what stands below it, and its own package; nothing looks up.
LAYERS = (
    "problems",
    "text",
    "load",
    "model",
    "check",
    "history",
    "outside",
    "project",
    "write.data",
    "write.frame",
    "write.pages",
    "edition",
    "build",
    "intake",
    "github",
    "cli",
)
# Above all of them: what is outside of the core, and who starts it.
ABOVE = ("surroundings", "initiatives", "doemee.__main__")

# Modules by which the world gets in: programs, network, clock, chance, language of the machine.
OUTSIDE_MODULES = {
    *("subprocess", "pty", "asyncio"),
    *("socket", "ssl", "urllib.request", "http.client", "http.server", "ftplib", "smtplib", "requests", "httpx"),
    *("time", "random", "secrets"),
    *("locale", "getpass", "platform"),
}
OUTSIDE_NAMES = {
    *("os.environ", "os.environb", "os.getenv", "os.putenv", "os.system", "os.popen", "os.getcwd", "os.getlogin"),
    *("date.today", "datetime.now", "datetime.utcnow", "datetime.today", "datetime.datetime.now"),
    *("datetime.date.today", "Path.home", "uuid.uuid1", "uuid.uuid4"),
}
SITE_GENERATORS = {"mkdocs", "properdocs", "material"}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The name of a module, as others import it."""
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(HOOKS.rglob("*.py"))}
INSIDE = {name: path for name, path in MODULES.items() if name.startswith("doemee") and name not in ABOVE}


def imports(path: Path) -> set[str]:
    """Every module that one imports, wherever in it; and every name with the module that it comes from."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative imports fail in a hook"
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def layer(name: str) -> str:
    """The entry of LAYERS to which a module, or a name in it, belongs; empty when it is none of ours."""
    inside = name.removeprefix("doemee.")
    return next((entry for entry in LAYERS if f"{inside}.".startswith(f"{entry}.")), "") if inside != name else ""


def offences(name: str, path: Path) -> set[str]:
    """What a module knows that it may not."""
    own = layer(name)
    found = {
        f"knows {other}" for other in map(layer, imports(path)) if other and LAYERS.index(other) > LAYERS.index(own)
    }
    for other in imports(path):
        top = other.split(".")[0]
        if top in SITE_GENERATORS or top in ABOVE:
            found.add(f"knows {top}")
        if other in OUTSIDE_MODULES or other in OUTSIDE_NAMES:
            found.add(f"uses {other}")
    found |= {
        f"uses {ast.unparse(node)}"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in OUTSIDE_NAMES
    }
    return found


def only_says(path: Path) -> bool:
    """Whether a module holds a docstring and nothing else, as that of a package that only holds others."""
    return all(isinstance(node, ast.Expr) for node in parsed(path).body)


def test_every_module_has_its_layer():
    """A folder's name tells where a thing is."""
    assert [name for name, path in INSIDE.items() if not layer(name) and not only_says(path)] == []


def test_a_module_looks_down_and_not_out():
    """It imports what is below it or in its own package; the clock, the environment, programs and network are given to it."""
    found = {name: offences(name, path) for name, path in INSIDE.items() if layer(name)}
    assert {name: what for name, what in found.items() if what} == {}


def test_no_layer_is_left_over():
    """Each entry is a module or a package."""
    assert [entry for entry in LAYERS if f"doemee.{entry}" not in MODULES] == []


def test_only_the_hook_knows_mkdocs_and_names_events_of_its_own():
    """hooks/initiatives.py imports MkDocs and doemee, and each of its functions with `on_` is an event of MkDocs."""
    from mkdocs.plugins import EVENTS

    known = {name.split(".")[0] for name in imports(MODULES["initiatives"])}
    assert {"mkdocs", "doemee"} <= known
    names = {node.name for node in ast.walk(parsed(MODULES["initiatives"])) if isinstance(node, ast.FunctionDef)}
    assert {name.removeprefix("on_") for name in names if name.startswith("on_")} <= set(EVENTS)
    assert not {name.split(".")[0] for name in imports(MODULES["surroundings"])} & SITE_GENERATORS


def test_no_module_hides_one_of_python():
    """While a hook loads, its folder stands first on sys.path: `calendar.py` there would hide Python's."""
    assert not {path.stem for path in HOOKS.iterdir()} & set(sys.stdlib_module_names)
