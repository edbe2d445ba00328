"""The law for what an initiative says of its image. What is really in the picture: image_files.py."""

from difflib import get_close_matches

from doemee.check.rules import InitiativeRule, Known, Problems
from doemee.load.loader import Loaded
from doemee.load.submission import Submission

_EMPTY_ALTS = frozenset({"foto", "afbeelding", "beeld", "image", "logo", "illustratie", "tekening"})
_EMPTY_ALTS |= {f"{article} {word}" for article in ("een", "de", "het") for word in _EMPTY_ALTS}


def images_exist(file: Loaded, sent: Submission, known: Known) -> Problems:
    """An image is in the folder of images."""
    image = sent.afbeelding
    if image and image.bestand not in known.images:
        at = ("afbeelding", "bestand")
        if close := get_close_matches(image.bestand, sorted(known.images), n=1):
            yield file.problem(at, "afbeelding-heet-anders", name=image.bestand, meant=close[0])
        else:
            yield file.problem(at, "afbeelding-ontbreekt", name=image.bestand)


def images_are_described(file: Loaded, sent: Submission, _: Known) -> Problems:
    """The words for who does not see the image say what is on it."""
    image = sent.afbeelding
    words = image.alt.lower().rstrip(".") if image else ""
    if image and (words in _EMPTY_ALTS or words.endswith((".jpg", ".jpeg", ".png", ".webp"))):
        yield file.problem(("afbeelding", "alt"), "alt-zegt-niets", alt=image.alt)


RULES: tuple[InitiativeRule, ...] = (images_exist, images_are_described)
