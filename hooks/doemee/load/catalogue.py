"""The catalogue of answers: every sentence that a rule or a field says of a mistake stands here once.

Data only. A rule names an answer by its key and gives the values between braces; answers.py fills them in, and the
form's page hands the first table to the browser, which does the same. `{value:.80}` shows 80 characters at most.
"""

from dataclasses import dataclass

from doemee.problems import Severity


@dataclass(frozen=True, slots=True)
class Answer:
    """What is wrong, and what to do about it: plain Dutch sentences without a closing full stop.

    `cure` is for who writes a file, `form` for who fills in a form, where that differs. `code` is what programs know
    the mistake by: the key, unless several answers share one.
    """

    message: str
    cure: str
    form: str = ""
    code: str = ""
    severity: Severity = Severity.ERROR


_WARNING = Severity.WARNING
_DATE = "Schrijf de datum als 2026-03-07, 7/3/2026 of 7 maart 2026"
_HOUR = "Schrijf het uur als 14:00, 14.00, 14u of 14u30"
_ADDRESS = "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit"
_HTML = "Gebruik Markdown: **vet**, *schuin*, [tekst](https://adres), een streepje voor een lijst"
_UNCLEAR_HOUR = "op {day} is {hour} uur geen duidelijk uur, het "
_NO_HOUR = "Kies een uur voor 2.00 of vanaf 3.00 uur"
_SMALLER = "Maak het kleiner: 1600 pixels breed is genoeg"
_SAVE_AGAIN = "Open het beeld in een fotoprogramma en bewaar het als JPEG, PNG of WebP"

