"""The same work on parts of a list, each part in a process of its own.

Python uses one core at a time. Where a process can be forked (Linux), a build of thousands of pages
hands part of them to a second one, which inherits all it needs; elsewhere, and for few items, the
work is done here. The result is the same either way.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTHWHILE = 500
"""From how many items on a fork costs less than it gains."""

_work: tuple[Callable[[Sequence[Any]], Any], list[Sequence[Any]]] | None = None


def in_parts(work: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """`work` of each part of `items`: as many parts as there are cores, at most four.

    Parts are dealt out like cards, so that a part is never all of the heavy ones. What `work` returns
    must be picklable. An exception in a part is raised here.
    """
    global _work
    count = min(4, os.cpu_count() or 1)
    forkable = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if count < 2 or len(items) < WORTHWHILE or not forkable:
        return [work(items)]
    _work = work, [items[start::count] for start in range(count)]
    try:
        with multiprocessing.get_context("fork").Pool(len(_work[1])) as pool:
            return pool.map(_part, range(len(_work[1])), chunksize=1)
    finally:
        _work = None


def _part(index: int) -> Any:
    assert _work is not None  # noqa: S101 - set right before the processes were forked
    work, parts = _work
    return work(parts[index])
