"""Serve a built site on this machine as a real host does, compressed, to measure it.

python scripts/serve-compressed.py FOLDER [PORT]
"""

import gzip
import http.server
import sys
from functools import partial
from pathlib import Path

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics"}


class Compressed(http.server.SimpleHTTPRequestHandler):
    """Files of a folder; texts compressed, everything else as it is. Fonts and scripts may be kept for a day."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in TEXT:
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=86400")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    folder, port = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 8123
    http.server.ThreadingHTTPServer(("localhost", port), partial(Compressed, directory=folder)).serve_forever()
