"""The form answers in the words of `doemee check`: both get the same values, and must find the same.

What differs on purpose: the cure of a field that is missing (in a form there are no lines to add), and where that
there is no place is told. What only the repository can know (other files, images) the browser leaves to the check.
"""

import random

import pytest

from doemee.check import check
from doemee.load.loader import load
from doemee.model import dutch
from doemee.model.initiative import resolve
from doemee.write.data.submission_file import file_text
from tests.browser.form import forms
from tests.browser.form.forms import invented
from tests.browser.form.test_form import accepted, file_of, meant
from tests.example_campaign import campaign, initiatives

pytestmark = [
    pytest.mark.parametrize("width", [1280]),  # what is computed does not depend on the screen
    pytest.mark.usefixtures("modules"),
]

OTHER_CURE = {"verplicht-veld", "geen-plaats"}
ONLY_IN_THE_FILE = {"afbeelding-ontbreekt", "ongebruikte-afbeelding", "zonder-alt"}

READ = """async (cases) => {
  const base = document.querySelector('script[type=module]').src.replace('assets/form/form.js', 'modules/form/');
  const { read } = await import(new URL('read.js', base));
  const { Places } = await import(new URL('../shared/places.js', base));
  const { sentences } = await import(new URL('moment.js', base));
  const declared = JSON.parse(document.getElementById('velden').textContent);
  const places = new Places(await (await fetch(new URL('../../assets/postcodes.json', base))).json());
  return cases.map(([values, body]) => read(declared.fields, values, body, { ...declared, places, slug: 'proef' }).problems);
}"""

SENTENCES = (
    READ.replace(".problems)", ")")
    .replace("return cases.map(", "const all = cases.map(")
    .replace(
        "\n}",
        "\n  return all.map(({ sent }) => sent.momenten.flatMap((m) => sentences(m, sent.momenten.length === 1 ? sent.herhaling : null)));\n}",
    )
)

DATES = ["2026-03-07", "7/3/2026", "7 maart 2026", "29/3/2026", "25 oktober 2026", "mei 2026", "2026-13", "2026-05", "volgt", "2025-01-01", "31/12/2026", "1 januari 2027", "30 februari 2026", "07/03/26", "morgen", "2026-12-31", "5 dec 2025", "1 mrt 2026"]  # fmt: skip
TIMES = [
    "14:00",
    "14.30",
    "9u",
    "9u30",
    "24:00",
    "0:00",
    "2:30",
    "02u15",
    "25:00",
    "14:60",
    "middag",
    "8 uur",
    "18 u 15",
]
WEEKDAYS = ["ma", "di.", "zaterdag", "zo", "za", "gisteren"]
URLS = ["https://www.example.org/", "www.example.org", "example.org/x", "http://a b.be", "javascript:alert(1)", "https://x", "https://user@example.org/", "//evil.org", "https://example.org:8080/a", "ftp://example.org", "https://café.be/"]  # fmt: skip
PLACES = [("9000", "Gent"), ("9800", "Petegem"), ("9800", "Gent"), ("1000", None), ("1050", "Ukkel"), ("4000", None), ("B-9000", None), ("2070", "zwijndrecht"), ("9999", "Gent"), ("8700", "Tielt-Winge")]  # fmt: skip
TEXTS = ["ok", "x", "Soep op de stoep", "a" * 121, "bel 0475 12 34 56", "piet@gmail.com", "BE68 5390 0754 7034", "93.05.18-223.61", "info@example.org", "日本"]  # fmt: skip

BODIES = [
    "", "Bel 0475 12 34 56", "x" * 8001, "<div>a</div>", "a <b>vet</b> <script>x</script>", "`<div>` mag", "<!-- niet -->",
    "[a](www.example.org) en [b](https://example.org)", "![foto](https://example.org/x.jpg)", "[a]()", "[a](javascript:alert(1))",
    "[mail](info@example.org)", "[a](bestand.pdf)", "[1]: example.org/x", "<javascript:x>", "[x](https://example.org/) " * 21, "[a](java&#115;cript:x)",
]  # fmt: skip


