"""The law on personal data: what is merged stays in a public history, so it is caught before.

The whole file is looked at as it is, with its comments: all of it becomes public.
"""

import re
from collections.abc import Iterator

from doemee.load.loader import Loaded
from doemee.problems import Problem, Severity

_REGISTER = re.compile(
    r"(?<![0-9+])([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{3})[ .-]?([0-9]{2})(?![0-9])"
)
_MOBILE = re.compile(r"(?<![0-9+])(?:(?:\+|00)32[ ./]?(?:\(0\))?|0)[ ]?4[5-9][0-9](?:[ ./-]?[0-9]){6}(?![0-9])")
_BEFORE_AT = re.compile(r"[A-Za-z0-9._%+-]+\Z")
_IBAN = re.compile(r"\bBE([0-9]{2})((?: ?[0-9]{4}){3})\b")
_LONG_NUMBER = re.compile(r"[0-9](?:[ ./()-]{0,2}[0-9]){8}")
"""Without one of these there is no register number, telephone number or account, and that is quickly seen."""

_MAILBOX = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|telenet|skynet|proximus|scarlet|"
    r"pandora|voo|belgacom|proton|protonmail|gmx|aol)\.(?:com|be|fr|nl|net|org|me|eu)\b",
    re.IGNORECASE,
)


def no_register_number(text: str) -> Iterator[tuple[int, str, str, str, Severity]]:
    """No national register number: eleven digits that start with a date and end with their check, modulo 97.

    Source: Koninklijk besluit of 3 April 1984 on its composition; born since 2000, a 2 goes before.
    """
    for match in _REGISTER.finditer(text):
        _, month, day, _, check = match.groups()
        number = int("".join(match.groups())[:9])
        is_date = int(month) % 20 <= 12 and int(day) <= 31
        if is_date and int(check) in (97 - number % 97, 97 - (2_000_000_000 + number) % 97):
            hint = "Verwijder het, overal: zo'n nummer mag nooit openbaar zijn"
            yield match.start(), "rijksregisternummer", "dit lijkt een rijksregisternummer", hint, Severity.ERROR


def no_private_mailbox(text: str) -> Iterator[tuple[int, str, str, str, Severity]]:
    """A mail address is the organisation's, not somebody's own."""
    for match in _MAILBOX.finditer(text):
        name = _BEFORE_AT.search(text, max(0, match.start() - 64), match.start())
        hint = "Gebruik liever een adres van de organisatie, zoals info@mijnvereniging.be"
        yield (
            name.start() if name else match.start(),
            "privemail",
            "dit lijkt iemands eigen mailadres, en het wordt openbaar",
            hint,
            Severity.WARNING,
        )


def no_mobile_number(text: str) -> Iterator[tuple[int, str, str, str, Severity]]:
    """A telephone number is the organisation's, not somebody's mobile.

    The number of an enterprise can look like one (0470.123.465); its last two digits are a check, modulo 97.
    """
    for match in _MOBILE.finditer(text):
        digits = re.sub("[^0-9]", "", match[0])
        if len(digits) == 10 and int(digits[:8]) % 97 + int(digits[8:]) == 97:
            continue
        hint = "Gebruik liever een nummer van de organisatie, of alleen een mailadres"
        yield match.start(), "gsm-nummer", "dit lijkt iemands gsm-nummer, en het wordt openbaar", hint, Severity.WARNING


def no_bank_account(text: str) -> Iterator[tuple[int, str, str, str, Severity]]:
    """A bank account is better on the organisation's own page (check of an IBAN: ISO 13616, modulo 97)."""
    for match in _IBAN.finditer(text):
        account = match[2].replace(" ", "")
        if int(f"{account}1114{match[1]}") % 97 == 1:
            hint = "Verwijs liever naar een pagina van de organisatie met uitleg over betalen"
            yield (
                match.start(),
                "rekeningnummer",
                "dit is een rekeningnummer, en het wordt openbaar",
                hint,
                Severity.WARNING,
            )


NUMBERS = (no_register_number, no_mobile_number, no_bank_account)


def personal_data(loaded: Loaded) -> Iterator[Problem]:
    """What the rules above find in one file, each with its line, column and field."""
    text = loaded.data.decode("utf-8-sig", "replace")
    text = text.replace("\r\n", "\n") if "\r" in text else text
    rules = (*(NUMBERS if _LONG_NUMBER.search(text) else ()), *((no_private_mailbox,) if "@" in text else ()))
    for rule in rules:
        for start, code, message, hint, severity in rule(text):
            line = text.count("\n", 0, start) + 1
            column = start - (text.rfind("\n", 0, start) + 1) + 1
            yield Problem(loaded.path, line, column, _field(loaded, text, line), code, message, hint, severity)


def _field(loaded: Loaded, text: str, line: int) -> str:
    """The key on that line, as far as it is one."""
    if loaded.path.endswith(".md") and line >= loaded.body_line > 1:
        return "beschrijving"
    key = re.match(r"[\s#-]*([a-z_]+):", text.split("\n")[line - 1])
    return key[1] if key else ""
