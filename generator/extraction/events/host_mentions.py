"""Hosts that hold no event in the sentence: the body that opens the headline, is visited by a delegation, celebrates a jubilee.

Sources: architecture/facts.md, units; articles of the genre.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extraction.engine import Finding, Passage, remembered
from generator.extraction.events.host_words import (
    ABOUT,
    ACTS_FOR,
    AMONG_GRANTERS,
    ANNOUNCES,
    AT,
    BARE,
    BELONGS,
    BRACKETS,
    BRANCH,
    COMMON,
    DAY_BEFORE,
    FROM_WHOM,
    GIVES,
    GRANTED_BY,
    GRANTS,
    GROWS,
    GUESTS,
    HEAD_OF,
    HOLDING,
    ITS_WORK,
    JUBILEE,
    MEDIUM,
    OF_PERSON,
    OFFICE,
    ON_BEHALF,
    OPENS_WITH,
    PART_OF,
    PARTY,
    PERSON_GRANTED,
    PLACE,
    SITS,
    SOURCE_BEFORE,
    SPOKEN_TO,
    TO_WHOM,
    VENUE,
    VISIT,
    WITHDRAWN,
)
from generator.extraction.events.subjects import belongs_to
from generator.extraction.names.bodies.organisations import organisations
from generator.model.span import Span

_BETWEEN_PARTS = (", ", " - ")  # on the canonical view: every dash is plain


@remembered
def named_units(passage: Passage) -> Iterator[Finding]:
    """Yield organisations, and the bare names that occur only in a row of partners (``Huyện ủy, HĐND, UBND huyện``).

    A part and its whole (``Phòng Tham mưu, Công an tỉnh``) are a single finding.
    """
    views = passage.views
    found = [named for named in organisations(passage) if COMMON.match(str(named.value).lower()) is None or _sits(passage, named)]
    found += [
        Finding(Span(*match.span()), match.group(), "host.holder")
        for match in (BARE.finditer(views.text, passage.start, passage.stop) if passage.holds("ubnd", "hđnd", "mttq", "nhân dân") else ())
        if not any(named.span.overlaps(Span(*match.span())) for named in found)
    ]
    found.sort(key=lambda named: named.span)
    last: Finding | None = None
    for finding in found:
        if last is not None:
            whole = Span(last.span.start, finding.span.end)
            between = views.canonical[last.span.end : finding.span.start]
            place = PLACE.match(finding.span.of(views.canonical)) is not None
            part = between in _BETWEEN_PARTS and PART_OF.fullmatch(whole.of(views.canonical)) and not _holds_there(passage, last, finding)
            if part or (place and BRACKETS.fullmatch(between)):
                last = Finding(whole, " ".join(whole.of(views.text).split()), "host.holder")
                continue
            if place and between == ", " and belongs_to(str(last.value), str(finding.value)):
                continue  # Huyện ủy Anh Sơn, tỉnh Nghệ An
        if last is not None:
            yield last
        last = finding
    if last is not None:
        yield last


def _holds_there(passage: Passage, place: Finding, finding: Finding) -> bool:
    """Return whether the first name is only where the second holds something: ``tại Trung tâm Văn hóa huyện, UBND huyện đã tổ chức``."""
    view = passage.views.canonical
    at = VENUE.search(view, max(passage.start, place.span.start - 12), place.span.start) is not None
    return at and HOLDING.match(view, finding.span.end, passage.stop) is not None


def _sits(passage: Passage, finding: Finding) -> bool:
    """Return whether the National Assembly or the Government itself meets: ``Ngày 31/5, Quốc hội thảo luận …``."""
    view, span = passage.views.canonical, finding.span
    return SITS.match(view, span.start, passage.stop) is not None and DAY_BEFORE.search(view, passage.start, span.start) is not None


def opening(passage: Passage) -> list[Finding]:
    """Return the organisation with which a sentence opens, possibly behind a place and a colon."""
    for finding in named_units(passage):
        before = passage.views.canonical[passage.start : finding.span.start]
        if not before.strip(' "“(') or OPENS_WITH.fullmatch(before):
            return [Finding(finding.span, finding.value, "host.opening")]
        break
    return []


def visits(passage: Passage) -> list[Finding]:
    """Return the visitor and the visited body, which are both hosts: ``Đoàn công tác của A … kiểm tra B``."""
    match = VISIT.search(passage.views.canonical, passage.start, passage.stop)
    if match is None:
        return []
    named = list(named_units(passage))
    who = [finding for finding in named if finding.span.start == match.end("of")]
    whom = [finding for finding in named if finding.span.start == match.end()]
    return [Finding(finding.span, finding.value, "host.visit") for finding in [*who, *whom]] if who and whom else []


def sources(passage: Passage) -> list[Finding]:
    """Return the bodies that are the source of the news: ``Tin từ A``, ``A cho biết``."""
    view = passage.views.canonical
    return [
        Finding(finding.span, finding.value, "host.source")
        for finding in named_units(passage)
        if (
            MEDIUM.match(view, finding.span.start) is None
            and SOURCE_BEFORE.search(view[max(passage.start, finding.span.start - 30) : finding.span.start])
        )
        or ANNOUNCES.match(view[finding.span.end : min(passage.stop, finding.span.end + 80)])
    ]


def branches(passage: Passage) -> list[Finding]:
    """Return a branch (``Ngành Giáo dục …``), which is host if there is no organisation."""
    match = BRANCH.search(passage.views.canonical, passage.start, passage.stop)
    if match is None or not passage.views.text[match.start("name")].isupper():
        return []
    words = " ".join(passage.views.text[match.start() : match.end()].split())
    return [Finding(Span(*match.span()), words, "host.branch")]


def acting_heads(passage: Passage) -> list[Finding]:
    """Return the bodies whose head acts for them: ``Bí thư Huyện đoàn A vừa trao giấy khen``."""
    view = passage.views.canonical
    return [
        Finding(finding.span, finding.value, "host.acting_head")
        for finding in named_units(passage)
        if HEAD_OF.search(view, max(passage.start, finding.span.start - 40), finding.span.start)
        and AMONG_GRANTERS.search(view, max(passage.start, finding.span.start - 150), finding.span.start) is None
        and ACTS_FOR.match(view, finding.span.end, min(passage.stop, finding.span.end + 120))
    ]


def on_behalf(passage: Passage) -> list[Finding]:
    """Return the bodies on whose behalf a person gives: ``Đại tá Ba thay mặt lãnh đạo Công an tỉnh đã trao thưởng``."""
    if not passage.holds("thay mặt", "đại diện cho", "ủy quyền"):
        return []
    view = passage.views.canonical
    return [
        Finding(finding.span, finding.value, "host.on_behalf")
        for finding in named_units(passage)
        if ON_BEHALF.search(view, max(passage.start, finding.span.start - 50), finding.span.start)
        and GIVES.match(view, finding.span.end, min(passage.stop, finding.span.end + 100))
    ]


def honouring(passage: Passage) -> list[Finding]:
    """Return the bodies that honour a person: ``Ông Ba được A tặng giấy khen``."""
    view = passage.views.canonical
    return [
        Finding(finding.span, finding.value, "host.honouring")
        for finding in named_units(passage)
        if COMMON.match(str(finding.value).lower()) is None
        and PERSON_GRANTED.search(view, max(passage.start, finding.span.start - 150), finding.span.start)
        and GRANTS.match(view, finding.span.end, passage.stop)
    ]


def withdrawn(passage: Passage) -> list[Finding]:
    """Return the body from which an honour is withdrawn: ``Thu hồi danh hiệu … của A``."""
    if not passage.holds("thu hồi", "hủy", "tước", "rút"):
        return []
    view = passage.views.canonical
    found = [
        Finding(finding.span, finding.value, "host.withdrawn")
        for finding in named_units(passage)
        if FROM_WHOM.search(view, max(passage.start, finding.span.start - 12), finding.span.start)
        and WITHDRAWN.search(view, max(passage.start, finding.span.start - 150), finding.span.start)
    ]
    return found[-1:]


def office_holders(passage: Passage) -> list[Finding]:
    """Return the institution that grants, which is host if there is no other body: ``Chủ tịch nước vừa phong tặng …``."""
    match = OFFICE.search(passage.views.canonical, passage.start, passage.stop)
    if match is None or not passage.views.text[match.start()].isupper():
        return []
    words = " ".join(passage.views.text[match.start() : match.end()].split())
    return [Finding(Span(*match.span()), words, "host.office")]


def anywhere(passage: Passage) -> list[Finding]:
    """Return the organisations that are not a place, a person's office or a granter."""
    view = passage.views.canonical
    if GUESTS.match(view, passage.start, passage.stop):
        return []
    return [
        Finding(finding.span, finding.value, "host.named")
        for finding in named_units(passage)
        if PLACE.match(view, finding.span.start) is None
        and BELONGS.search(view[max(passage.start, finding.span.start - 20) : finding.span.start]) is None
        and SPOKEN_TO.search(view, max(passage.start, finding.span.start - 50), finding.span.start) is None
        and not _only_houses(passage, finding)
        and TO_WHOM.search(view, max(passage.start, finding.span.start - 24), finding.span.start) is None
        and not _only_grants(passage, finding)
        and OF_PERSON.search(view, max(passage.start, finding.span.start - 80), finding.span.start) is None
        and not _is_quoted(view, passage.start, finding.span)
    ]


