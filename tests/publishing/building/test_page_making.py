"""A page that cannot be made: what is known of the reason where the next process reads it."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import BuildError

from generator.publishing.building import mkdocs_build
from generator.publishing.building.last_build import LastBuild
from generator.publishing.building.page_making import Frame, Made


def _frame(site: Path) -> Any:
    return Frame(SimpleNamespace(site_dir=str(site)), [], None, None, [], None)  # type: ignore[arg-type]


def _copied(error: Exception) -> Any:
    """Return a file whose copying ends in ``error``."""

    def copy_file() -> None:
        raise error

    return SimpleNamespace(is_documentation_page=lambda: False, copy_file=copy_file, page=None, dest_uri="a.html", src_uri="a.html")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EIO])
def test_a_refusal_of_the_system_passes_between_processes_with_its_file(tmp_path: Path, number: int) -> None:
    made = _frame(tmp_path).made(_copied(OSError(number, os.strerror(number), "/site/a.html")))

    failed = pickle.loads(pickle.dumps(made)).failed

    assert isinstance(failed, OSError)
    assert (failed.errno, failed.filename) == (number, "/site/a.html")


@pytest.mark.parametrize("error", [OSError("of a plugin"), ValueError("of a plugin")])
def test_another_error_passes_as_words(tmp_path: Path, error: Exception) -> None:
    assert _frame(tmp_path).made(_copied(error)).failed == f"{type(error).__name__}: of a plugin"


@pytest.mark.parametrize(("failed", "raised"), [(OSError(errno.ENOSPC, "full", "/site/a.html"), OSError), ("ValueError: a", BuildError)])
def test_the_build_ends_with_the_error_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failed: str | OSError, raised: type[Exception]
) -> None:
    monkeypatch.setattr(mkdocs_build, "fan_out", lambda _work, _files: iter([Made("a.html", failed=failed)]))
    monkeypatch.setattr(mkdocs_build, "page_key", lambda _shared, _file: "key")
    monkeypatch.setattr(LastBuild, "page", lambda *_: None)
    last = object.__new__(LastBuild)

    with pytest.raises(raised) as error:
        mkdocs_build._made(_frame(tmp_path / "site"), [_copied(ValueError())], last, "")

    assert isinstance(error.value, OSError) is isinstance(failed, OSError)
