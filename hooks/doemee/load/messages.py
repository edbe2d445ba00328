"""What pydantic found, in Dutch: one place for every error that does not bring its own words."""

from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from doemee.load.answers import trouble
from doemee.load.declared import declaration
from doemee.load.submission import Model
from doemee.load.trouble import Trouble


def explained(error: ErrorDetails, model: type[Model]) -> Trouble:
    """One entry of `ValidationError.errors()` as Trouble, still without its line."""
    path, given = error["loc"], error["input"]
    context = error.get("ctx", {})
    field = field_name(path)
    if "message" in context:
        return Trouble(error["type"], context["message"], context["hint"], field=field, form_hint=context["form_hint"])
    match error["type"]:
        case "extra_forbidden":
            cure = suggestion(str(path[-1]), _names_at(path[:-1], model), 40)
            return trouble("onbekend-veld", field=field, suggestion=cure)
        case "missing":
            return trouble("verplicht-veld", field=field, key=path[-1])
        case "enum":
            return _unknown_word(field, given, context["expected"])
        case "list_type" if isinstance(given, dict) and given:
            return trouble("geen-streepje", field=field, key=next(iter(given)))
        case "list_type":
            return trouble("geen-lijst", field=field)
        case "too_short":
            return trouble("te-weinig", field=field)
        case "too_long":  # of a list of groups: another list answers itself (fields.Many)
            declared = declaration(model).at(path)
            return trouble(declared.too_many if declared else "te-veel", field=field, most=context["max_length"])
        case "model_type" if given is None:
            return trouble("leeg", field=field)
        case "model_type":
            return trouble("geen-groep", field=field, keys=", ".join(_names_at(path, model)))
        case unforeseen:
            raise AssertionError(f"no answer to {unforeseen}")


def field_name(path: tuple[str | int, ...]) -> str:
    """`momenten.van`: the keys without the positions in a list; the line says which one it is."""
    return ".".join(step for step in path if isinstance(step, str))


def suggestion(value: str, allowed: list[str], shown: int = 8) -> str:
    """`Bedoel je …?` when something allowed is close to `value`, else what there is to choose from."""
    close = get_close_matches(value.lower(), allowed, n=1, cutoff=0.6)
    if close:
        return f"Bedoel je `{close[0]}`?"
    if not allowed:
        return "Er is hier nog niets om uit te kiezen: verwijder het veld"
    more = " …" if len(allowed) > shown else ""
    return f"Kies uit: {', '.join(allowed[:shown])}{more}"


def _unknown_word(field: str, given: Any, expected: str) -> Trouble:
    """`expected` is pydantic's: `'a', 'b' or 'c'`."""
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    if given is None:
        return trouble("lege-keuze", field=field, allowed=", ".join(allowed))
    return trouble("onbekend-woord", field=field, value=str(given), suggestion=suggestion(str(given), allowed))


def _names_at(path: tuple[str | int, ...], model: type[Model]) -> list[str]:
    """The keys that a group of fields may hold; those of the whole when the path leads to none."""
    declared = declaration(model)
    field = declared.at(path)
    return [inner.name for inner in (field.fields if field and field.fields else declared.fields)]
