"""assets/postcodes.json: where a postcode lies, for the form and "In mijn buurt", on the visitor's own device."""

import json

from doemee.model.places import Municipality, Places


def postcodes(places: Places) -> bytes:
    """Municipalities as `[name, region, lat, lon]`; per postcode, its names as `[name, number of the municipality]`.

    The first name of a postcode is its municipality of today, as `Places.names` gives them. Coordinates are WGS84.
    `pattern` is there when of a postcode only its group stands here.
    """
    municipalities: dict[Municipality, int] = {}
    by_postcode = {}
    for postcode in places.all_postcodes():
        rows = []
        for name, municipality in places.named(postcode).items():
            rows.append([name, municipalities.setdefault(municipality, len(municipalities))])
        by_postcode[postcode] = rows
    data = {"municipalities": [[m.name, m.region, m.lat, m.lon] for m in municipalities], "postcodes": by_postcode}
    data |= {"pattern": places.pattern} if places.pattern else {}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
