"""overrides/edition/uitgave.yml: which pages of the editors the edition holds. Its mistakes are told like those of data/*.yml."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from doemee.load.editors import read_yaml
from doemee.load.messages import field_name
from doemee.model.campaign import BrokenCampaign
from doemee.problems import Problem


class Settings(BaseModel):
    """The fields of uitgave.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ondertitel: str
    inleiding: str = Field(pattern=r"^[\w./-]+\.md$")
    hoofdstuk: str
    samenvatting: str
    paginas: list[str]
    colofon: str


def read_settings(path: Path, content: Path) -> Settings:
    """Raises BrokenCampaign when it is wrong or names a page that is not there."""
    name = "/".join(path.parts[-3:])
    tree, problems = read_yaml(name, path.read_bytes())
    if tree is None:
        raise BrokenCampaign(problems)
    try:
        settings = Settings.model_validate(tree.data)
    except ValidationError as error:
        found = [
            Problem(
                name, *tree.position(one["loc"]), field_name(one["loc"]), "uitgave", f"dit klopt niet: {one['msg']}"
            )
            for one in error.errors(include_url=False)
        ]
        raise BrokenCampaign(found) from None
    missing = [
        Problem(
            name,
            *tree.position(("paginas", number)),
            "paginas",
            "uitgave",
            f"deze pagina is er niet: content/{page}",
            "Verbeter de naam",
        )
        for number, page in enumerate(settings.paginas)
        if not (content / page).is_file()
    ]
    if missing:
        raise BrokenCampaign(missing)
    return settings
