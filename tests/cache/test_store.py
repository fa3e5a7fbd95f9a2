"""The store gives what was put, or nothing: never what is damaged, foreign or of another archive."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from generator.cache import store
from generator.cache.program import program
from generator.cache.store import Store, folder_of, opened


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def put(root: Path, **values: bytes) -> None:
    with opened(root) as kept:
        for key, value in values.items():
            kept.put("kind", key, value)
        kept.commit()


def test_what_was_put_is_there_for_the_next_run_of_that_archive_alone(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    put(tmp_path / "one", a=b"1", b=b"2")
    with opened(tmp_path / "one") as kept:
        assert (kept.get("kind", "a"), kept.get("other", "a"), kept.keys("kind")) == (b"1", None, ["a", "b"])
        kept.keep_only("kind", ["b"])
        assert kept.get("kind", "a") is None
    with opened(tmp_path / "two") as kept:
        assert kept.get("kind", "a") is None
    with opened(tmp_path / "one") as kept:
        assert kept.get("kind", "a") == b"1", "what was not committed did not happen"


def test_nothing_of_it_lies_in_the_archive(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    put(tmp_path / "archive", a=b"1")
    assert not list((tmp_path / "archive").iterdir())
    assert folder_of(tmp_path / "archive").is_relative_to(tmp_path / "cache")


@pytest.mark.parametrize("seed", range(20))
def test_what_is_damaged_is_none(tmp_path: Path, seed: int) -> None:
    rng, values = random.Random(seed), {f"k{number}": bytes([number]) * 3000 for number in range(40)}
    put(tmp_path, **values)
    for path in folder_of(tmp_path).glob("made.sqlite*"):
        data = bytearray(path.read_bytes())
        for _ in range(30 if data else 0):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        path.write_bytes(data[: rng.choice((len(data), rng.randrange(len(data) + 1)))])
    with opened(tmp_path) as kept:
        for key in kept.keys("kind"):
            assert kept.get("kind", key) in {values.get(key), None}
    put(tmp_path, new=b"value")
    with opened(tmp_path) as kept:
        assert kept.get("kind", "new") in {b"value", None}


def test_a_value_under_another_key_is_none(tmp_path: Path) -> None:
    put(tmp_path, a=b"1", b=b"2")
    with sqlite3.connect(folder_of(tmp_path) / "made.sqlite") as connection:
        connection.execute("UPDATE made SET value = (SELECT value FROM made WHERE key = 'b') WHERE key = 'a'")
    connection.close()
    with opened(tmp_path) as kept:
        assert (kept.get("kind", "a"), kept.get("kind", "b")) == (None, b"2")


def test_another_format_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, a=b"1")
    monkeypatch.setattr(store, "FORMAT", 99)
    with opened(tmp_path) as kept:
        assert kept.keys("kind") == []
        assert kept.keeps


def test_where_nothing_can_be_kept_the_program_goes_on_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with opened(tmp_path) as kept:
        kept.put("kind", "a", b"1")
        kept.commit()
        assert (kept.keeps, kept.get("kind", "a"), kept.keys("kind")) == (False, None, [])
    assert Store().keys("kind") == []


def test_stores_of_archives_that_are_gone_are_removed(tmp_path: Path) -> None:
    for name in ("gone", "here"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, a=b"1")
    (tmp_path / "gone").rmdir()
    put(tmp_path, a=b"1")
    assert not folder_of(tmp_path / "gone").exists()
    assert folder_of(tmp_path / "here").exists()


def test_rules_and_lexicons_change_the_digest_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    rule = tmp_path / "lexicon" / "ranks.yml"
    monkeypatch.setattr("generator.cache.program._PACKAGE", tmp_path)
    found = set()
    for words in ("a: 1", "a: 2"):
        rule.write_text(words, encoding="utf-8")
        program.cache_clear()
        found.add(program("lexicon"))
    program.cache_clear()
    assert len(found) == 2
