"""Small calendars for tests, written line by line."""


def calendar(*events: str, head: str = "") -> str:
    """A calendar with events, each the lines between BEGIN and END."""
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//NL\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n")


def event(
    when: str = "DTSTART;TZID=Europe/Brussels:20260307T140000\nDTEND;TZID=Europe/Brussels:20260307T170000", **more: str
) -> str:
    """The lines of an event that is right, with others; None leaves one out."""
    lines = {
        "UID": "soep@example.org",
        "SUMMARY": "Soep op de stoep",
        "DESCRIPTION": "Een kom soep voor de hele straat.",
        "LOCATION": "De Linde\\, Markt 1\\, 9800 Deinze",
        "CATEGORIES": "Actie",
    }
    lines |= more
    return "\n".join(
        [when, *(f"{name.replace('_', '-')}:{value}" for name, value in lines.items() if value is not None)]
    )
