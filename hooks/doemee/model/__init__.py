"""Model: the campaign on a given day, as every output needs it: campaign, initiatives, moments, views, agenda.

Between `load`, whose typed fields it takes, and `check`, which looks at both: nothing here knows of a rule, of git or
of a page.
"""
