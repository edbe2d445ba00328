"""The form in a real browser: what is typed comes out of the file again, and the browser answers as `doemee check` does."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from doemee.check import check
from doemee.load.loader import load
from doemee.load.submission import Submission, Tip
from doemee.write.data.submission_file import file_text
from tests.browser.form import forms
from tests.example_campaign import ROOT, campaign, initiatives
from tests.rules.invented import invented


def type_in(page, values: dict, prefix: str = "") -> None:
    """Fill in values as a person does: control by control, and Enter on the button for one more moment."""
    for key, value in values.items():
        path = f"{prefix}{key}"
        boxes = page.locator(f'input[type=checkbox][name="{path}"]')
        control = page.locator(f'[name="{path}"]').first
        if isinstance(value, dict):
            type_in(page, value, f"{path}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, item in enumerate(value):
                if number:
                    page.locator(f'[data-add="{path}"]').press("Enter")  # a pointer may miss what moves
                type_in(page, item, f"{path}.{number}.")
        elif isinstance(value, list) and boxes.count():
            for word in value:
                page.locator(f'input[name="{path}"][value="{word}"]').evaluate(
                    "box => { box.checked = true; box.dispatchEvent(new Event('input', {bubbles: true})); }"
                )
        elif isinstance(value, list) and page.locator(f'[data-add="{path}"]').count():
            for number, item in enumerate(value):
                if number:
                    page.locator(f'[data-add="{path}"]').press("Enter")  # a pointer may miss what moves
                set_text(page.locator(f'[name="{path}"]').nth(number), item)
        elif isinstance(value, list):
            set_text(control, "\n".join(value))
        elif value is True:
            if boxes.count():
                boxes.evaluate("box => { box.checked = true; }")
            else:
                set_text(page.locator(f'[name="{path}.ja"]'), "ja")
        else:
            set_text(control, value)


def set_text(control, text: str) -> None:
    control.evaluate("(c, text) => { c.value = text; c.dispatchEvent(new Event('input', {bubbles: true})); }", text)


def file_of(page) -> str:
    page.locator("form [name=titel]").evaluate("c => c.dispatchEvent(new FocusEvent('focusout', {bubbles: true}))")
    return page.locator("[data-file]").evaluate("code => code.textContent")


def accepted(text: str, name: str = "data/initiatives/uit-het-formulier.md"):
    """The file as loaded, after `doemee check` found no fout in it."""
    loaded = load(name, text.encode())
    assert [str(p) for p in check([loaded], campaign(), frozenset()) if p.severity == "fout"] == []
    return loaded


def meant(values: dict) -> Submission:
    """What the values mean to the declaration of the fields."""
    return Submission.model_validate(json.loads(json.dumps(values).replace("true", '"true"')))


def test_a_complete_initiative_comes_out_as_it_was_typed(form):
    """Recurring, hybrid, with quotes, colons, emoji and --- in its texts: every value is there, unchanged."""
    values = dict(forms.COMPLETE)
    values["taal"] = ["nl", "fr"]  # xx is no language that people can tick
    type_in(form, values | {"beschrijving": forms.BODY})
    loaded = accepted(file_of(form))
    assert loaded.submission == meant(values)
    assert loaded.body == forms.BODY


@pytest.mark.parametrize("width", [1280])  # what comes out does not depend on the screen
@pytest.mark.usefixtures("modules")
def test_a_hundred_others_come_out_as_they_were_filled_in(form):
    """Whatever characters are in them; and the text is the one that the project's own writer makes."""
    for seed in range(100):
        values, body = invented(seed)
        text = form.evaluate(
            """async ([values, body]) => {
              const base = document.querySelector('script[type=module]').src.replace('assets/form/form.js', 'modules/form/');
              const { Controls } = await import(new URL('controls.js', base));
              const { fileText } = await import(new URL('file.js', base));
              const { fields } = JSON.parse(document.getElementById('velden').textContent);
              window.controls ??= new Controls(document.querySelector('[data-form] form'), fields);
              window.controls.fill(values, body, 'x');
              return fileText(fields, window.controls.values(), window.controls.body, 'x.md');
            }""",
            [values, body],
        )
        assert text == file_text(values, body), seed
        loaded = accepted(text)
        assert loaded.submission == meant(values), seed
        assert loaded.body == body.strip("\n"), seed


@pytest.mark.parametrize("width", [1280])
def test_every_example_survives_the_form(form):
    """Opened to be changed and not changed: the same values, for every initiative of the example campaign."""
    for initiative in initiatives():
        form.goto(f"{form.url.partition('?')[0]}?wijzig={initiative.slug}")
        form.get_by_role("heading", name="Wijzig “").wait_for()
        again = load(initiative.path, file_of(form).encode())
        assert again.submission == initiative.sent, initiative.slug
        assert again.body.strip() == initiative.body.strip(), initiative.slug


