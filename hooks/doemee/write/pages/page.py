"""What a page is before it gets its layout (write/frame/layout.py)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page without its layout: texts for its head, `head` and `body` as HTML with ROOT for the way to the root."""

    address: str
    title: str
    description: str
    body: str
    head: str = ""
    image: str | None = None
