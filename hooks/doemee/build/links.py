"""Do the links that editors write arrive? MkDocs checks those between its own pages only."""

import re
from collections.abc import Container
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from doemee.model import addresses

_INITIATIVE = re.compile(r'<a href="/initiatieven/([a-z0-9-]+)/">(.*?)</a>', re.DOTALL)
_HREF = re.compile(r'<a\s[^>]*?href="([^"#?]+)')


def without_initiatives(html: str, there: set[str]) -> str:
    """The content of a page without its links to initiatives that are not there; their words stay.

    For a demonstration: the editors link to the campaign's own initiatives, and it shows examples.
    """
    return _INITIATIVE.sub(lambda link: link[0] if link[1] in there else link[2], html)


def broken(html: str, page: str, folder: Path, there: Container[str] = ()) -> list[str]:
    """The relative links in the content of a page that lead to no file of the built site, as written.

    `page` is the address of the page from the root of the site, which lies in `folder`; `there` holds addresses whose
    files are still to come.
    """
    found = []
    for link in dict.fromkeys(_HREF.findall(html)):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = unquote(urlsplit(urljoin(f"https://site.example/{page}", link)).path).lstrip("/")
        if target not in there and not (folder / addresses.file(target)).is_file():
            found.append(link)
    return found