def _only_houses(passage: Passage, finding: Finding) -> bool:
    """Return whether an organisation is only the place of an event or somebody's workplace."""
    view, start = passage.views.canonical, finding.span.start
    if AT.search(view, max(passage.start, start - 16), start) is None or PARTY.match(view, start):
        return False
    return ITS_WORK.search(view, max(passage.start, start - 60), start) is None


def _is_quoted(view: str, start: int, span: Span) -> bool:
    """Return whether an odd number of quotation marks precedes a name, which then is part of another name."""
    return view.count('"', start, span.start) % 2 == 1


def _only_grants(passage: Passage, finding: Finding) -> bool:
    """Return whether an organisation only grants (``được A và B trao tặng``) or sends a guest."""
    view, start = passage.views.canonical, finding.span.start
    before = view[max(passage.start, start - 90) : start]
    return before.endswith("đại diện ") or (
        GRANTED_BY.search(before) is not None and GRANTS.match(view, finding.span.end, passage.stop) is not None
    )


def jubilees(passage: Passage) -> list[Finding]:
    """Return the bodies whose jubilee is celebrated: ``Kỷ niệm 20 năm thành lập A``."""
    view = passage.views.canonical
    return [
        Finding(finding.span, finding.value, "host.jubilee")
        for finding in organisations(passage)
        if JUBILEE.search(view[max(passage.start, finding.span.start - 70) : finding.span.start])
    ]


def described(passage: Passage) -> list[Finding]:
    """Return the bodies that an article without an event is about: ``Chất lượng giáo dục của A ngày càng được nâng cao``."""
    view = passage.views.canonical
    return [
        Finding(finding.span, finding.value, "host.told_of")
        for finding in named_units(passage)
        if PLACE.match(view, finding.span.start) is None
        and ABOUT.search(view, max(passage.start, finding.span.start - 8), finding.span.start)
        and GROWS.match(view, finding.span.end, passage.stop)
    ]
