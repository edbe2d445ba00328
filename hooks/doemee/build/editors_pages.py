"""The pages of editors: their lists, and whether their links arrive. MkDocs checks those between its own pages only."""

import re
from collections.abc import Container
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from doemee.build.site import Site
from doemee.model import addresses
from doemee.write.pages.listing import with_lists

_INITIATIVE = re.compile(r'<a href="/initiatieven/([a-z0-9-]+)/">(.*?)</a>', re.DOTALL)
_HREF = re.compile(r'<a\s[^>]*?href="([^"#?]+)')


def completed(html: str, page: str, site: Site) -> tuple[str, list[str]]:
    """The content of a page with its lists in it, and the markers that name no list there is.

    `page` is the address of the page. A link that starts with / starts at the root of the site, under whatever base
    path that is.
    """
    there = {initiative.slug for initiative in site.agenda.initiatives}
    if any(initiative.example for initiative in site.agenda.initiatives):
        # The editors link to the campaign's own initiatives, and this shows examples: the words stay.
        html = _INITIATIVE.sub(lambda link: link[0] if link[1] in there else link[2], html)
    back = addresses.to_root(page)
    return with_lists(html.replace('href="/', f'href="{back}'), site.agenda, site.publication, site.render, back)


def broken_links(html: str, page: str, folder: Path, there: Container[str]) -> list[str]:
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
