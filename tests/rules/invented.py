"""What people could type into the form, invented by chance: values as the form gives them, and a description."""

import random
from datetime import date, timedelta
from typing import Any

from doemee.load.spelling import LANGUAGES, WEEKDAYS

Values = dict[str, Any]

_WORDS = ["soep", "ja", "no", "De: Linde", '"quote"', "'t", "#samen", "a # b", "{x}", "[y]", "🎉", "é", "- z", "100%", "\\", "@org", "null", "2026", "14:00", "slot:", "& co", "|", ">", "*ster*"]  # fmt: skip

HIDDEN = ["\u200b", "\u00ad", "\u202e", "\u2066", "\ufeff", "\u3164", "\ufffd", "\ufffc", "\u0007", "\ue000", "\ufe0f", "❤️", "👩‍🍳", "\u200d", "Pаul", "αbc", "z̀́̂̃̄̅", "Ελλάδα"]  # fmt: skip
"""What nobody sees, what only seems to be a letter, and what is right although it looks odd."""

DAYS = ["2026-03-07", "2026-03-29", "2026-10-25", "2025-12-05", "2025-12-04", "2026-12-31", "2027-01-01", "1999-12-31", "2101-01-01"]  # fmt: skip
MONTHS = ["2026-05", "2025-11", "2027-01", "volgt"]
TIMES = ["14:00", "09:30", "24:00", "00:00", "02:30", "02:15", "23:59"]
URLS = ["https://www.example.org/", "www.example.org", "example.org/x", "http://a b.be", "javascript:alert(1)", "https://x", "https://user@example.org/", "//evil.org", "https://example.org:8080/a", "ftp://example.org", "https://café.be/"]  # fmt: skip
PLACES = [("9000", "Gent"), ("9800", "Petegem"), ("9800", "Gent"), ("1000", None), ("1050", "Ukkel"), ("4000", None), ("B-9000", None), ("2070", "zwijndrecht"), ("9999", "Gent"), ("8700", "Tielt-Winge")]  # fmt: skip
TEXTS = ["ok", "x", "Soep op de stoep", "a" * 121, "bel 0475 12 34 56", "piet@gmail.com", "BE68 5390 0754 7034", "93.05.18-223.61", "info@example.org", "日本", "ja", "nee"]  # fmt: skip

BODIES = [
    "", "Bel 0475 12 34 56", "x" * 8001, "<div>a</div>", "a <b>vet</b> <script>x</script>", "`<div>` mag", "<!-- niet -->",
    "[a](www.example.org) en [b](https://example.org)", "![foto](https://example.org/x.jpg)", "[a]()", "[a](javascript:alert(1))",
    "[mail](info@example.org)", "[a](bestand.pdf)", "[1]: example.org/x", "<javascript:x>", "[x](https://example.org/) " * 21,
    "[a](java&#115;cript:x)", "Een [link][1].\n\n[1]: /tips/", "[a](/tips/#deel) en ![foto](/tips/)", "[1]: /Tips", "[a](#deel)",
]  # fmt: skip


def _line(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(3, 8)))