# --- as people use it ---

SOEP = {
    "titel": "Soep voor de straat", "samenvatting": "We koken samen een grote pot soep.", "organisatie": {"naam": "Buurtcomité Voorbeeldstraat"},
    "type": "actie", "momenten": [{"datum": "2026-03-07", "van": "14:00", "tot": "17:00"}], "locatie": {"postcode": "9800", "gemeente": "Deinze"},
}  # fmt: skip


def test_somebody_fills_it_in_by_role_and_name(opened, form):
    """Label by label; the place and the sentence appear while typing, and GitHub opens with the file filled in."""
    form.get_by_label("Titel (verplicht)").fill("Soep voor de straat")
    form.get_by_label("Samenvatting (verplicht)").fill("We koken samen een grote pot soep.")
    form.get_by_role("group", name="Organisatie").get_by_label("Naam (verplicht)").fill("Buurtcomité Voorbeeldstraat")
    form.get_by_label("Soort (verplicht)").select_option("Actie")
    form.get_by_label("Datum (verplicht)").fill("2026-03-07")
    form.get_by_label("Van", exact=True).fill("14:00")
    form.get_by_label("Tot", exact=True).fill("17:30")
    form.get_by_role("region", name="Waar", exact=True).get_by_label("Postcode").first.fill("9800")
    expect(form.get_by_text("Deinze, Oost-Vlaanderen")).to_be_visible()
    expect(form.get_by_role("group", name="Moment 1")).to_contain_text("zaterdag 7 maart 2026, van 14.00 tot 17.30 uur")
    expect(form.get_by_role("complementary", name="Zo ziet het eruit")).to_contain_text(
        "zaterdag 7 maart 2026, van 14.00 tot 17.30 uur"
    )
    expect(form.get_by_text("Alles is in orde. Je kan het insturen.")).to_be_visible()
    form.get_by_role("button", name="Open op GitHub").click()
    (address,) = opened()
    query = parse_qs(urlsplit(address).query, keep_blank_values=True)
    assert urlsplit(address).path.endswith("/new/main")
    assert query["filename"] == ["data/initiatives/soep-voor-de-straat.md"]
    accepted(query["value"][0], query["filename"][0])


def test_nothing_is_sent_while_something_is_wrong(opened, form):
    """The list of what is to do gets the focus, and each line of it leads to its field."""
    type_in(
        form,
        SOEP | {"website": "www.example.org", "momenten": [{"datum": "2026-03-07", "van": "17:00", "tot": "14:00"}]},
    )
    form.get_by_role("button", name="Open op GitHub").click()
    assert opened() == []
    todo = form.get_by_role("group", name="Er is nog iets te doen")
    expect(todo).to_be_focused()
    expect(todo.get_by_role("listitem")).to_have_count(2)
    expect(todo).to_contain_text("het eindigt (14.00) voor het begint (17.00)")
    todo.get_by_role("link", name="Website").click()
    field = form.get_by_label("Website").last
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(
        re.compile("Dit adres begint niet met https://. Schrijf “https://www.example.org”")
    )


def test_a_field_is_not_called_wrong_before_it_is_left(form):
    """Nobody is scolded while typing, or for what is still to come."""
    field = form.get_by_label("Titel (verplicht)")
    field.press_sequentially("S")
    expect(form.locator("#f-titel-fout")).to_be_hidden()
    field.press("Tab")
    expect(form.locator("#f-titel-fout")).to_contain_text("Deze tekst telt 1 teken, er zijn er minstens 3 nodig.")
    expect(form.locator("#f-samenvatting-fout")).to_be_hidden()


def test_the_file_can_be_downloaded_and_copied(form):
    """For who has no account: the same text, under the right name."""
    type_in(form, SOEP)
    with form.expect_download() as download:
        form.get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename == "soep-voor-de-straat.md"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    accepted(text, "data/initiatives/soep-voor-de-straat.md")
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form.get_by_role("button", name="Kopieer de tekst").click()
    expect(form.get_by_text("De tekst is gekopieerd.")).to_be_visible()
    assert form.evaluate("navigator.clipboard.readText()") == text


def test_a_draft_is_kept_only_when_asked(form):
    """Nothing is left on the device before; afterwards it can be taken up again, and wiped."""
    type_in(form, SOEP | {"momenten": [*SOEP["momenten"], {"datum.maand": "2026-05"}]})
    expect(form.get_by_role("complementary", name="Zo ziet het eruit")).to_contain_text("mei 2026, datum volgt")
    assert form.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('doemee'))") == []
    form.get_by_role("button", name="Bewaar op dit toestel").click()
    before = file_of(form)
    form.reload()
    form.get_by_role("button", name="Ga verder met je ontwerp").click()
    assert file_of(form) == before
    form.get_by_role("button", name="Wis het ontwerp").last.click()
    assert form.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('doemee'))") == []


