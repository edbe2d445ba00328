"""A page of the editors, to check."""

from collections.abc import Callable

import pytest

from doemee.check import check_pages
from tests.example_campaign import campaign


@pytest.fixture
def reported(tmp_path) -> Callable[[str], list[str]]:
    """Write a page and hear what is wrong with it."""

    def tell(text: str) -> list[str]:
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / "pagina.md").write_text(text, encoding="utf-8")
        return [str(problem) for problem in check_pages(tmp_path / "content", tmp_path, campaign())]

    return tell