def invented(seed: int) -> tuple[Values, str]:
    """An initiative that breaks no rule on purpose, but holds every character that YAML trips over."""
    chance = random.Random(seed)  # noqa: S311
    line = lambda: _line(chance)  # noqa: E731
    maybe = lambda value: value if chance.random() < 0.5 else None  # noqa: E731
    days = sorted(date(2026, 1, 5) + timedelta(days=chance.randrange(300)) for _ in range(chance.randint(1, 3)))
    moments = []
    for day in days:
        hour = chance.randint(7, 20)
        moment = {"datum": day.isoformat()}
        if maybe(True):
            moment |= {"van": f"{hour:02}:30", "tot": chance.choice([f"{hour + 2:02}:00", "24:00", "00:00"])}
        if maybe(True):
            moment["titel"] = line()
        moments.append(moment)
    values = {
        "titel": line()[:120].strip() + " x",
        "samenvatting": line() + " " + line(),
        "organisatie": {"naam": "Org " + line(), "partners": [line() for _ in range(chance.randint(0, 2))]},
        "type": "actie",
        "momenten": moments,
        "locatie": maybe({"naam": line(), "postcode": chance.choice(["9000", "3600", "1040", "2070"])}),
        "online": maybe(True),
        "bereik": ["heel-vlaanderen"],
        "sdgs": sorted({str(chance.randint(1, 17)) for _ in range(chance.randint(0, 4))}, key=int),
        "prijs": maybe(chance.choice(["gratis", "5", "€ 3,50", line()])),
        "help_mee": maybe(chance.choice([True, "Kom " + line(), "https://www.example.org/help"])),
        "contact": maybe({"naam": line(), "telefoon": "09 000 00 00"}),
    }
    body = "\n".join(line() for _ in range(chance.randint(0, 6)))
    return {key: value for key, value in values.items() if value}, body


def with_mistakes(seed: int) -> tuple[Values, str]:
    """An initiative in which a few things are wrong, or odd."""
    chance = random.Random(seed)  # noqa: S311
    values, _ = invented(seed)
    for _ in range(chance.randint(1, 4)):
        chance.choice(_MISTAKES)(values, chance)
    body = _odd(chance.choice(BODIES), chance) if seed % 5 == 0 else chance.choice(BODIES)
    return {key: value for key, value in values.items() if value}, body


def tip_with_mistakes(seed: int) -> tuple[Values, str]:
    """A tip in which a few things are wrong, or odd."""
    chance = random.Random(seed)  # noqa: S311
    pick = chance.choice
    values = {
        "titel": pick(["Werk met ambassadeurs", "x", _odd("Werk samen", chance)]),
        "samenvatting": pick(["Laat vrijwilligers zelf vertellen waarom ze het doen.", "kort", _line(chance) * 2]),
        "thema": pick(["ga-samenwerken", ""]),
        "voor": pick([[], ["iedereen"]]),
        "bron": pick(["", "x", *TEXTS, _odd("Onze ervaring", chance)]),
        "organisatie": pick(["", "De Linde", _odd("De Linde", chance)]),
        "sdgs": pick([[], ["3", "17"]]),
        "tijd": pick(["", "Een halve dag # daarna een uur", "x", "a" * 161]),
    }
    return {key: value for key, value in values.items() if value}, pick(BODIES)


def _odd(text: str, chance: random.Random) -> str:
    """A text with something in it that nobody sees."""
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(HIDDEN) + text[at:]


def _moment(values: Values, chance: random.Random) -> Values:
    moment: Values = chance.choice(values["momenten"]) if values.get("momenten") else {}
    return moment


def _drop(values: Values, chance: random.Random) -> None:
    values.pop(chance.choice(list(values)), None)


def _day(values: Values, chance: random.Random) -> None:
    _moment(values, chance)["datum"] = chance.choice([*DAYS, *MONTHS])


def _hours(values: Values, chance: random.Random) -> None:
    hours = {"van": chance.choice([time for time in TIMES if time != "24:00"]), "tot": chance.choice(TIMES)}
    keys = chance.choice([["van", "tot"], ["van"], ["tot"]])
    _moment(values, chance).update({key: hours[key] for key in keys})


def _last_day(values: Values, chance: random.Random) -> None:
    _moment(values, chance)["einddatum"] = chance.choice(DAYS)


def _changing_clock(values: Values, chance: random.Random) -> None:
    _moment(values, chance).update(
        {"datum": chance.choice(["2026-03-29", "2026-10-25"]), "van": "02:30", "tot": "04:00"}
    )


def _open_end(values: Values, chance: random.Random) -> None:
    moment = _moment(values, chance)
    moment.update({"datum": "2026-03-07", "einddatum": "2026-03-09", "van": "10:00"})
    moment.pop("tot", None)


