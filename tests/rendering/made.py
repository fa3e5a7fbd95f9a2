"""Articles and facts made by hand, for the tests of what comes after extraction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.model.article import Article, Block, BlockKind, Source
from generator.model.facts import Aim, Award, Document, Event, Facts, Figure, Inference, Person, Rating, Role, UnitMention, UnitRole
from generator.model.span import Span
from generator.model.statement import basis, day, year_basis

TITLE, PARAGRAPH, ITEM, CAPTION = BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION
BYLINE, STAMP, FURNITURE, REPEAT = BlockKind.BYLINE, BlockKind.STAMP, BlockKind.FURNITURE, BlockKind.REPEAT


def article(*blocks: tuple[BlockKind, str], path: str = "seeds/bai-mau.txt", title: str | None = None) -> Article:
    """Return an article of these blocks, with an empty line between them."""
    text, placed = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        placed.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    of = {block.kind: block.span for block in reversed(placed)}
    headline = of.get(TITLE)
    first = placed[0].span if placed else Span(0, 0)
    return Article(
        source=Source(path, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "text"),
        text=text,
        blocks=tuple(placed),
        title=title or (headline or first).of(text) or "Không đề",
        title_span=headline or first,
        title_is_headline=headline is not None,
        published="2022-01-16T07:30" if STAMP in of else None,
        published_span=of.get(STAMP),
        byline=of[BYLINE].of(text) if BYLINE in of else None,
        byline_span=of.get(BYLINE),
    )


def words(of: Article, *quotes: str) -> tuple[Span, ...]:
    """Return the first place of each quote in the text."""
    return tuple(Span(of.text.index(quote), of.text.index(quote) + len(quote)) for quote in quotes)


def award(evidence: Sequence[Span], **values: object) -> Award:
    """Return a giấy khen for 12 đảng viên, unless ``values`` say otherwise."""
    given: dict[str, object] = {
        "type": "giay-khen", "rank": None, "kind": "dang-vien", "count": 12, "names": (), "standard": "Hoàn thành xuất sắc nhiệm vụ",
        "granted_by": "Đảng ủy phường Hoa Mai", "years": (2021,), "period": None, "consecutive_years": None, "status": "granted",
        "rule": "award.test",
    } | values  # fmt: skip
    return Award(evidence=tuple(evidence), **given)  # type: ignore[arg-type]


def host(name: str, evidence: Sequence[Span] = (Span(0, 1),), identifier: str = "x") -> UnitMention:
    """Return an organisation that the article is about."""
    return UnitMention(evidence=tuple(evidence), rule="unit.test", id=identifier, name=name, role=UnitRole.HOST)


FULL = article(
    (STAMP, "Ngày đăng 16/01/2022 | 07:30 | Lượt xem: 9"),
    (TITLE, "Đảng ủy phường Hoa Mai tổng kết năm 2021"),
    (REPEAT, "Đảng ủy phường Hoa Mai tổng kết năm 2021"),
    (PARAGRAPH, "Sáng 15/1, Đảng ủy phường Hoa Mai mở hội nghị tổng kết tại hội trường phường. Bà Lê Thị Lụa, Bí thư Đảng ủy, chủ trì."),
    (PARAGRAPH, "Dịp này, Đảng ủy phường tặng giấy khen cho 3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021:"),
    (ITEM, "Chi bộ Khu phố 1"),
    (ITEM, "Chi bộ Khu phố 2"),
    (PARAGRAPH, "Có 30/28 chi bộ đạt kế hoạch; 20% chi bộ hoàn thành xuất sắc. Đề nghị cấp trên khen 1 đảng viên theo Hướng dẫn 03-HD/TU."),
    (CAPTION, "Bà Lê Thị Lụa trao giấy khen cho 12 đảng viên"),
    (BYLINE, "Thu Sương"),
    (FURNITURE, "Bài viết liên quan"),
)

FULL_FACTS = Facts(
    event=Event(
        evidence=words(FULL, "Sáng 15/1, Đảng ủy phường Hoa Mai mở hội nghị tổng kết tại hội trường phường"), rule="event.test",
        inferred=(Inference("date", year_basis("2022-01-15", basis("published", date=day("2022-01-16")))),),
        name="hội nghị tổng kết", date="2022-01-15", part_of_day="sáng", place="hội trường phường",
    ),
    units=(
        host("Đảng ủy phường Hoa Mai", words(FULL, "Đảng ủy phường Hoa Mai"), "dang-uy-phuong-hoa-mai"),
        UnitMention(evidence=words(FULL, "Chi bộ Khu phố 1"), rule="unit.test", id="chi-bo-khu-pho-1", name="Chi bộ Khu phố 1",
                    role=UnitRole.RECIPIENT),
    ),
    years=(2021,),
    awards=(
        award(words(FULL, "3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021:\n\nChi bộ Khu phố 1\n\nChi bộ Khu phố 2"),
              kind="chi-bo", count=3, names=("Chi bộ Khu phố 1", "Chi bộ Khu phố 2")),
        award((*words(FULL, "12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021"),
               Span(FULL.text.rindex("trao giấy khen cho 12 đảng viên"), FULL.text.rindex("12 đảng viên") + len("12 đảng viên")))),
        award(words(FULL, "Đề nghị cấp trên khen 1 đảng viên"), type="khen-thuong", count=1, status="proposed", granted_by=None),
    ),
    ratings=(
        Rating(evidence=words(FULL, "20% chi bộ hoàn thành xuất sắc"), rule="rating.test", subject="chi-bo", level="hoan-thanh-xuat-sac",
               count=None, percent=20, at_least=False, year=2021, kind=Aim.RESULT),
    ),
    people=(Person(evidence=words(FULL, "Lê Thị Lụa"), rule="person.test", name="Lê Thị Lụa",
                   roles=(Role("Bí thư", "Đảng ủy phường Hoa Mai"),)),),
    documents=(Document(evidence=words(FULL, "Hướng dẫn 03-HD/TU"), rule="document.test", kind="huong-dan", number="03-HD/TU",
                        title=None, issuer="Thành ủy", session=None, date=None),),
    figures=(Figure(evidence=words(FULL, "30/28 chi bộ đạt kế hoạch"), rule="figure.test", measure="chi bộ đạt kế hoạch", value=30, of=28,
                    percent=107.14, unit=None, year=2021, kind=Aim.RESULT),),
)  # fmt: skip
