"""Intake: what others have already, and the answers of a person, become files in data/. Nothing here knows the site.

    bytes ── ics/, table/, jsonld/ ──▶ Found, remarks ── cleaning, filing ──▶ files      importing.py runs it
             with moments, places_in_text, prose and categories for what all of them hold
    questions ── answers ──▶ a file                                                       `doemee new`

It comes before the flow: its files are loaded and checked like those that people send in. It stands above check and
write/data, which it uses, and below the command line, which calls commands.py.
"""