def values_of(seed: int) -> tuple[dict, str]:
    """Values in which a few things are wrong, or odd."""
    chance = random.Random(seed)  # noqa: S311
    values, _ = invented(seed)
    pick = chance.choice
    for _ in range(chance.randint(1, 4)):
        what = chance.randrange(16)
        moment = pick(values["momenten"]) if values.get("momenten") else {}
        if what == 0:
            values.pop(pick(list(values)), None)
        elif what == 1:
            moment["datum"] = pick(DATES)
        elif what == 2:
            moment |= {"van": pick(TIMES), "tot": pick(TIMES)}
        elif what == 3:
            moment[pick(["van", "tot"])] = pick(TIMES)
        elif what == 4:
            moment["einddatum"] = pick(DATES)
        elif what == 5:
            moment["weekdag"] = pick(WEEKDAYS)
        elif what == 6:
            moment["id"] = pick(["a", "b", "A", "2", "x y"])
        elif what == 7:
            postcode, town = pick(PLACES)
            values["locatie"] = {"naam": "Zaal", "postcode": postcode, "gemeente": town}
        elif what == 8:
            values["website"] = pick(URLS)
        elif what == 9:
            values["titel"] = pick(TEXTS)
        elif what == 10:
            values["contact"] = {
                "naam": pick(TEXTS),
                "email": pick(["a@b.be", "a@b", "jan@telenet.be"]),
                "telefoon": pick(["09 000 00 00", "0475 12 34 56", "bel mij"]),
            }
        elif what == 11:
            values["momenten"] = values.get("momenten", [{"datum": "2026-03-03"}])[:1]
            values["herhaling"] = {
                "elke": pick(["dag", "week", "maand"]), "interval": pick(["1", "2", "13", None]),
                "op": pick([None, ["di"], ["ma", "do"], "eerste dinsdag", "laatste vr", "vijfde ma"]),
                "tot_en_met": pick([None, "30 juni 2026", "2027-03-01", "2026-12-31"]), "aantal": pick([None, None, "3", "1", "0"]),
                "behalve": pick([[], ["2026-04-06"], ["6/4/2026", "x"]]),
            }  # fmt: skip
        elif what == 12:
            values["inschrijven"] = {"url": pick(URLS), "tot": pick(DATES)}
        elif what == 13:
            values["bereik"] = pick([["limburg"], ["antwerpen", "brussel"], []])
        elif what == 14:
            values[pick(["uitdatabank", "prijs", "help_mee", "in_de_kijker"])] = pick([*URLS, *TEXTS])
        else:
            values["eerder"] = pick([["proef"], ["a"], ["soep", "soep"], ["Soep"]])
    return {key: value for key, value in values.items() if value}, pick(BODIES)


def of_the_check(values: dict, body: str) -> set[tuple]:
    loaded = load("data/initiatives/proef.md", file_text(values, body).encode())
    return {
        (p.field, p.code, p.message, p.severity) + (() if p.code in OTHER_CURE else (p.hint,))
        for p in check([loaded], campaign(), frozenset())
    }


def in_the_browser(problems: list[dict]) -> set[tuple]:
    found = set()
    for p in problems:
        field = ".".join(step for step in p["path"] if isinstance(step, str))
        found.add((field, p["code"], p["message"], p["severity"]) + (() if p["code"] in OTHER_CURE else (p["hint"],)))
    return found


def without_place(found: set[tuple]) -> set[tuple]:
    """Privacy is about a text wherever it stands: the check names the key of its line, the browser its path."""
    personal = {"rijksregisternummer", "gsm-nummer", "rekeningnummer", "privemail", "geen-plaats", "verplicht-veld"}
    return {(("" if row[1] in personal else row[0]), *row[1:]) for row in found if row[1] not in ONLY_IN_THE_FILE}


def test_the_browser_and_the_check_find_the_same(form):
    """Field, code, message, severity and cure, over many files with mistakes in them."""
    cases = [values_of(seed) for seed in range(1000)]
    answers = form.evaluate(READ, [list(case) for case in cases])
    different = []
    for (values, body), problems in zip(cases, answers, strict=True):
        browser, file = without_place(in_the_browser(problems)), without_place(of_the_check(values, body))
        if browser != file:
            different.append(
                f"{values}\n  only in the browser: {browser - file}\n  only in the check: {file - browser}"
            )
    assert different == [], "\n".join(different)


def test_the_form_says_when_it_is_as_the_page_will(form):
    """Weekday, hours, recurrence, midnight: the sentence of the preview is the one on the site."""
    cases, expected = [], []
    for seed in range(1000):
        values, _ = values_of(seed)
        loaded = load("data/initiatives/proef.md", file_text(values, "").encode())
        if not [p for p in check([loaded], campaign(), frozenset()) if p.severity == "fout"]:
            cases.append([values, ""])
            expected.append([dutch.moment(moment) for moment in resolve(loaded, campaign()).moments])
    assert len(cases) > 100
    assert form.evaluate(SENTENCES, cases) == expected


def test_a_hundred_others_come_out_as_they_were_typed(form):
    """Whatever signs are in them; and the text is the one that the project's own writer makes."""
    for seed in range(100):
        values, body = forms.invented(seed)
        form.evaluate("document.querySelector('[data-form] form').reset()")
        form.evaluate(
            "document.querySelectorAll('[data-item]').forEach((item, at) => { if (at) item.remove(); else item.outerHTML = item.outerHTML; })"
        )
        text = form.evaluate(
            """async ([values, body]) => {
              const base = document.querySelector('script[type=module]').src.replace('assets/form/form.js', 'modules/form/');
              const { Controls } = await import(new URL('controls.js', base));
              const { fileText } = await import(new URL('file.js', base));
              const { fields } = JSON.parse(document.getElementById('velden').textContent);
              const controls = new Controls(document.querySelector('[data-form] form'), fields);
              controls.fill(values, body, 'x');
              return fileText(fields, controls.values(), controls.body, 'x.md');
            }""",
            [values, body],
        )
        assert text == file_text(values, body), seed
        loaded = accepted(text)
        assert loaded.submission == meant(values), seed
        assert loaded.body == body.strip("\n"), seed


def test_every_example_survives_the_form(form):
    """Opened to be changed and not changed: the same values, for every initiative of the example campaign."""
    for initiative in initiatives():
        form.goto(f"{form.url.partition('?')[0]}?wijzig={initiative.slug}")
        form.get_by_role("heading", name="Wijzig “").wait_for()
        again = load(initiative.path, file_of(form).encode())
        assert again.submission == initiative.sent, initiative.slug
        assert again.body.strip() == initiative.body.strip(), initiative.slug
