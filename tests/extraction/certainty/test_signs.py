"""Which signs a reading shows: plain sentences beside such as are easily misread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extraction.certainty import award_signs, person_signs, rating_signs
from generator.extraction.certainty.judging import UNPROVEN, judged, signs_of
from generator.extraction.certainty.probability import model, written
from generator.extraction.clauses import ArticleText
from generator.extraction.extract import extract, unweighed
from generator.model.article import Source
from generator.model.facts import Award, AwardStatus, Facts, Person, Rating
from generator.model.span import Span
from generator.model.statement import statement
from generator.reading.text import article_from_text
from generator.rendering.words.wordbook import wordbook

SIGNS = {"awards": award_signs.SIGNS, "ratings": rating_signs.SIGNS, "people": person_signs.SIGNS}
HEAD = "Tổng kết năm 2021 của Đảng bộ phường Hoa Mai\n\nSáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết năm 2021.\n\n"
PLAIN = "Đảng ủy phường Hoa Mai tặng Giấy khen cho 12 đảng viên hoàn thành xuất sắc nhiệm vụ."


def text_of(sentence: str) -> ArticleText:
    return ArticleText(replace(article_from_text(HEAD + sentence, Source("a.txt", "0" * 64, "text")), published="2022-01-16"))


def award(text: ArticleText, quote: str, **values: object) -> frozenset[str]:
    """Return the signs of an award that rests on ``quote``."""
    start = text.article.text.index(quote)
    given: dict[str, object] = {
        "type": "giay-khen", "rank": None, "kind": "dang-vien", "count": 12, "names": (), "standard": None,
        "granted_by": "Đảng ủy phường Hoa Mai", "years": (), "period": None, "consecutive_years": None, "status": "granted",
        "rule": "award.active",
    } | values  # fmt: skip
    fact = Award(evidence=(Span(start, start + len(quote)),), **given)  # type: ignore[arg-type]
    return next(signs for _, _, signs in signs_of(text, Facts(awards=(fact,))))


def test_the_weights_name_the_signs_that_there_are_and_each_has_a_reason() -> None:
    for kind, signs in SIGNS.items():
        assert list(written()[kind]["weights"]) == list(signs)
        assert len(set(signs)) == len(signs)
        assert all(weight <= 0 for weight in written()[kind]["weights"].values())
    assert {sign for signs in SIGNS.values() for sign in signs} | {UNPROVEN} == set(wordbook().ids("doubts"))


def test_a_plain_award_shows_little_and_is_sure() -> None:
    text = text_of(PLAIN)
    found = unweighed(text.article)
    assert [signs for kind, _, signs in signs_of(*found) if kind == "awards"] == [frozenset({"told-once"})]
    assert [award.sure for award in extract(text.article).awards] == [True]


@pytest.mark.parametrize(
    ("sign", "sentence", "quote", "values"),
    [
        ("no-number", "Đảng ủy tặng Giấy khen cho các đảng viên tiêu biểu.", "Giấy khen cho các đảng viên", {"count": None}),
        ("open-recipient", "Hội thi trao 3 Giấy khen.", "3 Giấy khen", {"kind": "khac", "count": 3}),
        ("loose-form", "Đảng ủy biểu dương 12 đảng viên.", "biểu dương 12 đảng viên", {"type": "bieu-duong"}),
        ("no-granter", PLAIN, "Giấy khen cho 12 đảng viên", {"granted_by": None}),
        ("unread-names", "Giấy khen trao cho 12 đảng viên do Đỗ Hải Nam giới thiệu.", "Giấy khen trao cho 12 đảng viên do Đỗ Hải Nam", {}),
        ("broken-list", "Giấy khen cho Đoàn phường 3, CLB Sông Mây.", "Giấy khen cho Đoàn phường 3, CLB Sông Mây",
         {"names": ("Đoàn phường 3",), "count": 1, "kind": "tap-the"}),
        ("turns", "Giấy khen cho 12 lượt đảng viên.", "Giấy khen cho 12 lượt đảng viên", {}),
        ("rival-forms", "Tặng Giấy khen cho 12 đảng viên, Bằng khen cho 3 chi bộ.", "Giấy khen cho 12 đảng viên", {}),
        ("rival-groups", "Giấy khen cho 12 đảng viên trong số 90 đảng viên của 5 chi bộ.", "Giấy khen cho 12 đảng viên", {}),
        ("goes-on", "Giấy khen cho 12 đảng viên, 4 chi bộ.", "Giấy khen cho 12 đảng viên", {}),
        ("pronoun", "Anh được tặng Giấy khen.", "được tặng Giấy khen", {"kind": "tap-the", "count": 1}),
        ("no-form", "Trong đó có 12 đảng viên.", "12 đảng viên", {}),
        ("far", "Giấy khen năm nay, sau một thời gian dài các đơn vị bình xét rất kỹ, được trao cho 12 đảng viên.",
         "Giấy khen năm nay, sau một thời gian dài các đơn vị bình xét rất kỹ, được trao cho 12 đảng viên", {}),
        ("not-granted", PLAIN, "Giấy khen cho 12 đảng viên", {"status": "proposed"}),
        ("revoked", PLAIN, "Giấy khen cho 12 đảng viên", {"status": "revoked"}),
        ("names-differ", PLAIN, "Giấy khen cho 12 đảng viên", {"names": ("Lý Văn Tài", "Bùi Thị Lụa")}),
        ("no-verb", PLAIN, "Giấy khen cho 12 đảng viên", {"rule": "award.nominal"}),
        ("passive", PLAIN, "Giấy khen cho 12 đảng viên", {"rule": "award.passive"}),
        ("no-event", PLAIN, "Giấy khen cho 12 đảng viên", {}),
        ("other-year", "Năm 2012 Đảng ủy tặng Giấy khen cho 12 đảng viên.", "Giấy khen cho 12 đảng viên", {}),
        ("open-time", "Hằng năm Giấy khen được trao cho 12 đảng viên.", "Hằng năm Giấy khen được trao cho 12 đảng viên", {}),
        ("cut-short", PLAIN, "Giấy khen cho 12 đảng viên", {"standard": "Người tốt;"}),
        ("cut-short", PLAIN, "Giấy khen cho 12 đảng viên", {"standard": "“Người tốt"}),
        ("aside", PLAIN, "Tổng kết năm 2021", {}),
        ("long-sentence", "Giấy khen cho 12 đảng viên" + " và nhiều việc khác nữa" * 20 + ".", "Giấy khen cho 12 đảng viên", {}),
    ],
)  # fmt: skip
def test_a_sign_is_shown_where_it_is_and_not_by_the_plain_award(sign: str, sentence: str, quote: str, values: dict[str, object]) -> None:
    assert sign in award(text_of(sentence), quote, **values)
    (plain,) = (signs for kind, _, signs in signs_of(*unweighed(text_of(PLAIN).article)) if kind == "awards")
    assert sign not in plain


def test_signs_of_ratings() -> None:
    text = text_of("Có 90% chi bộ hoàn thành tốt nhiệm vụ và 20% hoàn thành xuất sắc nhiệm vụ.")
    start = text.article.text.index("90%")

    def rating(**values: object) -> Rating:
        given: dict[str, object] = {
            "subject": "chi-bo", "level": "hoan-thanh-tot", "count": None, "percent": 90.0, "at_least": False, "year": None,
            "kind": "result",
        } | values  # fmt: skip
        return Rating(evidence=(Span(start, start + 40),), rule="rating.test", **given)  # type: ignore[arg-type]

    one, other, third = rating(), rating(percent=20.0), rating(subject="dang-vien", kind="target", at_least=True, percent=None, year=2021)
    found = [signs for _, _, signs in signs_of(text, Facts(ratings=(one, other, third)))]
    assert {"beyond-all", "no-year", "rival-levels"} <= found[0] & found[1]
    assert {"target", "at-least", "no-number", "no-subject"} <= found[2]
    assert not {"beyond-all", "no-year"} & found[2]
    assert "loose-subject" in next(signs for _, _, signs in signs_of(text, Facts(ratings=(rating(subject="tap-the"),))))
    # Without an event, only what also lacks its year or its subject shows it.
    whole, subjectless = rating(year=2021), rating(year=2021, subject="dang-vien")
    found = [signs for _, _, signs in signs_of(text, Facts(ratings=(one, whole, subjectless)))]
    assert [("no-event" in signs) for signs in found] == [True, False, True]


def test_signs_of_people() -> None:
    text = text_of("Tại trụ sở Bộ Công Thương, đồng chí Lý Văn Tài phát biểu.")

    def person(name: str, rule: str) -> frozenset[str]:
        start = text.article.text.index(name)
        fact = Person(evidence=(Span(start, start + len(name)),), rule=rule, name=name, roles=())
        return next(signs for _, _, signs in signs_of(text, Facts(people=(fact,))))

    assert {"within-name", "short-name", "no-role"} <= person("Công Thương", "person.role_after")
    assert not {"within-name", "short-name", "by-honour"} & person("Lý Văn Tài", "person.address")
    assert "by-honour" in person("Lý Văn Tài", "person.honoured")


@pytest.mark.parametrize("kind", SIGNS)
def test_each_sign_only_lowers_the_probability(kind: str) -> None:
    one, signs = model(kind), SIGNS[kind]
    falling = [one.probability(signs[:n]) for n in range(len(signs) + 1)]
    assert falling == sorted(falling, reverse=True)
    assert 0 <= falling[-1] <= falling[0] < 1
    assert one.is_sure(())


def test_the_doubt_is_the_sign_that_weighs_most() -> None:
    text = text_of("Giấy khen cho các chi bộ. Anh được tặng Giấy khen.")
    known = model("awards")
    fact = Award(
        evidence=(Span(text.article.text.index("Giấy khen cho"), text.article.text.index(" Anh")),), rule="award.nominal",
        type="giay-khen", rank=None,
        kind="khac", count=None, names=(), standard=None, granted_by=None, years=(), period=None,
        consecutive_years=None, status=AwardStatus.GRANTED,
    )  # fmt: skip
    facts = Facts(awards=(fact,))
    ((_, _, signs),) = signs_of(text, facts)
    (weighed,) = judged(text, facts).awards
    assert not known.is_sure(signs)
    assert not weighed.sure
    heaviest = min(signs, key=lambda sign: known.weights[sign])
    assert weighed.doubt == statement(f"doubts.{heaviest}")


def test_gifts_are_not_weighed() -> None:
    text = text_of("Lãnh đạo tặng hoa chúc mừng.")
    gift = Award(
        evidence=(Span(0, 4),), rule="r", type="tang-hoa", rank=None, kind="khac", count=None, names=(), standard=None, granted_by=None,
        years=(), period=None, consecutive_years=None, status=AwardStatus.GRANTED,
    )  # fmt: skip
    assert list(signs_of(text, Facts(awards=(gift,)))) == []
    assert judged(text, Facts(awards=(gift,))).awards == (gift,)
