"""Bases of inference, doubts and reasons for review: every key that code gives has its sentence in every language."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from generator.gathering import gather
from generator.messages import placeholders
from generator.model.archive import Archive
from generator.model.facts import Event, Inference
from generator.model.settings import SiteSettings
from generator.model.span import Span
from generator.model.statement import Part, Reason, Statement, Term, basis, day, statement, statement_to_data, year_basis
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.words.speaking import speaking
from generator.rendering.words.statements import guessed_years, inferences, sentence, written
from generator.rendering.words.wordbook import LANGUAGES, wordbook
from generator.resolution.review.inferred import FIELDS
from generator.resolution.review.reasons import award_type, because, either, level, subjects
from tests.conftest import ROOT

EN = SiteSettings(language="en")
#: Calls that make a statement, and the table of their first argument.
_MAKERS = {"basis": "bases", "basis_of": "bases", "because": "reasons", "_chained": "reasons"}
#: Keys that are put together, each with the parts that it may be given.
_PUT_TOGETHER = {
    "reasons.doubtful-award": set(), "reasons.doubtful-rating": set(), "reasons.doubtful-person": set(),
    "reasons.doubtful-award-because": {"doubt"}, "reasons.doubtful-rating-because": {"doubt"},
    "reasons.doubtful-person-because": {"doubt"}, "reasons.inferred": {"field", "basis"},
    "reasons.inferred-value": {"field", "basis", "value"}, "reasons.inferred-often": {"field", "basis", "count"},
    "reasons.inferred-value-often": {"field", "basis", "value", "count"}, "reasons.or": {"one", "other"}, "reasons.plus": {"one", "other"},
    "reasons.other-share": {"whom", "level", "percent", "count", "whole", "real"}, "reasons.turning": {"codes", "n"},
    "reasons.control": {"codes", "n"}, "reasons.invisible": {"codes", "n"},
    "reasons.share": {"value", "of", "real", "percent"}, "reasons.share-turned": {"value", "of", "real", "percent"},
    "bases.today": {"date"}, "bases.yesterday": {"date"},
}  # fmt: skip


def _made() -> Iterator[tuple[str, set[str]]]:
    """Yield the keys of the statements that modules below rendering make, each with the names of its parts."""
    for part in ("model", "extraction", "resolution"):
        for path in sorted((ROOT / "generator" / part).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS and node.args:
                    table, key = _MAKERS[node.func.id], node.args[0]
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        yield f"{table}.{key.value}", {keyword.arg for keyword in node.keywords if keyword.arg}


def test_every_statement_has_its_sentence_and_every_sentence_its_statement() -> None:
    made = dict(_made()) | _PUT_TOGETHER
    book = wordbook()
    assert set(made) == {f"{table}.{name}" for table in ("bases", "reasons") for name in book.ids(table)}
    for language in LANGUAGES:
        book = wordbook(language)
        assert {key: placeholders(book.pattern(key)) - parts for key, parts in made.items()} == {key: set() for key in made}
    assert set(wordbook().ids("reason_fields")) == {*FIELDS, "value"}
    assert not {"key", "text"} & {name for parts in made.values() for name in parts}, "names of the data about them"


def _bases(archive: Archive) -> Iterator[Reason]:
    for entry in archive.entries:
        for _, fact in entry.facts.walk():
            yield from (inference.basis for inference in fact.inferred)
    for unit in archive.units.values():
        yield from (inference.basis for inference in unit.inferred)


def test_the_seeds_infer_by_statements() -> None:
    gathered = gather(ArchiveFolder(ROOT))
    by_hand = {inference.basis for unit in gathered.authority.units.values() for inference in unit.inferred}
    found = set(_bases(gathered.assembled()[0])) - by_hand
    assert len(found) > 4
    assert [finding for finding in found if not isinstance(finding, Statement)] == []
    for finding in found:
        assert "{" not in written(finding)


@pytest.mark.parametrize(
    ("reason", "vietnamese", "english"),
    [
        (basis("latest", date="tháng 8/2026"), "‘tháng 8/2026’ trong bài", "“tháng 8/2026” in the article"),
        (basis("today", date=day("2023-01-16")), "“hôm nay” tính từ ngày đăng 16/01/2023",
         "“hôm nay” (today), counted from the day of publication, 16 January 2023"),
        (year_basis("2026-09-17", basis("latest", date="tháng 8/2026")),
         "bài chỉ ghi 17/9; năm 2026 là máy đoán theo ‘tháng 8/2026’ trong bài",
         "the article states only 17 September; the year 2026 is inferred from “tháng 8/2026” in the article"),
        (basis("further", basis=basis("about", unit="Quận ủy A"), further=basis("only-place", place="tỉnh B")),
         "bài viết về Quận ủy A; bài chỉ nêu tỉnh B", "the article is about Quận ủy A; the article names only tỉnh B"),
        (basis("further", basis=basis("about", unit="Quận ủy A"), further="theo lời ông B"),
         "bài viết về Quận ủy A; theo lời ông B", "the article is about Quận ủy A; theo lời ông B"),
        ("do người biên tập ghi 2023-01-16", "do người biên tập ghi 2023-01-16", "do người biên tập ghi 2023-01-16"),
        (basis("headline", theme="{n} {theme}"), "nhan đề của bài: “{n} {theme}”", "the headline: “{n} {theme}”"),
    ],
)  # fmt: skip
def test_a_basis_in_both_languages(reason: Reason, vietnamese: str, english: str) -> None:
    assert written(reason) == vietnamese
    with speaking(EN):
        assert written(reason) == english


def test_an_inferred_year_is_a_sentence_of_its_own_and_other_values_are_named() -> None:
    by = basis("latest", date="tháng 8/2026")
    whole = "Bài chỉ ghi 17/9; năm 2026 là máy đoán theo ‘tháng 8/2026’ trong bài"
    inferred = (Inference("date", year_basis("2026-09-17", by)), Inference("place", "theo báo"))
    event = Event(evidence=(Span(0, 1),), rule="r", name=None, date=None, part_of_day=None, place=None, inferred=inferred)
    assert (guessed_years(event), inferences(event)) == ((whole,), ("nơi: theo báo",))


def test_a_reason_in_english() -> None:
    why = because("other-share", whom=subjects("chi-bo", 2022), percent=96.5, level=level("hoan-thanh-tot"), count=56, whole=1073, real=5.2)
    assert sentence(why) == "Chi bộ năm 2022: 96,5% “hoàn thành tốt nhiệm vụ”, nhưng theo số đếm là 56/1.073 = 5,2%"
    published = basis("today", date=day("2023-01-16"))
    told = because("inferred-value", field=Term("reason_fields", "date"), value=day("2022-01-15"), basis=published)
    status = because("quoted", words=Term("statuses", "past"))
    difference = because("difference", field=Term("fields", "count"), one=12, two=status)
    with speaking(EN):
        english = "Party cells in 2022: 96.5% “tasks completed well (hoàn thành tốt nhiệm vụ)”, but by the numbers it is 56/1,073 = 5.2%"
        assert sentence(why) == english
        assert sentence(told).startswith("The date “15 January 2022” is inferred: “hôm nay” (today)")
        assert sentence(because("differs", award=award_type("giay-khen"), differences=(difference, difference), other="A")).startswith(
            "Certificate of Commendation (Giấy khen): number 12 and “granted earlier”; number 12 and"
        )
        files: Part = either(["a", "b", "c"])
        assert sentence(because("correct", files=files)) == "If it is wrong, correct it in a or b or c"


def test_a_site_words_a_basis_by_itself() -> None:
    with speaking(SiteSettings(words=(("bases.code", "theo số hiệu {code}"),))):
        assert written(basis("code", code="CT/TW")) == "theo số hiệu CT/TW"


def test_a_statement_as_data() -> None:
    year = year_basis("2026-09-17", basis("latest", date="tháng 8/2026"))
    assert statement_to_data(year) == {"key": "year", "day": "--09-17", "year": "2026", "by": {"key": "latest", "date": "tháng 8/2026"}}
    assert statement_to_data(statement("reasons.x", of=(Term("kinds", "chi-bo"), basis("row")))) == {
        "key": "x", "of": ["chi-bo", {"key": "row"}],
    }  # fmt: skip
