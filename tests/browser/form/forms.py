"""What people may fill in: a complete initiative, in the spelling of the browser's own controls."""

COMPLETE = {
    "titel": 'Zeg: "ja" #IVY2026 — samen & sterk 🎉',
    "samenvatting": "'t Is: elke dinsdag --- voor wie wil. [Echt] {waar} | 100% > 99 * 2 \\ einde",
    "organisatie": {"naam": "Buurtcomité 'De Voorbeelden': afdeling \"Zuid\"", "website": "https://www.example.org/?a=1&b=2#c", "partners": ["- streepje", "@ander"]},
    "type": "vorming",
    "momenten": [
        {"datum": "2026-03-03", "van": "19:30", "tot": "21:00", "titel": "Eerste: avond", "locatie": {"naam": "Zaal # 2", "adres": "Straat 1, bus 2", "postcode": "9800", "gemeente": "Deinze"}, "online": "https://www.example.org/live", "weekdag": "dinsdag", "id": "avond"}
    ],
    "herhaling": {"elke": "week", "interval": "2", "op": ["dinsdag"], "tot_en_met": "2026-06-09", "behalve": ["2026-03-31"]},
    "locatie": {"naam": "Buurthuis: het huis", "postcode": "9800", "gemeente": "Deinze"},
    "online": True,
    "bereik": ["heel-vlaanderen"],
    "themas": ["ga-samenwerken", "leer-bij-en-vernieuw"],
    "sdgs": ["3", "17"],
    "doelgroep": ["iedereen"],
    "toegankelijkheid": ["rolstoeltoegankelijk"],
    "prijs": "€ 3 voor leden: anders 5",
    "inschrijven": {"url": "https://www.example.org/in", "tot": "2026-06-09", "verplicht": True},
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
