"""overrides/edition/uitgave.yml: which pages of the editors the edition holds. Its mistakes are told like those of data/*.yml."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from doemee.load import source, strict_yaml
from doemee.load.messages import field_name
from doemee.load.trouble import Trouble
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
    try:
        tree = strict_yaml.parse(source.read_text(path.read_bytes()))
        settings = Settings.model_validate(tree.data)
    except Trouble as trouble:
        where = (trouble.line, trouble.column, trouble.field)
        raise BrokenCampaign([Problem(name, *where, trouble.code, trouble.message, trouble.hint)]) from None
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