def test_what_is_there_can_be_changed(opened, page, address):
    """The link on its page opens the form with every value; what is not touched stays as it was written."""
    page.goto(f"{address}initiatieven/dinsdagbende-natuurbeheer/")
    page.get_by_role("link", name="Wijzig dit initiatief").click()
    page.get_by_role("heading", name="Wijzig “").wait_for()
    page.wait_for_load_state("networkidle")
    source = ROOT / "tests" / "example" / "initiatives" / "dinsdagbende-natuurbeheer.yml"
    old = load("data/initiatives/dinsdagbende-natuurbeheer.yml", source.read_bytes())
    new = load(old.path, file_of(page).encode())
    assert (new.submission, new.body.strip()) == (old.submission, old.body.strip())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Open op GitHub").click()
    assert opened()[0].endswith("/edit/main/tests/example/initiatives/dinsdagbende-natuurbeheer.yml")
    expect(page.get_by_text("De nieuwe tekst is gekopieerd.")).to_be_visible()


def test_a_tip_is_sent_in_the_same_way(opened, page, address):
    """Its file is what the contract asks of a tip."""
    page.goto(f"{address}tips/toevoegen/")
    page.get_by_label("Titel (verplicht)").fill("Bak samen een taart")
    page.get_by_label("Samenvatting (verplicht)").fill("Wie samen bakt, praat: zo leren vrijwilligers elkaar kennen.")
    page.get_by_label("Thema (verplicht)").select_option("Ga samenwerken")
    page.get_by_label("Beschrijving").fill("1. Kies een [dag](/kalender/).")
    page.get_by_role("button", name="Open op GitHub").click()
    query = parse_qs(urlsplit(opened()[0]).query)
    assert query["filename"] == ["data/tips/bak-samen-een-taart.md"]
    loaded = load(query["filename"][0], query["value"][0].encode(), Tip)
    assert loaded.complete
    assert (loaded.submission.titel, loaded.body) == ("Bak samen een taart", "1. Kies een [dag](/kalender/).")


def test_a_day_and_a_month_in_its_place_exclude_each_other(form):
    """Whoever gives one takes back the other; hours that end at midnight stay as they are in the file."""
    form.get_by_label("Datum (verplicht)").fill("2026-03-07")
    month = form.get_by_label("Datum: als de dag nog niet bekend is")
    month.select_option("mei 2026, datum volgt")
    expect(form.get_by_label("Datum (verplicht)")).to_have_value("")
    expect(form.get_by_role("group", name="Moment 1")).to_contain_text("mei 2026, datum volgt")
    form.get_by_label("Datum (verplicht)").fill("2026-03-07")
    expect(month).to_have_value("")
    expect(form.get_by_role("group", name="Moment 1")).to_contain_text("zaterdag 7 maart 2026")


def test_what_nobody_sees_is_not_sent(opened, form):
    """A character without width, in a title or in the description: the check would refuse the file."""
    type_in(form, SOEP | {"titel": "Soep\u200b voor de straat", "beschrijving": "Breng een lepel\u202e mee."})
    form.get_by_role("button", name="Open op GitHub").click()
    assert opened() == []
    todo = form.get_by_role("group", name="Er is nog iets te doen")
    expect(todo).to_contain_text("Titel: hier staat een spatie zonder breedte (U+200B).")
    expect(todo).to_contain_text(
        "Beschrijving: hier staat een onzichtbaar teken dat de leesrichting verandert (U+202E)."
    )


def test_the_keyboard_alone_suffices(form):
    """From the title by Tab, with a moment added and removed; the focus is never lost."""
    form.get_by_role("button", name="Voeg een moment toe").focus()
    form.keyboard.press("Enter")
    assert form.evaluate("document.activeElement.name") == "momenten.1.datum"
    form.get_by_role("group", name="Moment 2").get_by_role("button", name="Verwijder dit moment").focus()
    form.keyboard.press("Enter")
    assert form.evaluate("document.activeElement.name") == "momenten.0.datum"


@pytest.mark.parametrize("scripts", [False])
def test_without_javascript_the_other_ways_are_explained(page, address):
    """No dead form: what else one can do, with links that work."""
    page.goto(f"{address}kalender/toevoegen/")
    expect(page.get_by_role("button", name="Open op GitHub")).to_have_count(0)
    expect(page.get_by_text("Dit formulier heeft JavaScript nodig.")).to_be_visible()
    expect(page.get_by_role("link", name="Vul het formulier op GitHub in")).to_have_attribute(
        "href", re.compile("template=initiatief.yml")
    )
