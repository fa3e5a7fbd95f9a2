"""Every basis of inference that the rules give is one of the sentences that other languages know."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.gathering import gather
from generator.lexicon.load import lexicon
from generator.model.archive import Archive
from generator.model.sentence import Term
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.words.speaking import speaking
from generator.rendering.words.translation import basis, known, reason
from generator.rendering.words.wordbook import wordbook
from generator.resolution.review.sentences import REASONS, award, either, level, said, subjects
from tests.conftest import ROOT

EN = SiteSettings(language="en")


def _bases(archive: Archive) -> Iterator[str]:
    for entry in archive.entries:
        facts = entry.facts
        for fact in (
            *filter(None, [facts.event]),
            *facts.units,
            *facts.awards,
            *facts.ratings,
            *facts.people,
            *facts.documents,
            *facts.figures,
        ):
            yield from (one.basis for one in fact.inferred)
    for unit in archive.units.values():
        yield from (one.basis for one in unit.inferred)


def test_what_the_seeds_infer_is_known() -> None:
    gathered = gather(ArchiveFolder(ROOT))
    by_hand = {one.basis for unit in gathered.authority.units.values() for one in unit.inferred}
    found = {part for one in _bases(gathered.assembled()[0]) for part in one.split("; ")} - by_hand
    assert len(found) > 4
    assert [one for one in sorted(found) if known(one) is None] == []


def test_each_sentence_stands_in_the_code_that_says_it() -> None:
    """Its words, without what is put in, are those of a string in a module below rendering."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for part in ("extraction", "resolution")
        for path in sorted((ROOT / "generator" / part).rglob("*.py"))
    )
    code = re.sub(r"\{'hôm nay' if [^}]*\}", "hôm nay", code) + code.replace("hôm nay", "hôm qua")
    code = re.sub(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", "{}", code)
    book = wordbook()
    patterns = [book.pattern(f"bases.{one}") for one in book.ids("bases")]
    assert [one for one in patterns if re.sub(r"\{[a-z_]+\}", "{}", one).replace("hôm qua", "hôm nay") not in code] == []


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        ("năm theo ngày đăng 2023-01-16", "the year by the day of publication, 2023-01-16"),
        ("năm theo ngày kỷ niệm 3/2/1930", "the year by the anniversary of 1930-02-03"),
        ("năm theo kỳ tổng kết 2022", "the year by the yearly review of 2022"),
        ("năm theo năm học 2021-2022", "the year by “năm học 2021-2022”"),
        ("nhan đề của bài: “tổng kết; khen thưởng”", "the headline: “tổng kết; khen thưởng”"),
        ("bài viết về Quận ủy A; bài chỉ nêu tỉnh B", "the article is about Quận ủy A; the article names only tỉnh B"),
        ("bài viết về Quận ủy A; theo lời ông B", "the article is about Quận ủy A; theo lời ông B"),
        ("do người biên tập ghi", "do người biên tập ghi"),
    ],
)
def test_a_basis_in_english(sentence: str, english: str) -> None:
    assert basis(sentence) == sentence
    with speaking(EN):
        assert basis(sentence) == english


def test_reasons_and_levels_are_said_as_below_rendering() -> None:
    book = wordbook()
    assert {one: book.pattern(f"reasons.{one}") for one in book.ids("reasons")} == REASONS
    assert {entry.id: entry.label for entry in lexicon("granter-levels").entries} == {
        one: book.pattern(f"granter_levels.{one}") for one in book.ids("granter_levels")
    }


def test_a_reason_in_english() -> None:
    why = said("other-share", whom=subjects("chi-bo", 2022), percent=96.5, level=level("hoan-thanh-tot"), count=56, whole=1073, real=5.2)
    assert str(why) == "chi bộ năm 2022: 96,5% “hoàn thành tốt nhiệm vụ”, nhưng theo số đếm là 56/1.073 = 5,2%"
    assert reason(why) is why
    basis = Term("bases", "", "năm theo ngày đăng 2023-01-16")
    inferred = said("inferred-value", field=Term("reason_fields", "date", "Ngày"), value="2022-01-15", basis=basis)
    one = said("difference", field=Term("fields", "count", "số lượng"), one=12, two=said("quoted", words=Term("statuses", "past", "đã có")))
    with speaking(EN):
        told = "Party cells in 2022: 96.5% “tasks completed well (hoàn thành tốt nhiệm vụ)”, but by the numbers it is 56/1,073 = 5.2%"
        assert reason(why) == told
        assert reason(inferred) == "The date “2022-01-15” is inferred: the year by the day of publication, 2023-01-16"
        assert reason(said("differs", award=award("giay-khen"), differences=(one, one), other="A")).startswith(
            "Certificate of Commendation (Giấy khen): number 12 and “granted earlier”; number 12 and"
        )
        assert reason(said("correct", files=either(["a", "b", "c"]))) == "If it is wrong, correct it in a or b or c"
        assert reason("do người viết") == "do người viết"


def test_a_site_says_a_basis_in_its_own_words() -> None:
    with speaking(SiteSettings(words=(("bases.code", "theo số hiệu {code}"),))):
        assert basis("số hiệu (CT/TW)") == "theo số hiệu CT/TW"
