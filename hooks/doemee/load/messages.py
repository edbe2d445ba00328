"""What pydantic found, in Dutch: one place for every error that does not bring its own words."""

from difflib import get_close_matches
from typing import Any

from doemee.load.declared import declaration
from doemee.load.submission import Model
from doemee.load.trouble import Trouble

_WORDS = {
    "missing": ("verplicht-veld", "dit verplichte veld ontbreekt", "Voeg een regel `{key}: …` toe"),
    "list_type": (
        "geen-lijst",
        "hier hoort een lijst",
        "Begin elke regel van de lijst met een streepje, of schrijf [een, twee]",
    ),
    "too_short": ("te-weinig", "deze lijst is leeg", "Vul er minstens één in of verwijder het veld"),
    "too_long": ("te-veel", "deze lijst is te lang: hoogstens {max_length}", "Splits het in meer initiatieven"),
}


def explained(error: dict[str, Any], model: type[Model]) -> Trouble:
    """One entry of `ValidationError.errors()` as Trouble, still without its line."""
    path = error["loc"]
    context = error.get("ctx", {})
    key = str(path[-1])
    if "message" in context:
        return Trouble(error["type"], context["message"], context["hint"], field=field_name(path))
    if error["type"] == "extra_forbidden":
        return _unknown_key(path, model)
    if error["type"] == "enum":
        return _unknown_word(path, str(error["input"]), str(context["expected"]))
    if error["type"] == "model_type" and error["input"] is None:
        return Trouble("leeg", "dit veld is leeg", "Vul het in of verwijder de regel", field=field_name(path))
    if error["type"] == "list_type" and isinstance(error["input"], dict) and error["input"]:
        hint = f"Zet een streepje voor het eerste veld: `- {next(iter(error['input']))}: …`"
        return Trouble("geen-lijst", "hier hoort een lijst", hint, field=field_name(path))
    if error["type"] == "model_type":
        inside = ", ".join(_names_at(path, model))
        hint = f"Schrijf ze eronder, met twee spaties ervoor: {inside}"
        return Trouble("geen-groep", "hier horen velden te staan, elk op een regel", hint, field=field_name(path))
    code, message, hint = _WORDS[error["type"]]
    return Trouble(code, message.format(key=key, **context), hint.format(key=key, **context), field=field_name(path))


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


def _unknown_key(path: tuple[str | int, ...], model: type[Model]) -> Trouble:
    allowed = _names_at(path[:-1], model)
    return Trouble(
        "onbekend-veld", "dit veld kennen we niet", suggestion(str(path[-1]), allowed, 40), field=field_name(path)
    )


def _unknown_word(path: tuple[str | int, ...], value: str, expected: str) -> Trouble:
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    if value == "None":
        return Trouble("leeg", "dit veld is leeg", f"Kies uit: {', '.join(allowed)}", field=field_name(path))
    return Trouble(
        "onbekende-keuze", f"“{value[:40]}” kan hier niet", suggestion(value, allowed), field=field_name(path)
    )


def _names_at(path: tuple[str | int, ...], model: type[Model]) -> list[str]:
    """The keys that a group of fields may hold; those of the whole when the path leads to none."""
    declared = declaration(model)
    field = declared.at(path)
    return [inner.name for inner in (field.fields if field and field.fields else declared.fields)]
