"""A server of this machine, for as long as it is needed."""

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".ics": "text/calendar; charset=utf-8"}  # noqa: RUF012

    def log_message(self, *_: object) -> None:
        """Say nothing: whoever asks tells what went wrong."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of what lies in a folder, on a free port and with a slash at its end."""
    with answered(partial(_Quiet, directory=str(folder))) as address:
        yield address


@contextmanager
def answered(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address at which a handler answers, on a free port and with a slash at its end."""
    server = http.server.ThreadingHTTPServer(("localhost", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
