"""While `mkdocs serve` runs: a page of the calendar is made when somebody asks for it.

So a changed text shows within a second: a rebuild need not write thousands of files that nobody looks at.
"""

from collections.abc import Callable, Iterable
from threading import Event, Lock
from typing import Any

LONGEST = 30
"""Seconds that a visitor waits for a build that is going on."""


def made_when_asked(
    app: Callable[..., Iterable[bytes]], mount: str, ready: Event, make: Callable[[str], None]
) -> Callable[..., Any]:
    """The same WSGI application (PEP 3333), that first has `make` write what stands at the address asked for.

    `mount` is the path of the site, `ready` says that no build is going on.
    """
    one_at_a_time = Lock()

    def made(path: str) -> None:
        ready.wait(LONGEST)
        with one_at_a_time:
            make(path.removeprefix(mount).removesuffix("index.html"))

    def asked(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return app(environ, start_response)
        made(path)
        given: list[tuple[Any, ...]] = []
        body = app(environ, lambda *answer: given.append(answer))
        if given[0][0].startswith("404"):  # a build that began just now may have taken it away again
            made(path)
            return app(environ, start_response)
        start_response(*given[0])
        return body

    return asked
