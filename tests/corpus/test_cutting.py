"""An archive cut out of a corpus: the articles that fit, with the same facts at the same places, as the site is built from them."""

from __future__ import annotations

import errno
import json
import re
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.recombining import articles
from generator.corpus.cutting.choosing import Choice
from generator.corpus.cutting.cut import cut
from generator.corpus.running import run
from generator.corpus.sources.reading import sources_at
from generator.errors import CorpusError, StartingError
from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.starter.contents import Wishes
from tests.conftest import Kyyeu
from tests.corpus.small import SETTINGS, Inline, asked

WISHES = Wishes("vi", "Kỷ yếu thử")
BODY = "{host} tổ chức lễ tổng kết sáng 15/01/2022. Dịp này, Bộ trưởng Bộ Nội vụ tặng Bằng khen cho {n} tập thể và 12 cá nhân."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide a corpus of records, one of them with an address that no table of sources can take."""
    place = tmp_path_factory.mktemp("cutting")
    elsewhere = (text for _, text in articles(400) if not re.search("Điện Biên|Lai Châu|Bộ Nội vụ", text))
    of_2022 = (text for text in elsewhere if "/2022" in text[:600])
    first, second = (BODY.format(host=f"UBND tỉnh {name}", n=3) for name in ("Điện Biên", "Lai Châu"))
    lines = [
        {"text": first, "title": "Điện Biên tổng kết", "url": "https://bao.example/1", "site": "Báo A"},
        {"text": second, "title": "Lai Châu tổng kết", "url": "urn:no address", "retrieved": "2024-05-03"},
        *({"text": text} for text in islice(of_2022, 3)),
    ]
    (place / "bai.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    run(sources_at([place / "bai.jsonl"], {}), place / "corpus", Inline(), SETTINGS)
    return place / "corpus"


def seeds(archive: Path) -> dict[str, str]:
    return {path.relative_to(archive / "seeds").as_posix(): path.read_text(encoding="utf-8") for path in (archive / "seeds").rglob("*.txt")}


def test_a_province_with_the_same_facts_and_its_source(corpus: Path, tmp_path: Path) -> None:
    assert cut(corpus, tmp_path / "a", Choice(province="dien bien"), WISHES) == 1
    ((name, text),) = seeds(tmp_path / "a").items()
    assert name.startswith("2022/dien-bien-tong-ket-")
    gathered = gather(ArchiveFolder.at(tmp_path / "a"))
    ((article, facts),) = gathered.articles
    assert (article.text, article.source.url, article.source.publisher) == (text, "https://bao.example/1", "Báo A")
    assert gathered.errors == ()
    rows = asked(
        f"SELECT type, count, evidence FROM '{corpus}/tables/awards/*/*.parquet' WHERE province_name = 'Tỉnh Điện Biên' ORDER BY number"
    )
    assert [
        (award.type, award.count, [{"start": span.start, "end": span.end} for span in award.evidence]) for award in facts.awards
    ] == rows
    assert rows


@pytest.mark.slow
def test_all_of_a_year_reads_as_the_corpus_did(corpus: Path, tmp_path: Path) -> None:
    assert cut(corpus, tmp_path / "a", Choice(year=2022), WISHES) == 5
    gathered = gather(ArchiveFolder.at(tmp_path / "a"))
    expected = asked(f"SELECT facts FROM '{corpus}/tables/articles/year=2022/*.parquet' ORDER BY facts")
    assert sorted((facts.count,) for _, facts in gathered.articles) == expected


@pytest.mark.slow
def test_a_ministry_and_all_conditions_together(corpus: Path, tmp_path: Path) -> None:
    assert cut(corpus, tmp_path / "a", Choice(unit="Bộ Nội vụ", year=2022), WISHES) == 2
    assert cut(corpus, tmp_path / "b", Choice(unit="bộ nội vụ", province="Lai Châu"), WISHES) == 1
    table = (tmp_path / "b" / "seeds" / "sources.csv").read_text(encoding="utf-8").splitlines()
    assert table[1].endswith(".txt,,,2024-05-03,")  # what is no address is left out, the day stays


@pytest.mark.slow
def test_what_is_not_there_leaves_nothing_behind(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CorpusError, match=r"no article is placed in Điện Bien Phu.*there are .*Điện Biên"):
        cut(corpus, tmp_path / "a", Choice(province="Điện Bien Phu"), WISHES)
    with pytest.raises(CorpusError, match="no article of the corpus fits"):
        cut(corpus, tmp_path / "a", Choice(unit="Bộ Nội", province="Điện Biên", year=1999), WISHES)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x").touch()
    with pytest.raises(StartingError, match="not empty"):
        cut(corpus, tmp_path / "b", Choice(year=2022), WISHES)

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.corpus.cutting.cut.sync_tree", full)
    with pytest.raises(CorpusError, match="No space left"):
        cut(corpus, tmp_path / "a", Choice(year=2022), WISHES)
    assert not (tmp_path / "a").exists()


@pytest.mark.slow
@pytest.mark.site
def test_an_archive_that_was_cut_is_built(corpus: Path, tmp_path: Path, kyyeu: Kyyeu) -> None:
    done = kyyeu("corpus", "cut", corpus, tmp_path / "kho", "--unit", "Bộ Nội vụ", "--name", "Kỷ yếu Bộ Nội vụ")
    assert done.returncode == 0, done.stderr
    done = kyyeu("-C", tmp_path / "kho", "build")
    assert done.returncode == 0, done.stderr
    assert "Báo A" in next((tmp_path / "kho" / "site" / "bai").glob("2022-dien-bien-tong-ket-*/index.html")).read_text(encoding="utf-8")
