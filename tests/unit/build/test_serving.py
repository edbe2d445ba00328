"""What people see while `mkdocs serve` runs: a page made when asked for, and the last good one when something is broken."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from doemee.build.output import Output, Outputs
from doemee.build.serving import START, Served, explained

NOTHING = frozenset[str]()


class Visitor:
    """A site that is being served from a folder, as MkDocs does it, with outputs that a test changes."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.served = Served()
        self.application = self.served.application(self._files, "/naam/")

    def build(self, **pages: Callable[[], bytes]) -> None:
        outputs = [Output(f"{name}/index.html", NOTHING, make) for name, make in pages.items()]
        self.served.succeeded(Outputs([], [], outputs), self.folder)

    def get(self, path: str) -> tuple[str, str]:
        """Status and text of what stands at a path below the root of the site."""
        said: list[Any] = []
        body = self.application({"PATH_INFO": f"/naam/{path}"}, lambda *answer: said.append(answer))
        return said[0][0], b"".join(body).decode()

    def _files(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        file = self.folder / environ["PATH_INFO"].removeprefix("/naam/") / "index.html"
        if not file.is_file():
            start_response("404 Not Found", [("Content-Type", "text/html")])
            return [b"niets"]
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(file.stat().st_size))])
        return [file.read_bytes()]


def page(text: str) -> bytes:
    return b"<body>" + START + text.encode()


def broken() -> bytes:
    return Environment(undefined=StrictUndefined).from_string("{{ er_is_niets }}").render().encode()


def test_a_page_is_made_when_it_is_asked_for(tmp_path):
    """And not before: a rebuild writes nothing that nobody looks at."""
    asked: list[str] = []
    visitor = Visitor(tmp_path)
    visitor.build(soep=lambda: asked.append("soep") or page("Soep"), brood=lambda: asked.append("brood") or b"")
    assert asked == []
    assert visitor.get("soep/") == ("200 OK", page("Soep").decode())
    assert asked == ["soep"]


def test_a_failed_build_leaves_the_last_good_site_and_says_why(tmp_path):
    """Whatever was wrong, on every page, until a build succeeds again."""
    visitor = Visitor(tmp_path)
    visitor.build(soep=lambda: page("Soep"))
    visitor.served.failed(ValueError("data/types.yml:9:3: fout: <plural> ontbreekt\ndata/themes.yml:1:1: fout: leeg"))
    status, text = visitor.get("soep/")
    assert status == "200 OK"
    assert text.endswith("Soep")
    assert '<div class="dm-banner dm-banner--cancelled" role="alert"><p>Dit is de laatste goede versie.' in text
    assert "<li><code>data/types.yml:9:3: fout: &lt;plural&gt; ontbreekt</code></li><li><code>data/themes" in text
    visitor.build(soep=lambda: page("Verse soep"))
    assert visitor.get("soep/")[1] == page("Verse soep").decode()


def test_a_page_that_cannot_be_made_stays_as_it_was(tmp_path):
    """A template that stumbles while it is filled in: the last good page, with what is wrong on top."""
    visitor = Visitor(tmp_path)
    visitor.build(soep=lambda: page("Soep"))
    visitor.get("soep/")
    visitor.build(soep=broken)
    status, text = visitor.get("soep/")
    assert status == "200 OK"
    assert "er_is_niets" in text
    assert text.endswith("Soep")


def test_a_page_that_was_never_right_says_what_is_wrong(tmp_path):
    """There is no last good one; the answer is not a traceback."""
    visitor = Visitor(tmp_path)
    visitor.build(soep=broken)
    status, text = visitor.get("soep/")
    assert status == "500 Internal Server Error"
    assert "er_is_niets" in text


def test_a_failed_rebuild_does_not_hold_the_visitors(tmp_path):
    """MkDocs' server would let every request wait until a build succeeds."""

    class Server:
        mount_path = "/naam/"

        def get_app(self):
            return visitor._files

        def set_app(self, application):
            self.application = application

    def builder():
        raise ValueError("stuk")

    visitor, server = Visitor(tmp_path), Server()
    visitor.served.take_over(server, builder)
    server.builder()
    assert callable(server.application)


def test_a_template_is_named_with_its_line(tmp_path):
    """Where it is, for who has just saved it."""
    (tmp_path / "kaart.html").write_text("een\n{% if %}")
    from jinja2 import FileSystemLoader, TemplateError

    try:
        Environment(loader=FileSystemLoader(tmp_path)).get_template("kaart.html")
    except TemplateError as error:
        assert explained(error) == [
            f"{tmp_path}/kaart.html:2: dit sjabloon klopt niet: Expected an expression, got 'end of statement block'"
        ]
    environment = Environment(loader=DictLoader({"x": "{{ y.z }}"}), undefined=StrictUndefined)
    try:
        environment.get_template("x").render()
    except TemplateError as error:
        assert "'y' is undefined" in explained(error)[0]
