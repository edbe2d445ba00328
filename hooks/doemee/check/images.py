"""The law for images: what a file says of its image must be true of the folder of images."""

from collections.abc import Iterator
from difflib import get_close_matches

from doemee.load.loader import Loaded
from doemee.problems import Problem


def images_exist(loaded: Loaded, images: frozenset[str]) -> Iterator[Problem]:
    """An image is in the folder of images."""
    image = loaded.submission.afbeelding
    if image and image.bestand not in images:
        close = get_close_matches(image.bestand, sorted(images), n=1)
        hint = f"Bedoel je `{close[0]}`?" if close else "Zet het bestand in data/initiatives/afbeeldingen/"
        yield loaded.problem(("afbeelding", "bestand"), "afbeelding-ontbreekt", f"“{image.bestand}” vinden we niet", hint)