IN_FORMS: dict[str, Answer] = {
    # --- values of fields (fields.py) ---
    "verplicht-veld": Answer("dit verplichte veld ontbreekt", "Voeg een regel `{key}: …` toe", form="Vul dit in"),
    "te-kort": Answer("deze tekst telt {characters}, er zijn er minstens {least} nodig", "Schrijf het iets vollediger"),
    "te-lang": Answer("deze tekst telt {length} tekens, er mogen er hoogstens {most} zijn", "Schrap {excess}"),
    "te-veel": Answer("deze lijst is te lang: hoogstens {most}", "Behoud de belangrijkste"),
    "te-veel-momenten": Answer(
        "deze lijst is te lang: hoogstens {most}", "Splits het in meer initiatieven", code="te-veel"
    ),
    "te-veel-uitzonderingen": Answer(
        "deze lijst is te lang: hoogstens {most}",
        "Verwijder `herhaling` en schrijf elk moment uit",
        form="Laat de herhaling leeg en vul elk moment apart in",
        code="te-veel",
    ),
    "datum-te-ver": Answer("“{value}” ligt te ver weg", "Kijk het jaar na", code="datum"),
    "url": Answer("“{value:.80}” is geen geldig webadres", _ADDRESS),
    "url-zonder-https": Answer(
        "dit adres begint niet met https://", "Schrijf `https://{value}`", form="Schrijf “https://{value}”", code="url"
    ),
    "email": Answer("“{value:.80}” is geen geldig e-mailadres", "Schrijf het als info@mijnvereniging.be"),
    "telefoon": Answer("“{value:.40}” is geen geldig telefoonnummer", "Schrijf het als 015 12 34 56"),
    "slug": Answer(
        "“{value:.80}” kan geen deel van een adres zijn",
        "Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens",
    ),
    "id": Answer("“{value:.40}” kan geen id zijn", "Gebruik kleine letters, cijfers en koppeltekens"),
    "id-hoofdletters": Answer(
        "“{value:.40}” heeft hoofdletters",
        "Schrijf het in kleine letters: `{small}`",
        form="Schrijf het in kleine letters: “{small}”",
        code="id",
    ),
    "afbeelding": Answer(
        "“{value:.80}” kan geen naam van een afbeelding zijn",
        "Zet een .jpg, .png of .webp in data/initiatives/afbeeldingen/ "
        "en schrijf alleen de naam, in kleine letters zonder spaties",
        form="Schrijf de naam van je foto in kleine letters zonder spaties, met .jpg, .png of .webp op het einde",
    ),
    "afbeelding-svg": Answer(
        "een SVG kunnen we niet aannemen: er kan van alles in zitten",
        "Bewaar het beeld als PNG of JPEG",
        code="afbeelding",
    ),
    "prijs": Answer(
        "deze prijs telt {length} tekens", "Schrijf gratis, een bedrag of een tekst van hoogstens 120 tekens"
    ),
    "postcode": Answer("“{value:.40}” is geen postcode", "Schrijf {spelled}"),
    "getal": Answer("“{value:.40}” is geen getal van 1 tot en met {highest}", "Schrijf een getal in cijfers"),
    "uitdatabank": Answer(
        "“{value:.60}” is geen nummer of adres van UiTdatabank",
        "Kopieer het adres van je activiteit op uitinvlaanderen.be",
    ),
    "zin": Answer(
        "deze zin telt {characters}",
        "Schrijf 3 tot 280 tekens, of alleen true",
        form="Schrijf 3 tot 280 tekens, of kies alleen ja",
    ),
    # --- the description (description.py) ---
    "te-lange-beschrijving": Answer(
        "de beschrijving telt {length} tekens, er mogen er hoogstens {most} zijn",
        "Kort ze in en verwijs voor de rest naar je website",
        code="te-lang",
    ),
    "html": Answer("HTML wordt niet overgenomen: `{tag}`; de tekst ertussen blijft staan", _HTML, severity=_WARNING),
    "html-met-inhoud": Answer(
        "HTML wordt niet overgenomen: `{tag}`; ook wat erin staat, valt weg", _HTML, code="html", severity=_WARNING
    ),
    "veel-links": Answer(
        "deze beschrijving telt meer dan {most} links",
        "Behoud de belangrijkste en verwijs voor de rest naar je website",
        severity=_WARNING,
    ),
    "link": Answer("dit adres werkt hier niet: “{address}”", _ADDRESS),
    "link-beeld": Answer(
        "een afbeelding kan niet in de beschrijving: “{address}”",
        "Zet de foto in data/initiatives/afbeeldingen/ en schrijf de naam in het veld `afbeelding`",
        form="Haal ze weg, en vul bij Afbeelding de naam van je foto in",
        code="link",
    ),
    "link-zonder-adres": Answer(
        "deze link heeft geen adres", "Zet het adres tussen de haakjes: [tekst](https://adres)", code="link"
    ),
    "link-schema": Answer(
        "een link met “{scheme}:” kan niet",
        "Gebruik een adres dat met https:// begint, of mailto: of tel:",
        code="link",
    ),
    "link-mail": Answer(
        "dit adres werkt hier niet: “{address}”",
        "Schrijf `(mailto:{address})`",
        form="Schrijf “(mailto:{address})”",
        code="link",
    ),
    "link-zonder-https": Answer(
        "dit adres werkt hier niet: “{address}”",
        "Schrijf `(https://{address})`",
        form="Schrijf “(https://{address})”",
        code="link",
    ),
    # --- characters that nobody sees (hidden_characters.py) ---
    "onzichtbaar-teken": Answer(
        "hier staat {name} (U+{number})", "Verwijder het: typ deze regel opnieuw in plaats van hem te plakken"
    ),
    "verloren-letter": Answer(
        "hier staat een letter die verloren is gegaan (�)",
        "Typ de juiste letter in de plaats, en bewaar het bestand als UTF-8",
        form="Typ de juiste letter in de plaats",
    ),
    "stapel-accenten": Answer(
        "hier staan meer dan vijf accenten op één letter", "Typ dit woord opnieuw zonder de losse accenten"
    ),
    "gemengd-schrift": Answer(
        "in het woord “{word}” staat een {script} letter (“{letter}”) tussen gewone letters",
        "Typ het woord opnieuw met de letters van je toetsenbord",
        severity=_WARNING,
    ),
    # --- personal data (check/privacy.py) ---
    "rijksregisternummer": Answer(
        "dit lijkt een rijksregisternummer", "Verwijder het, overal: zo'n nummer mag nooit openbaar zijn"
    ),
    "privemail": Answer(
        "dit lijkt iemands eigen mailadres, en het wordt openbaar",
        "Gebruik liever een adres van de organisatie, zoals info@mijnvereniging.be",
        severity=_WARNING,
    ),
    "gsm-nummer": Answer(
        "dit lijkt iemands gsm-nummer, en het wordt openbaar",
        "Gebruik liever een nummer van de organisatie, of alleen een mailadres",
        severity=_WARNING,
    ),
    "rekeningnummer": Answer(
        "dit is een rekeningnummer, en het wordt openbaar",
        "Verwijs liever naar een pagina van de organisatie met uitleg over betalen",
        severity=_WARNING,
    ),
    # --- what it is (check/what.py) ---
    "geen-plaats": Answer(
        "er staat niet waar het is",
        "Voeg `locatie:` met een postcode toe, of `online: true`, of `bereik: [{reach}]`",
        form="Vul een postcode in, antwoord ja bij Online, of vink iets aan bij Bereik",
    ),
    "gemeente-past-niet": Answer("{municipality} hoort niet bij postcode {postcode}", "Bij {postcode} hoort {names}"),
    "gemeente-past-elders": Answer(
        "{municipality} hoort niet bij postcode {postcode}",
        "Bij {postcode} hoort {names}; {municipality} heeft postcode {postcodes}",
        code="gemeente-past-niet",
    ),
    "onbekende-postcode": Answer(
        "{postcode} is geen postcode in {either}",
        "Is het buiten {both}? Gebruik dan `bereik` in plaats van `locatie`",
        form="Is het buiten {both}? Laat de plaats dan leeg en vink iets aan bij Bereik",
    ),
    "onbekende-postcode-elders": Answer(
        "{postcode} is geen postcode in {either}",
        "{municipality} heeft postcode {postcodes}",
        code="onbekende-postcode",
    ),
    "huidige-naam": Answer(
        "dit is de huidige naam van het bestand", "Schrijf de vroegere naam, of verwijder de regel", code="zelfde-naam"
    ),
    "naam-zonder-letters": Answer(
        "deze naam bevat geen letters voor een adres", "Zet er de naam in gewone letters bij"
    ),
    "staat-er-al": Answer("“{value}” staat hier twee keer", "Behoud er één van", severity=_WARNING),
    "plaats-buiten-bereik": Answer(
        "{municipality} ligt {within}, en dat hoort niet bij dit bereik",
        "Voeg `{region}` toe, of verwijder `bereik`: de provincie volgt uit de postcode",
        form="Vink bij Bereik ook deze provincie aan, of niets: de provincie volgt uit de postcode",
        severity=_WARNING,
    ),
    # --- the name of the page (overrides/assets/form/read.js) ---
    "nog-geen-naam": Answer(
        "je pagina heeft nog geen naam", "Vul de titel in, of kies zelf een naam", code="bestandsnaam"
    ),
    "naam-bestaat-al": Answer(
        "er is al een pagina met deze naam",
        "Kies een andere naam, of wijzig de pagina die er al is",
        code="dubbele-naam",
    ),
    # --- when it is (check/when.py) ---
    "dag-onbekend": Answer(
        "de dag zelf is nog niet bekend",
        "Vul bij `datum` de dag in, of verwijder dit veld",
        form="Vul bij Datum de dag in, of maak dit veld leeg",
    ),
    "einde-voor-begin": Answer(
        "de laatste dag ({last}) komt voor de eerste ({first})", "Wissel ze om of verbeter het jaar"
    ),
    "einduur-voor-beginuur": Answer(
        "het eindigt ({until}) voor het begint ({begins})",
        "Verbeter de uren. Eindigt het na middernacht, voeg dan `einddatum: {following}` toe",
        form="Verbeter de uren. Eindigt het na middernacht, geef dan ook de laatste dag op: {next_day}",
        code="einde-voor-begin",
    ),
    "geen-beginuur": Answer(
        "er staat een einduur maar geen beginuur", "Voeg `van:` toe met het beginuur", form="Vul ook het beginuur in"
    ),
    "geen-einduur": Answer(
        "het duurt meer dagen, maar er staat geen einduur",
        "Voeg `tot:` toe met het einduur op de laatste dag, of verwijder `van`",
        form="Vul ook het einduur op de laatste dag in, of geen van beide",
    ),
    "verkeerde-weekdag": Answer(
        "{day} is een {falls}, geen {asked}",
        "Schrijf `weekdag: {falls}`, of `datum: {nearest}` als het {asked} is",
        form="Verbeter de dag of de datum",
    ),
    "uur-bestaat-niet": Answer(_UNCLEAR_HOUR + "bestaat dan niet: de klok springt van 2.00 naar 3.00 uur", _NO_HOUR),
    "uur-dubbel": Answer(
        _UNCLEAR_HOUR + "komt dan twee keer voor: de klok gaat van 3.00 terug naar 2.00 uur", _NO_HOUR
    ),
    "buiten-de-campagne": Answer(
        "dit valt buiten de campagne, die loopt van {start} tot en met {end}", "Kijk het jaar na"
    ),
    "herhaling-na-de-campagne": Answer(
        "de herhaling loopt door na {end}, het einde van de campagne",
        "Laat ze stoppen met `tot_en_met: {last}`",
        form="Laat ze ten laatste op {end} stoppen",
        code="buiten-de-campagne",
    ),
    "dubbel-id": Answer("moment {number} heeft hetzelfde id als moment {former}: {id}", "Geef elk moment een ander id"),
    "herhaling-van-wat": Answer(
        "een herhaling hoort bij één moment met een volledige datum",
        "Behoud alleen het eerste moment, of verwijder `herhaling` en schrijf elk moment uit",
        form="Behoud alleen het eerste moment, of laat de herhaling leeg en vul elk moment apart in",
    ),
    "herhaling-zonder-einde": Answer(
        "het einde van de herhaling staat er niet",
        "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal",
        form="Vul de laatste dag in, of hoeveel keer het is: een van beide",
        code="herhaling-einde",
    ),
    "herhaling-met-twee-eindes": Answer(
        "het einde van de herhaling staat er twee keer",
        "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal",
        form="Vul de laatste dag in, of hoeveel keer het is: een van beide",
        code="herhaling-einde",
    ),
    "op-bij-maand": Answer(
        "bij elke maand hoort een woord als `eerste dinsdag`",
        "Schrijf bijvoorbeeld `op: eerste dinsdag`",
        form="Kies bij Op bijvoorbeeld de eerste dinsdag",
        code="op-past-niet",
    ),
    "op-bij-week": Answer(
        "bij elke week horen dagen van de week",
        "Schrijf bijvoorbeeld `op: [ma, do]`, of `elke: maand`",
        form="Kies bij Op de dagen van de week, of bij Elke de maand",
        code="op-past-niet",
    ),
    "op-bij-dag": Answer(
        "bij elke dag hoort geen `op`",
        "Schrijf `elke: week` als het alleen op die dagen is",
        form="Kies bij Elke de week als het alleen op die dagen is",
        code="op-past-niet",
    ),
    "te-vaak": Answer("dit gaat meer dan {most} keer door", "Kijk het einde na"),
    "eerste-keer": Answer(
        "{day} is een {weekday} en past niet in de herhaling",
        "De eerste keer die past is {fits}: schrijf `datum: {date}`",
        form="De eerste keer die past is {fits}: kies die datum",
    ),
    "geen-herhaling-die-dag": Answer("op {day} ({weekday}) is er geen herhaling", "Verbeter de datum of verwijder ze"),
    "nooit": Answer("zo gaat het geen enkele keer door", "Kijk het einde en de uitzonderingen na"),
    "overlapt": Answer(
        "het begint opnieuw voor het gedaan is",
        "Verkort het moment of verwijder `herhaling`",
        form="Verkort het moment, of laat de herhaling leeg",
    ),
    "inschrijven-te-laat": Answer(
        "inschrijven kan tot {until}, maar dan is alles voorbij ({last})", "Kijk beide datums na"
    ),
}
"""What the check and the form say in the same words."""

