"""What people may type into the form: a complete initiative, and a hundred that chance made."""

import random
from datetime import date, timedelta

COMPLETE = {
    "titel": 'Zeg: "ja" #IVY2026 — samen & sterk 🎉',
    "samenvatting": "'t Is: elke dinsdag --- voor wie wil. [Echt] {waar} | 100% > 99 * 2 \\ einde",
    "organisatie": {"naam": "Buurtcomité 'De Voorbeelden': afdeling \"Zuid\"", "website": "https://www.example.org/?a=1&b=2#c", "partners": ["- streepje", "@ander"]},
    "type": "vorming",
    "momenten": [
        {"datum": "3 maart 2026", "van": "19u30", "tot": "21.00", "titel": "Eerste: avond", "locatie": {"naam": "Zaal # 2", "adres": "Straat 1, bus 2", "postcode": "9800", "gemeente": "Deinze"}, "online": "https://www.example.org/live", "weekdag": "di", "id": "avond"}
    ],
    "herhaling": {"elke": "week", "interval": "2", "op": ["di"], "tot_en_met": "2026-06-09", "behalve": ["31/3/2026"]},
    "locatie": {"naam": "Buurthuis: het huis", "postcode": "9800", "gemeente": "Deinze"},
    "online": True,
    "bereik": ["heel-vlaanderen"],
    "themas": ["ga-samenwerken", "leer-bij-en-vernieuw"],
    "sdgs": ["3", "17"],
    "doelgroep": ["iedereen"],
    "toegankelijkheid": ["rolstoeltoegankelijk"],
    "prijs": "€ 3 voor leden: anders 5",
    "inschrijven": {"url": "https://www.example.org/in", "tot": "9 juni 2026", "verplicht": True},
    "website": "https://www.example.org/",
    "contact": {"naam": "Het team", "email": "info@example.org", "telefoon": "09 000 00 00"},
    "taal": ["nl", "fr", "xx"],
    "help_mee": "Kom om 12 uur: groenten snijden!",
    "status": "volzet",
    "reeks": "maandelijkse-vormingen",
    "tips": ["zet-gemeenschappelijke-initiatieven-op"],
    "uitdatabank": "https://www.uitinvlaanderen.be/agenda/e/1",
    "terugblik": {"tekst": "Het was: goed, én warm.", "cijfer": "120 # borden", "bron": "eigen telling"},
    "in_de_kijker": True,
    "eerder": ["zeg-ja"],
}  # fmt: skip
BODY = "Eerste regel: met \"quotes\" en 'enkele'.\n\n---\n\n- een # lijst\n- **vet** 🎈\n\n    ingesprongen\n\ntitel: geen veld"

_WORDS = ["soep", "ja", "no", "De: Linde", '"quote"', "'t", "#samen", "a # b", "{x}", "[y]", "🎉", "é", "- z", "100%", "\\", "@org", "null", "2026", "14:00", "slot:", "& co", "|", ">", "*ster*"]  # fmt: skip


def invented(seed: int) -> tuple[dict, str]:
    """Values of a form and a description that break no rule on purpose, but hold every sign that YAML trips over."""
    chance = random.Random(seed)  # noqa: S311
    line = lambda: " ".join(chance.choices(_WORDS, k=chance.randint(3, 8)))  # noqa: E731
    maybe = lambda value: value if chance.random() < 0.5 else None  # noqa: E731
    days = sorted(date(2026, 1, 5) + timedelta(days=chance.randrange(300)) for _ in range(chance.randint(1, 3)))
    spell = [date.isoformat, lambda d: f"{d.day}/{d.month}/{d.year}", lambda d: f"{d.day} {['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'][d.month - 1]} {d.year}"]  # fmt: skip
    moments = []
    for day in days:
        van = chance.randint(7, 20)
        moment = {"datum": chance.choice(spell)(day)}
        if maybe(True):
            moment |= {
                "van": chance.choice([f"{van}:30", f"{van}u30", f"{van}.30"]),
                "tot": chance.choice([f"{van + 2}u", "24:00", "0:00"]),
            }
        if maybe(True):
            moment["titel"] = line()
        moments.append(moment)
    values = {
        "titel": line()[:120].strip() + " x",
        "samenvatting": line() + " " + line(),
        "organisatie": {"naam": "Org " + line(), "partners": [line() for _ in range(chance.randint(0, 2))]},
        "type": "actie",
        "momenten": moments,
        "locatie": maybe({"naam": line(), "postcode": chance.choice(["9000", "3668", "1040", "2070"])}),
        "online": maybe(True),
        "bereik": ["heel-vlaanderen"],
        "sdgs": sorted({str(chance.randint(1, 17)) for _ in range(chance.randint(0, 4))}, key=int),
        "prijs": maybe(chance.choice(["gratis", "5", "€ 3,50", line()])),
        "help_mee": maybe(chance.choice([True, "Kom " + line(), "https://www.example.org/help"])),
        "contact": maybe({"naam": line(), "telefoon": "09 000 00 00"}),
    }
    if values["locatie"] and values["locatie"]["postcode"] == "3668":
        values["locatie"]["postcode"] = "3600"
    body = "\n".join(line() for _ in range(chance.randint(0, 6)))
    return {key: value for key, value in values.items() if value}, body
