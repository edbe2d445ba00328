"""JSON with events: schema.org JSON-LD (also our own /kalender.json) and UiTdatabank.

bytes ─ document ▶ nodes ─┬ schema_org (schema_org_times, schema_org_place) ▶ Found
                          └ uitdatabank (uitdatabank_times) ────────────────▶ Found      values: what a node holds
"""

from doemee.intake.jsonld.document import read

__all__ = ["read"]