IN_FILES: dict[str, Answer] = {
    # --- values of fields, in spellings that no form asks (spelling.py, fields.py, messages.py) ---
    "leeg": Answer("dit veld is leeg", "Vul het in of verwijder de regel", form="Vul dit in"),
    "lege-keuze": Answer("dit veld is leeg", "Kies uit: {allowed}", form="Vul dit in", code="leeg"),
    "geen-tekst": Answer(
        "hier staat een lijst, maar er hoort een tekst", "Zet aanhalingstekens rond een tekst die met [ of {{ begint"
    ),
    "groep-als-tekst": Answer(
        "hier staat een groep velden, maar er hoort een tekst",
        "Zet aanhalingstekens rond een tekst die met [ of {{ begint",
        code="geen-tekst",
    ),
    "geen-lijst": Answer(
        "hier hoort een lijst", "Begin elke regel van de lijst met een streepje, of schrijf [een, twee]"
    ),
    "geen-streepje": Answer(
        "hier hoort een lijst", "Zet een streepje voor het eerste veld: `- {key}: …`", code="geen-lijst"
    ),
    "geen-groep": Answer(
        "hier horen velden te staan, elk op een regel", "Schrijf ze eronder, met twee spaties ervoor: {keys}"
    ),
    "te-weinig": Answer("deze lijst is leeg", "Vul er minstens één in of verwijder het veld"),
    "onbekend-veld": Answer("dit veld kennen we niet", "{suggestion}"),
    "onbekende-keuze": Answer("“{value}” kennen we niet", "{suggestion}"),
    "onbekend-woord": Answer("“{value:.40}” kan hier niet", "{suggestion}", code="onbekende-keuze"),
    "datum": Answer("“{value}” is geen datum die we kunnen lezen", _DATE),
    "geen-volledige-datum": Answer("“{value}” is geen volledige datum", _DATE, code="datum"),
    "datum-bestaat-niet": Answer("“{value}” bestaat niet op de kalender", "Kijk de dag en de maand na", code="datum"),
    "maand-bestaat-niet": Answer("“{value}” bestaat niet op de kalender", "Kijk de maand na", code="datum"),
    "uur": Answer("“{value}” is geen uur dat we kunnen lezen", _HOUR),
    "uur-niet-op-de-klok": Answer("“{value}” bestaat niet op de klok", _HOUR, code="uur"),
    "weekdag": Answer("“{value}” is geen dag van de week", "Schrijf de dag als za of zaterdag"),
    "op": Answer(
        "“{value}” begrijpen we niet", "Schrijf bijvoorbeeld `eerste dinsdag`, `derde za` of `laatste vrijdag`"
    ),
    "ja-of-nee": Answer("“{value}” is geen ja of nee", "Schrijf true (ja) of false (nee)", form="Schrijf ja of nee"),
    "sdg": Answer("“{value:.40}” is geen SDG", "Schrijf een getal van 1 tot en met 17"),
    "sdg-in-woorden": Answer("“{value:.40}” is geen SDG", "Schrijf `[{meant}]`", code="sdg"),
    "taal": Answer("“{value:.40}” is geen taalcode", "Schrijf bijvoorbeeld nl, fr, en, ar of uk"),
    "taal-voluit": Answer("“{value:.40}” is geen taalcode", "Schrijf `{meant}`", code="taal"),
    # --- when it is (check/when.py) ---
    "begin-om-24-uur": Answer(
        "24:00 is het einde van een dag, geen begin",
        "Schrijf `van: 0:00` bij `datum: {following}`",
        form="Schrijf de volgende dag, om 0.00 uur",
    ),
    # --- names of files (check/all_files.py, check/tips.py) ---
    "dubbele-naam": Answer("er is nog een bestand met deze naam: {path}", "Geef één van beide een andere naam"),
    "naam-van-vroeger": Answer(
        "{slug} is ook een naam van {path}", "Verwijder deze regel in één van beide bestanden", code="dubbele-naam"
    ),
    "naam-is-vergeven": Answer(
        "{slug} is een vroegere naam van {path}, en zijn adres leidt daarheen",
        "Geef dit bestand een andere naam",
        code="dubbele-naam",
    ),
    "naam-van-het-formulier": Answer(
        "dit adres is van het formulier om een tip in te sturen",
        "Geef het bestand een andere naam",
        code="bestandsnaam",
    ),
    # --- what is there already (check/duplicates.py, check/published.py) ---
    "lijkt-dubbel": Answer(
        "dit lijkt op {path} (“{title:.80}”), op dezelfde dag",
        "Is het hetzelfde? Verwijder dit bestand en zet je organisatie daar bij `partners`",
        severity=_WARNING,
    ),
    "verdwenen": Answer(
        "dit initiatief staat al in de kalender en mag niet verdwijnen",
        "Zet het bestand terug met `status: geannuleerd`, "
        "of schrijf `eerder: [{slug}]` in het bestand dat het vervangt",
    ),
    "moment-verdwenen": Answer(
        "een moment dat al in de kalender stond, is weg ({ids})",
        "Gaat het niet door? Laat het staan en schrijf er `status: geannuleerd` bij",
        form="Gaat het niet door? Laat de regel dan staan en zet er `, geannuleerd` achter",
        severity=_WARNING,
    ),
    # --- images (check/images.py, check/image_files.py) ---
    "afbeelding-ontbreekt": Answer("“{name}” vinden we niet", "Zet het bestand in data/initiatives/afbeeldingen/"),
    "afbeelding-heet-anders": Answer("“{name}” vinden we niet", "Bedoel je `{meant}`?", code="afbeelding-ontbreekt"),
    "alt-zegt-niets": Answer(
        "“{alt}” zegt niet wat er op het beeld staat",
        "Beschrijf het in een zin, bijvoorbeeld: Drie mensen roeren in een grote pot soep",
        severity=_WARNING,
    ),
    "beeld-ongebruikt": Answer(
        "geen enkel initiatief gebruikt dit bestand",
        "Zet de naam bij `afbeelding` in een initiatief, of verwijder het bestand",
        severity=_WARNING,
    ),
    "beeld-is-een-koppeling": Answer(
        "dit is een koppeling naar een ander bestand", "Zet het beeld zelf in de map", code="koppeling"
    ),
    "afbeelding-te-zwaar": Answer("dit beeld is {megabytes} MB groot, het mag hoogstens 5 MB zijn", _SMALLER),
    "afbeelding-te-groot": Answer("dit beeld telt te veel pixels", _SMALLER),
    "afbeelding-veel-pixels": Answer(
        "dit beeld is {width} bij {height} pixels groot, en dat is te veel", _SMALLER, code="afbeelding-te-groot"
    ),
    "verkeerde-extensie": Answer("dit is eigenlijk een {kind}-bestand", "Noem het {name}, ook bij `bestand`"),
    "beweegt": Answer("dit beeld beweegt", "Gebruik een beeld dat stilstaat"),
    "beeld-leeg": Answer("dit bestand is leeg", "Voeg het beeld opnieuw toe", code="geen-afbeelding"),
    "beeld-beschadigd": Answer(
        "dit beeld is beschadigd", "Bewaar het opnieuw als JPEG, PNG of WebP", code="geen-afbeelding"
    ),
    "beeld-git-lfs": Answer(
        "hier staat alleen een verwijzing (Git LFS), niet het beeld zelf",
        "Voeg het beeld zelf toe",
        code="geen-afbeelding",
    ),
    "beeld-webpagina": Answer(
        "dit is een webpagina, geen beeld",
        "Bewaar op die pagina het beeld zelf, met een rechterklik",
        code="geen-afbeelding",
    ),
    "beeld-svg": Answer(
        "een SVG kunnen we niet aannemen: er kan van alles in zitten",
        "Bewaar het beeld als PNG of JPEG",
        code="geen-afbeelding",
    ),
    "beeld-andere-soort": Answer("dit is eigenlijk een {kind}", _SAVE_AGAIN, code="geen-afbeelding"),
    "beeld-telefoon": Answer(
        "dit is een foto zoals een telefoon ze bewaart (HEIC of AVIF)", "Bewaar ze als JPEG", code="geen-afbeelding"
    ),
    "geen-afbeelding": Answer("dit is geen beeld dat we kunnen tonen", "Bewaar het als JPEG, PNG of WebP"),
    # --- pages and tips of the editors (check/editorial.py) ---
    "pagina": Answer("deze regel ontbreekt bovenaan de pagina", "Voeg `{key}: …` toe tussen de streepjes"),
    "pagina-beschrijving": Answer(
        "deze beschrijving telt {length} tekens",
        "Zoekmachines tonen er {least} tot {most}",
        code="pagina",
        severity=_WARNING,
    ),
    "kop-overgeslagen": Answer(
        "hier wordt een niveau van koppen overgeslagen ({marks})", "Begin deze kop met {right}", code="kop"
    ),
    "kop-te-hoog": Answer(
        "deze kop is van het niveau van de titel, en die staat er al", "Begin deze kop met {right}", code="kop"
    ),
    "lange-zin": Answer("deze zin telt {words} woorden", "Maak er twee van, elk korter dan {most}", severity=_WARNING),
    "huisstijl": Answer("“{wrong}” schrijven we niet", "Schrijf `{right}`", severity=_WARNING),
}
"""What only files can have wrong. A `form` here is for the form on GitHub, which makes a file of what people type."""

ANSWERS: dict[str, Answer] = IN_FORMS | IN_FILES
