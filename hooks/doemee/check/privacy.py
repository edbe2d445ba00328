"""The law on personal data: what is merged stays in a public history, so it is caught before.

The whole file is looked at as it is, with its comments: all of it becomes public.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from doemee.check.rules import FileRule, Known, Problems
from doemee.load.answers import say
from doemee.load.loader import Loaded
from doemee.problems import Problem

# Expressions that JavaScript reads alike: the form looks with them too (write/pages/form.py).
REGISTER = re.compile(r"(?<![0-9+])([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{3})[ .-]?([0-9]{2})(?![0-9])")
MOBILE = re.compile(r"(?<![0-9+])(?:(?:\+|00)32[ ./]?(?:\(0\))?|0)[ ]?4[5-9][0-9](?:[ ./-]?[0-9]){6}(?![0-9])")
_BEFORE_AT = re.compile(r"[A-Za-z0-9._%+-]+\Z")
IBAN = re.compile(r"\bBE([0-9]{2})((?: ?[0-9]{4}){3})\b")
_LONG_NUMBER = re.compile(r"[0-9](?:[ ./()-]{0,2}[0-9]){8}")
"""Without one of these there is no register number, telephone number or account, and that is quickly seen."""

MAILBOX = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|telenet|skynet|proximus|scarlet|"
    r"pandora|voo|belgacom|proton|protonmail|gmx|aol)\.(?:com|be|fr|nl|net|org|me|eu)\b",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """Where in a text something personal starts, and the key of the answer to it."""

    start: int
    key: str


class TextRule(Protocol):
    """On a whole text, whatever it is of."""

    def __call__(self, text: str, /) -> Iterator[Found]: ...


def no_register_number(text: str) -> Iterator[Found]:
    """No national register number: eleven digits that start with a date and end with their check, modulo 97.

    Source: Koninklijk besluit of 3 April 1984 on its composition; born since 2000, a 2 goes before.
    """
    for match in REGISTER.finditer(text):
        _, month, day, _, check = match.groups()
        number = int("".join(match.groups())[:9])
        is_date = int(month) % 20 <= 12 and int(day) <= 31
        if is_date and int(check) in (97 - number % 97, 97 - (2_000_000_000 + number) % 97):
            yield Found(match.start(), "rijksregisternummer")


def no_mobile_number(text: str) -> Iterator[Found]:
    """A telephone number is the organisation's, not somebody's mobile.

    The number of an enterprise can look like one (0470.123.465); its last two digits are a check, modulo 97.
    """
    for match in MOBILE.finditer(text):
        digits = re.sub("[^0-9]", "", match[0])
        if len(digits) != 10 or int(digits[:8]) % 97 + int(digits[8:]) != 97:
            yield Found(match.start(), "gsm-nummer")


def no_bank_account(text: str) -> Iterator[Found]:
    """A bank account is better on the organisation's own page (check of an IBAN: ISO 13616, modulo 97)."""
    for match in IBAN.finditer(text):
        account = match[2].replace(" ", "")
        if int(f"{account}1114{match[1]}") % 97 == 1:
            yield Found(match.start(), "rekeningnummer")


def no_private_mailbox(text: str) -> Iterator[Found]:
    """A mail address is the organisation's, not somebody's own."""
    for match in MAILBOX.finditer(text):
        name = _BEFORE_AT.search(text, max(0, match.start() - 64), match.start())
        yield Found(name.start() if name else match.start(), "privemail")


NUMBERS: tuple[TextRule, ...] = (no_register_number, no_mobile_number, no_bank_account)
MAILBOXES: tuple[TextRule, ...] = (no_private_mailbox,)


def nothing_personal(file: Loaded, _: Known) -> Problems:
    """What a file says, in its comments too, breaks none of the rules above."""
    text = file.data.decode("utf-8-sig", "replace")
    text = text.replace("\r\n", "\n") if "\r" in text else text
    rules = (*(NUMBERS if _LONG_NUMBER.search(text) else ()), *(MAILBOXES if "@" in text else ()))
    for rule in rules:
        for start, key in rule(text):
            line = text.count("\n", 0, start) + 1
            column = start - (text.rfind("\n", 0, start) + 1) + 1
            yield Problem(file.path, line, column, _field(file, text, line), *say(key))


def _field(file: Loaded, text: str, line: int) -> str:
    """The key on that line, as far as it is one."""
    if file.path.endswith(".md") and line >= file.body_line > 1:
        return "beschrijving"
    key = re.match(r"[\s#-]*([a-z_]+):", text.split("\n")[line - 1])
    return key[1] if key else ""


RULES: tuple[FileRule, ...] = (nothing_personal,)
