"""QR codes as inline SVG: the way from paper, or from another screen, to an address.

Drawn here and not by segno, whose rows are strokes: at a size that is no whole number of pixels per module, those are
blurred, and with sharp edges some rows vanish. Bars that are filled stay whole at any size.
"""

import re
from dataclasses import dataclass

import segno
from markupsafe import Markup

QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 asks: without them some phones do not see it."""

# The best of eight masks costs five times as much to find as the code itself. Any mask can be read, for the code says
# which one it has; and a thousand organisations have one code each.
_MASK = 3

_RUN = re.compile(b"\x01+")
_BARS = [f"h{width}v1h-{width}z" for width in range(178)]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code for an address: `size` in modules, quiet zone included, and the `d` of an SVG path."""

    address: str
    size: int
    path: str

    @property
    def short(self) -> str:
        """The address as people type it: `ivy2026.example/kalender`."""
        return self.address.partition("://")[2].rstrip("/")

    def svg(self, label: str) -> Markup:
        """The element, with `label` as what a screen reader says.

        Black on white also in the dark: many apps read nothing else.
        """
        return Markup(
            '<svg class="dm-qr" role="img" aria-label="{label}" viewBox="0 0 {size} {size}" '
            'width="{width}" height="{width}" shape-rendering="crispEdges">'
            '<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{path}"/></svg>'
        ).format(label=label, size=self.size, width=self.size * 4, path=self.path)


def qr_code(address: str) -> QrCode:
    """The code of an address.

    As few modules as can be, for large ones are read from afar; what room is left corrects errors.

    Raises ValueError above 2,953 bytes.
    """
    try:
        matrix = segno.make(address, error="l", mask=_MASK, micro=False).matrix
    except segno.DataOverflowError as error:
        raise ValueError(f"the address is too long for a QR code: {address}") from error
    size = len(matrix) + 2 * QUIET
    # All rows in one, each with its quiet zone, so that a run of dark modules knows its place.
    modules = b"".join(b"\0" * QUIET + row + b"\0" * QUIET for row in matrix)
    runs = (run.span() for run in _RUN.finditer(modules))
    return QrCode(
        address, size, "".join([f"M{start % size} {start // size + QUIET}{_BARS[end - start]}" for start, end in runs])
    )
