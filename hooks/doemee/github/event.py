"""What GitHub tells of an event, as far as we use it: each value checked for its kind, all of it a stranger's.

Source: docs.github.com, "Webhook events and payloads" (issues, workflow_run).
"""

import json
import re
from dataclasses import dataclass
from typing import Any, TypeVar

SHA = re.compile("[0-9a-f]{40}")
REPOSITORY = re.compile(r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")


Value = TypeVar("Value")


class UnusableEvent(Exception):
    """The file is not the event that the command is for."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue, at the moment of its event."""

    number: int
    body: str
    labels: frozenset[str]
    open: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run of the workflow that checks a pull request. The names of branches are anyone's text."""

    sha: str
    branch: str
    repository: str
    address: str


def read_issue(data: bytes) -> Issue:
    """The issue of an `issues` event. Raises UnusableEvent."""
    issue = _part(_event(data), "issue")
    if "pull_request" in issue:
        raise UnusableEvent("dit is een pull request, geen inzending")
    labels = [_text(label, "name") for label in _list(issue, "labels")]
    return Issue(_number(issue, "number"), issue.get("body") or "", frozenset(labels), issue.get("state") == "open")


def read_run(data: bytes) -> Run:
    """The run of a `workflow_run` event that was started by a pull request. Raises UnusableEvent."""
    run = _part(_event(data), "workflow_run")
    if run.get("event") != "pull_request":
        raise UnusableEvent("deze controle hoort niet bij een pull request")
    found = Run(
        _text(run, "head_sha"),
        _text(run, "head_branch"),
        _text(_part(run, "head_repository"), "full_name"),
        _text(run, "html_url"),
    )
    if not SHA.fullmatch(found.sha) or not REPOSITORY.fullmatch(found.repository):
        raise UnusableEvent("dit is geen gebeurtenis van GitHub")
    return found


def _event(data: bytes) -> dict[str, Any]:
    try:
        event: object = json.loads(data)
    except ValueError:
        raise UnusableEvent("dit bestand is geen JSON") from None
    if not isinstance(event, dict):
        raise UnusableEvent("dit is geen gebeurtenis van GitHub")
    return event


def _part(of: dict[str, Any], key: str) -> dict[str, Any]:
    return _typed(of, key, dict)


def _list(of: dict[str, Any], key: str) -> list[Any]:
    return _typed(of, key, list)


def _text(of: dict[str, Any], key: str) -> str:
    return _typed(of, key, str)


def _number(of: dict[str, Any], key: str) -> int:
    number = _typed(of, key, int)
    if isinstance(number, bool) or number < 1:
        raise UnusableEvent(f"`{key}` is geen nummer")
    return number


def _typed(of: object, key: str, kind: type[Value]) -> Value:
    value = of.get(key) if isinstance(of, dict) else None
    if not isinstance(value, kind):
        raise UnusableEvent(f"`{key}` ontbreekt in deze gebeurtenis")
    return value
