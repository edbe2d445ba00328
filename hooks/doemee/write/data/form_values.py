"""The fields of a file as the form takes them: one spelling for each value, so that the browser needs to know no other.

The form fills its controls with them when an initiative is changed; what comes back is written by
submission_file.py's twin in the browser, and means the same.
"""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from doemee.load.declared import INITIATIVE, Field
from doemee.load.fields import DAY_KINDS, WEEKDAY, listed
from doemee.load.spelling import WEEKDAYS, MonthlyWeekday, written


def normalised(values: Mapping[str, Any], fields: Sequence[Field] = INITIATIVE.fields) -> dict[str, Any]:
    """The values of a file in which nothing is wrong.

    Dates are `2026-03-07`, `2026-05` or `volgt`, hours `14:00`, yes and no are booleans, a list is a list, a group is
    written in full, `op` is a list of days or a phrase. Every other text is as it was sent.
    """
    declared = {field.name: field for field in fields}
    return {key: _normalised(value, declared[key]) for key, value in values.items() if value is not None}


def _normalised(value: Any, field: Field) -> Any:
    if field.many:
        return [_one(item, field) for item in listed(value)]
    return _one(value, field)


def _one(value: Any, field: Field) -> Any:
    if field.fields:
        return normalised({field.short: value} if isinstance(value, str) else value, field.fields)
    if field.kind is None:
        return value
    meaning = field.kind.read(value)
    if isinstance(meaning, bool):
        return meaning
    if field.kind in DAY_KINDS:
        return written(meaning)
    if field.kind is WEEKDAY:
        return WEEKDAYS[meaning]
    if isinstance(meaning, time | MonthlyWeekday):
        return written(meaning)
    return [WEEKDAYS[day] for day in meaning] if isinstance(meaning, list) else " ".join(value.split())
