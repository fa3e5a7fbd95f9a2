"""Inputs found by fuzzing stay fixed; a minute of fuzzing finds nothing new. More: ``make fuzz``."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from generator.errors import KyYeuError
from tests.conftest import ROOT
from tests.fuzzing import targets
from tests.fuzzing.__main__ import CORPUS, SHARES, fuzz
from tests.fuzzing.targets import TARGETS
from tests.messages.verbatim import Verbatim

KEPT = [(name, path) for name in TARGETS for path in sorted((CORPUS / name).iterdir())]


@pytest.mark.parametrize(("target", "path"), KEPT, ids=lambda one: one if isinstance(one, str) else one.name)
def test_what_was_found_stays_fixed(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_the_seeds_pass_as_articles(path: Path) -> None:
    TARGETS["article"](path.read_bytes())


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="no atheris: make test-all installs it, on Linux")
@pytest.mark.parametrize("target", list(TARGETS))
def test_nothing_new_is_found(target: str, tmp_path: Path) -> None:
    assert fuzz(target, 0, round(60 * SHARES[target]), tmp_path) == 0, [path.read_bytes() for path in tmp_path.iterdir()]


def test_a_broken_target_is_seen() -> None:
    """The checks can fail: evidence that does not fit, an error that names no file."""

    def broken(*_: object) -> None:
        raise KyYeuError(Verbatim("x"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(targets, "read_authority", broken)
        with pytest.raises(AssertionError):
            targets.archive_files(b"\0x")
        patch.setattr(targets, "extract", lambda _: object())
        with pytest.raises(AttributeError):
            targets.article("Đảng ủy phường Hoa Mai tổng kết công tác năm 2021.".encode())
