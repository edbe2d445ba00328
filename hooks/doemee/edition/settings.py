"""overrides/edition/uitgave.yml: what the edition holds besides the tips and the calendar.

Its mistakes are reported as those of data/*.yml are: with file, line and what is wrong.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from doemee.load.editors import read_yaml
from doemee.load.messages import field_name
from doemee.model.campaign import BrokenCampaign
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
    name = "/".join(path.parts[-3:])
    tree, problems = read_yaml(name, path.read_bytes())
    if tree is None:
        raise BrokenCampaign(problems)
    try:
        settings = Settings.model_validate(tree.data)
    except ValidationError as error:
        wrong = [(one["loc"], f"dit klopt niet: {one['msg']}", "") for one in error.errors(include_url=False)]
    else:
        pages: dict[tuple[str | int, ...], str] = {("colofon",): settings.colofon}
        pages |= {("paginas", number): page for number, page in enumerate(settings.paginas)}
        wrong = [
            (place, f"deze pagina is er niet: content/{page}", "Verbeter de naam")
            for place, page in pages.items()
            if not (content / page).is_file()
        ]
        if not (path.parent / settings.inleiding).is_file():
            wrong.append((("inleiding",), f"dit bestand is er niet: {settings.inleiding}", "Verbeter de naam"))
    if wrong:
        raise BrokenCampaign(
            [
                Problem(name, *tree.position(place), field_name(place), "uitgave", message, hint)
                for place, message, hint in wrong
            ]
        )
    return settings
