"""A run gives the same tables whatever the batches, their order and interruptions; every article once, each fact with its words."""

from __future__ import annotations

import errno
import json
import re
import shutil
from pathlib import Path

import pytest

from generator.corpus.running import run
from generator.corpus.sources.reading import sources_at
from generator.corpus.store.folder import CorpusFolder
from generator.corpus.store.schema import FACTS
from generator.errors import CorpusError
from tests.corpus.small import SETTINGS, Inline, KilledError, asked, contents, folder_of


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("sources") / "bai", 10)


@pytest.fixture(scope="module")
def corpus(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide the corpus of all sources, read at once."""
    place = tmp_path_factory.mktemp("corpus") / "whole"
    result = run(sources_at([seeds], {}), place, Inline(), SETTINGS)
    assert (result.articles, result.set_aside) == (10, 0)
    return place


def test_each_fact_has_the_words_that_state_it(corpus: Path) -> None:
    tables = corpus / "tables"
    for table in FACTS:
        rows = asked(
            f'SELECT substr(a.text, f.evidence[1].start + 1, f.evidence[1]."end" - f.evidence[1].start), len(f.evidence) '
            f"FROM '{tables}/{table}/*/*.parquet' f JOIN '{tables}/articles/*/*.parquet' a ON a.id = f.article"
        )
        assert rows
        assert all(words and number for words, number in rows)
    awards = asked(
        f"SELECT substr(a.text, f.evidence[1].start + 1, f.evidence[1].\"end\" - f.evidence[1].start) FROM '{tables}/awards/*/*.parquet' f "
        f"JOIN '{tables}/articles/*/*.parquet' a ON a.id = f.article WHERE f.type = 'bang-khen' AND f.granted_by LIKE '%UBND tỉnh%'"
    )
    assert awards
    assert all(re.search("[Bb]ằng khen|cá nhân|tập thể", str(words)) for (words,) in awards)


def test_years_and_provinces(corpus: Path) -> None:
    rows = asked(
        f"SELECT year, date, province_name, text FROM read_parquet('{corpus}/tables/articles/*/*.parquet', hive_partitioning = true)"
    )
    assert len(rows) == 10
    assert all(str(date).startswith(str(year)) for year, date, _, _ in rows)
    placed = [(name, text) for _, _, name, text in rows if name]
    assert len(placed) > 7
    assert all(str(name).removeprefix("Tỉnh ") in str(text) for name, text in placed)


def test_the_tables_are_the_same_whatever_the_batches_and_their_order(seeds: Path, corpus: Path, tmp_path: Path) -> None:
    run(sources_at(sorted(seeds.iterdir(), reverse=True), {}), tmp_path / "a", Inline(seed=7), SETTINGS, batch=3)
    rows = [asked(f"SELECT * EXCLUDE (place) FROM '{place}/tables/articles/*/*.parquet' ORDER BY id") for place in (tmp_path / "a", corpus)]
    assert rows[0] == rows[1]
    run(sources_at([seeds], {}), tmp_path / "b", Inline(seed=8), SETTINGS, batch=7)
    assert contents(tmp_path / "b" / "tables") == contents(corpus / "tables")


def test_a_killed_run_goes_on_and_reads_nothing_twice(seeds: Path, corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(KilledError):
        run(sources_at([seeds], {}), tmp_path / "c", Inline(killed_after=3), SETTINGS, batch=2)
    (tmp_path / "c" / "parts" / "half").mkdir()
    part = CorpusFolder.at(tmp_path / "c").all_parts()[0]
    part.with_name(".half.parquet.new").write_bytes(b"half")  # what a crash in the middle of a write leaves
    engine = Inline()
    result = run(sources_at([seeds], {}), tmp_path / "c", engine, SETTINGS, batch=2)
    assert (engine.read, result.progress.known) == (4, 6)
    assert contents(tmp_path / "c" / "tables") == contents(corpus / "tables")
    again = Inline()
    assert run(sources_at([seeds], {}), tmp_path / "c", again, SETTINGS).articles == 10
    assert again.read == 0


@pytest.mark.slow
def test_sources_one_after_the_other_give_what_they_give_together(seeds: Path, tmp_path: Path) -> None:
    lines = [{"text": path.read_text(encoding="utf-8"), "url": f"https://bao.example/{path.stem}"} for path in sorted(seeds.iterdir())[:6]]
    for name, some in (("b.jsonl", lines[:4]), ("a.jsonl", [*lines[3:], lines[0]])):
        (tmp_path / name).write_text("".join(f"{json.dumps(line)}\n" for line in some) + "{\n", encoding="utf-8")
    sources = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    together, apart = tmp_path / "together", tmp_path / "apart"
    result = run(sources_at(sources, {}), together, Inline(), SETTINGS)
    assert (result.articles, result.set_aside, result.progress.known) == (6, 2, 2)
    for source in reversed(sources):
        run(sources_at([source], {}), apart, Inline(), SETTINGS)
    assert contents(together / "tables") == contents(apart / "tables")
    assert asked(f"SELECT place, reason FROM '{together}/tables/set_aside.parquet'") == [
        ("a.jsonl#5", "corpus.no_json"), ("b.jsonl#5", "corpus.no_json"),
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(lines[0])}\n", encoding="utf-8")  # it was repaired
    assert run(sources_at([tmp_path / "a.jsonl"], {}), apart, Inline(), SETTINGS).set_aside == 1


def test_an_article_that_cannot_be_read_is_set_aside_with_its_error(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "bai", 2)
    (folder / "hong.txt").write_bytes("Đảng ủy phường Hoa Mai tổ chức lễ tổng kết".encode("utf-16-le")[1:])
    result = run(sources_at([folder], {}), tmp_path / "c", Inline(), SETTINGS)
    assert (result.articles, result.set_aside) == (2, 1)
    ((place, reason, fix),) = asked(f"SELECT place, message, fix FROM '{tmp_path}/c/tables/set_aside.parquet'")
    assert place == "bai/hong.txt"
    assert reason
    assert fix


@pytest.mark.slow
def test_a_full_disk_is_said_and_what_was_read_stays(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "c"
    left = [2]

    def full(path: Path) -> None:
        if path.name.endswith(".parquet.new"):
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with monkeypatch.context() as patched:
        patched.setattr("generator.corpus.store.folder.sync_file", full)
        with pytest.raises(CorpusError, match="No space left"):
            run(sources_at([seeds], {}), place, Inline(), SETTINGS, batch=2)
    assert len(CorpusFolder.at(place).all_parts()) == 2
    assert not list(place.rglob("*.new"))
    engine = Inline()
    assert run(sources_at([seeds], {}), place, engine, SETTINGS).articles == 10
    assert engine.read == 6


@pytest.mark.slow
def test_folders_of_something_else_of_other_rules_and_of_another_layout_are_left_alone(seeds: Path, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    sources = sources_at([seeds], {})
    with pytest.raises(CorpusError, match="something else"):
        run(sources, tmp_path, Inline(), SETTINGS)
    copy = shutil.copytree(corpus, tmp_path / "copy")
    other = type(SETTINGS)(SETTINGS.units, "en")
    with pytest.raises(CorpusError, match="other rules"):
        run(sources, copy, Inline(), other)
    assert contents(copy) == contents(corpus)
    assert run(sources, copy, Inline(), other, anew=True).articles == 10
    assert len(list((copy / "parts").iterdir())) == 1
    described = json.loads((copy / "corpus.json").read_text(encoding="utf-8"))
    (copy / "corpus.json").write_text(json.dumps({**described, "layout": 99}), encoding="utf-8")
    with pytest.raises(CorpusError, match="layout 99"):
        run(sources, copy, Inline(), other)
