"""A conversation in a terminal: what is said, what is answered, and that a person may stop at any time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from doemee.text import slugify


class Stopped(Exception):
    """The person stopped, or there are no more answers."""


@dataclass(slots=True)
class Dialogue:
    """Speaks with a person; `read` gives a line for a prompt, as `input` does, and `write` shows one."""

    read: Callable[[str], str] = input
    write: Callable[[str], None] = print

    def say(self, *lines: str) -> None:
        """Show lines."""
        for line in lines:
            self.write(line)

    def ask(self, prompt: str) -> str:
        """One answer, without spaces around it. Raises Stopped."""
        try:
            return self.read(f"{prompt} ").strip()
        except (EOFError, KeyboardInterrupt):
            raise Stopped from None

    def confirm(self, question: str, otherwise: bool = True) -> bool:
        """Yes or no; `otherwise` is what an empty answer means."""
        while True:
            answer = self.ask(f"{question} ({'JA/nee' if otherwise else 'ja/NEE'})").lower()
            if not answer:
                return otherwise
            if answer in ("j", "ja", "y", "yes", "ok", "oké"):
                return True
            if answer in ("n", "nee", "neen", "no"):
                return False
            self.say("Antwoord ja of nee.")

    def choose(self, prompt: str, options: Sequence[str]) -> int | None:
        """The place of one of the options, by its number or its name; None for an empty answer."""
        for number, option in enumerate(options, 1):
            self.say(f"  {number:2}. {option}")
        names = [slugify(option.split(":")[0]) for option in options]
        while True:
            answer = self.ask(prompt)
            if not answer:
                return None
            if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(options):
                return int(answer) - 1
            if slugify(answer) in names:
                return names.index(slugify(answer))
            self.say(f"Antwoord met een getal van 1 tot en met {len(options)}.")
