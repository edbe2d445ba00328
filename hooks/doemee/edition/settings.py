"""overrides/edition/uitgave.yml: what the edition holds besides the tips and the calendar.

Its mistakes are reported as those of data/*.yml are: with file, line and what is wrong.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from doemee.load.folder import readable
from doemee.load.messages import field_name
from doemee.model import tables
from doemee.model.campaign import BrokenCampaign
from doemee.model.tables import Keys
from doemee.problems import Problem


class Settings(BaseModel):
    """The fields of uitgave.yml. `inleiding` is a file beside it, `paginas` and `colofon` are files of content/."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ondertitel: str
    inleiding: str = Field(pattern=r"^[\w./-]+\.md$")
    hoofdstuk: str
    samenvatting: str
    paginas: list[str]
    colofon: str


def read_settings(path: Path, content: Path) -> Settings:
    """Raises BrokenCampaign when it is wrong or names a file that is not there."""
    root = path.parents[2]
    settings, tree, problems = tables.read_settings(path, root, Settings)
    if settings is None or tree is None:
        raise BrokenCampaign(problems)
    pages: dict[Keys, str] = {("colofon",): settings.colofon}
    pages |= {("paginas", number): page for number, page in enumerate(settings.paginas)}
    wrong = [
        (place, f"deze pagina is er niet: content/{page}")
        for place, page in pages.items()
        if not (content / page).is_file()
    ]
    if not (path.parent / settings.inleiding).is_file():
        wrong.append((("inleiding",), f"dit bestand is er niet: {settings.inleiding}"))
    if wrong:
        name = readable(path, root)
        raise BrokenCampaign(
            [
                Problem(name, *tree.position(place), field_name(place), "uitgave", message, "Verbeter de naam")
                for place, message in wrong
            ]
        )
    return settings
