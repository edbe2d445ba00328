"""The content-security policy of a page, and what a host should say besides.

A page may run the site's own script files and the inline scripts of the theme, each by its hash. Those
hashes come from the theme's part of a page alone, before any text of others is in it: a script that
somebody got into a text would find no hash. Source: CSP Level 3, section 2.3.1.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\btype=["']?(?:application/(?:ld\+)?json)\b""", re.IGNORECASE)
_CHARSET = '<meta charset="utf-8">'

_SELF_ONLY = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "style-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
}


def guarded(page: str, theme_part: str) -> str:
    """The HTML of a page with its policy right after the charset, before anything that it governs.

    `theme_part` is that page without what editors or senders wrote. Raises ValueError when the page
    does not name its charset as the theme does: then a policy would be missing without a word.
    """
    if _CHARSET not in page:
        raise ValueError("the page does not start as the theme's pages do")
    meta = f'{_CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{policy(hashes(theme_part))}">'
    return page.replace(_CHARSET, meta, 1)


def policy(script_hashes: Iterable[str]) -> str:
    """The directives, with the scripts that may run inline."""
    scripts = " ".join(("'self'", *(f"'{name}'" for name in script_hashes)))
    return "; ".join(f"{name} {value}" for name, value in {**_SELF_ONLY, "script-src": scripts}.items())


def hashes(html: str) -> list[str]:
    """`sha256-…` of each inline script in some HTML, in order; blocks of data do not run and need none."""
    scripts = (text for attributes, text in _INLINE.findall(html) if not _DATA.search(attributes))
    return list(dict.fromkeys(f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}" for text in scripts))
