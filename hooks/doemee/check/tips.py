"""The law for one tip: its ids exist, and its address is its own."""

from doemee.check.rules import Known, Problems, TipRule, of_file
from doemee.check.what import ids_exist
from doemee.load.loader import Loaded
from doemee.load.submission import Tip

FORM = "toevoegen"
"""The last part of the address of the form to send in a tip."""


def its_address_is_free(file: Loaded, _: Tip, __: Known) -> Problems:
    """No tip has the address of the form."""
    if file.slug == FORM:
        yield of_file(file.path, "naam-van-het-formulier")


RULES: tuple[TipRule, ...] = (ids_exist, its_address_is_free)
