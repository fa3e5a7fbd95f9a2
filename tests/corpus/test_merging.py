"""What belongs together in a corpus is what an archive of the same articles brings together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.recombining import article, articles, reprinted
from generator.corpus.merging.merging import Merged, merge
from generator.corpus.questions.asking import asked
from generator.corpus.questions.awards import awards_by
from generator.corpus.running import run
from generator.corpus.sources.reading import sources_at
from generator.corpus.store.folder import CorpusFolder
from generator.extraction.extract import extract
from generator.model.archive import Archive
from generator.model.article import Source
from generator.reading.text import article_from_text
from generator.resolution.assembly import assemble
from generator.resolution.records.persons import persons
from generator.resolution.units.authority import authority_in
from tests.corpus.small import SETTINGS, Inline, contents

HOST = "Đảng ủy phường Hoa Mai"
SECOND = f"""{HOST} khen thưởng các tập thể, cá nhân tiêu biểu

16/01/2022

Sáng 15/01/2022, {HOST} tổ chức hội nghị tổng kết công tác xây dựng Đảng. Đồng chí Lê Thị Lụa, Bí thư Đảng ủy phường Hoa Mai chủ trì.

Dịp này, {HOST} tặng giấy khen cho 3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021.
"""
THIRD = f"""Hội nghị tổng kết của {HOST}

17/01/2022

Ngày 15/01/2022, tại hội trường lớn, {HOST} đã họp hội nghị tổng kết năm. Bí thư Đảng ủy phường Hoa Mai Lê Thị Lụa đọc báo cáo.

Kết thúc hội nghị, {HOST} trao giấy khen cho 12 đảng viên và 3 chi bộ.
"""


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = dict(articles(6))
    for number in (2, 5):  # printed again, and printed once more by a third
        copy = reprinted(article(number))
        found |= {f"in-lai-{number}.txt": copy, f"lan-ba-{number}.txt": reprinted(copy, seed=9)}
    return found | {"hoa-mai-2.txt": SECOND, "hoa-mai-3.txt": THIRD}


@pytest.fixture(scope="module")
def corpus(texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("merging")
    sources = place / "bai"
    sources.mkdir()
    for name, text in texts.items():
        (sources / name).write_text(text, encoding="utf-8")
    run(sources_at([sources], {}), place / "corpus", Inline(), SETTINGS)
    return place / "corpus"


@pytest.fixture(scope="module")
def merged(corpus: Path) -> Merged:
    return merge(corpus)


@pytest.fixture(scope="module")
def archive(texts: dict[str, str]) -> Archive:
    """Provide the archive of the same articles."""
    read = [article_from_text(text, Source(f"seeds/{name}", "", "text")) for name, text in texts.items()]
    return assemble([(one, extract(one)) for one in read], authority_in(SETTINGS.units.encode(), Path("units.yml")))


def answered(corpus: Path, query: str) -> list[tuple[object, ...]]:
    with asked(CorpusFolder.at(corpus), query) as answer:
        return [row for rows in answer.rows for row in rows]


def grouped(pairs: Iterable[tuple[object, ...]]) -> set[frozenset[str]]:
    groups: dict[object, set[str]] = defaultdict(set)
    for key, name in pairs:
        groups[key].add(str(name))
    return {frozenset(group) for group in groups.values()}


PLACE = "replace(replace(a.place, 'bai/', ''), '.txt', '')"


def test_copies_are_those_of_an_archive(corpus: Path, merged: Merged, archive: Archive) -> None:
    assert merged.copies == 4
    both = "SELECT copy_of, article AS id FROM copies UNION SELECT copy_of, copy_of FROM copies"
    found = grouped(answered(corpus, f"SELECT copy_of, {PLACE} FROM ({both}) JOIN articles a USING (id)"))
    in_archive = {
        frozenset(source.path.removeprefix("seeds/").removesuffix(".txt") for source in (entry.article.source, *entry.copies))
        for entry in archive.entries
        if entry.copies
    }
    assert {len(group) for group in found} == {3}
    assert found == in_archive


def test_events_and_awards_reported_twice_are_those_of_an_archive(corpus: Path, merged: Merged, archive: Archive) -> None:
    found = grouped(answered(corpus, f"SELECT e.event, {PLACE} FROM events e JOIN articles a ON a.id = e.article"))
    assert found == {frozenset(event.slugs) for event in archive.events} == {frozenset({"hoa-mai-2", "hoa-mai-3"})}
    assert (merged.events, merged.reports) == (1, 2)
    ((counted,),) = answered(corpus, "SELECT count(*) FROM counted_awards")
    assert counted == len(archive.ledger)


def test_persons_are_those_of_an_archive(corpus: Path, merged: Merged, archive: Archive) -> None:
    found = grouped(answered(corpus, f"SELECT person, {PLACE} FROM persons p JOIN articles a ON a.id = p.article"))
    expected = {frozenset(person.articles) for person in persons(archive) if len(person.articles) > 1}
    assert frozenset({"hoa-mai-2", "hoa-mai-3"}) in found
    assert found == expected
    assert merged.persons == len([person for person in persons(archive) if len(person.articles) > 1])


@pytest.mark.slow
def test_merging_again_gives_the_same(corpus: Path, merged: Merged) -> None:
    before = contents(corpus / "merged")
    assert merge(corpus) == merged
    assert contents(corpus / "merged") == before


def test_each_award_is_counted_once_by_type_year_and_province(corpus: Path, merged: Merged) -> None:
    rows = answered(corpus, awards_by(["type", "year", "province"]))
    assert merged.copies
    hoa_mai = [row for row in rows if row[:2] == ("giay-khen", 2021) and row[2] is None]
    assert hoa_mai == [("giay-khen", 2021, None, 2, 15, 0, 0)]
    assert rows == sorted(rows, key=lambda row: tuple((value is None, value or "") for value in row[:3]))