def _weekday(values: Values, chance: random.Random) -> None:
    _moment(values, chance)["weekdag"] = chance.choice(WEEKDAYS)


def _id(values: Values, chance: random.Random) -> None:
    _moment(values, chance)["id"] = chance.choice(["a", "b", "A", "2", "x y"])


def _place(values: Values, chance: random.Random) -> None:
    postcode, town = chance.choice(PLACES)
    values["locatie"] = {"naam": "Zaal", "postcode": postcode} | ({"gemeente": town} if town else {})


def _website(values: Values, chance: random.Random) -> None:
    values["website"] = chance.choice(URLS)


def _title(values: Values, chance: random.Random) -> None:
    values["titel"] = chance.choice(TEXTS)


def _contact(values: Values, chance: random.Random) -> None:
    values["contact"] = {
        "naam": chance.choice(TEXTS),
        "email": chance.choice(["a@b.be", "a@b", "jan@telenet.be"]),
        "telefoon": chance.choice(["09 000 00 00", "0475 12 34 56", "bel mij"]),
    }


def _recurrence(values: Values, chance: random.Random) -> None:
    values["momenten"] = values.get("momenten", [{"datum": "2026-03-03"}])[:1]
    rule = {
        "elke": chance.choice(["dag", "week", "maand"]),
        "interval": chance.choice(["1", "2", "13", None]),
        "op": chance.choice([None, ["dinsdag"], ["maandag", "donderdag"], "eerste dinsdag", "laatste vrijdag"]),
        "tot_en_met": chance.choice([None, "2026-06-30", "2027-03-01", "2026-12-31"]),
        "aantal": chance.choice([None, None, "3", "1", "0"]),
        "behalve": chance.choice([[], ["2026-04-06"], ["2026-04-06", "2026-03-10"]]),
    }
    values["herhaling"] = {key: value for key, value in rule.items() if value}


def _registration(values: Values, chance: random.Random) -> None:
    values["inschrijven"] = {"url": chance.choice(URLS), "tot": chance.choice(DAYS)}


def _reach(values: Values, chance: random.Random) -> None:
    values["bereik"] = chance.choice([["limburg"], ["antwerpen", "brussel"], []])


def _others(values: Values, chance: random.Random) -> None:
    values[chance.choice(["uitdatabank", "prijs", "help_mee", "in_de_kijker", "online"])] = chance.choice(
        [*URLS, *TEXTS]
    )


def _price(values: Values, chance: random.Random) -> None:
    values["prijs"] = chance.choice(["0", "€ 3,50", "EUR 0,00", "a" * 121])


def _former(values: Values, chance: random.Random) -> None:
    values["eerder"] = chance.choice([["proef"], ["a"], ["soep", "soep"], ["Soep"]])


def _hidden(values: Values, chance: random.Random) -> None:
    key = chance.choice(["titel", "samenvatting", "prijs", "help_mee"])
    values[key] = _odd(str(values.get(key) or "Soep voor iedereen"), chance)
    values.setdefault("organisatie", {"naam": "De Linde"})["partners"] = [_odd("De Lelie", chance)]


def _long_list(values: Values, chance: random.Random) -> None:
    many = {
        "taal": list(LANGUAGES)[:11],
        "organisatie": {"naam": "De Linde", "partners": [f"Partner {number}" for number in range(21)]},
        "momenten": [{"datum": "2026-03-07"}] * 101,
        "eerder": [f"soep-{number}" for number in range(21)],
        "herhaling": {"elke": "week", "aantal": "3", "behalve": ["2026-03-10"] * 101},
    }
    key = chance.choice(list(many))
    values[key] = many[key]


_MISTAKES = (
    _drop, _day, _hours, _last_day, _changing_clock, _open_end, _weekday, _id, _place, _website, _title, _contact, _recurrence, _recurrence,
    _registration, _reach, _others, _price, _former, _hidden, _long_list,
)  # fmt: skip
