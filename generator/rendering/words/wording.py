"""Facts in words: what a reader is reported of each, plain text without markup. One function a kind of fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.model.facts import (
    Aim,
    Award,
    AwardStatus,
    Decision,
    Document,
    Event,
    Fact,
    FactKind,
    Figure,
    Person,
    Rating,
    Role,
    UnitMention,
    is_sure,
)
from generator.model.packing import packed
from generator.model.unit import Unit
from generator.rendering.words.labels import document_kind, labels
from generator.rendering.words.speaking import say, words
from generator.rendering.words.wordbook import Wordbook

_OTHERS = "khac"  #: the kind of recipients that no kind of the lexicon names: the count is of the awards then
_PRIZES = {"giai-thuong"}
_NO_YEAR = re.compile(r"--(\d\d)-(\d\d)")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d:\d\d))?.*", re.DOTALL)


@packed
@dataclass(frozen=True, slots=True)
class Words:
    """A fact in words. ``head`` is its name, ``body`` what goes on in the same line, ``details`` lines below,
    ``note`` a word of caution (a target, only proposed)."""

    head: str
    body: str = ""
    details: tuple[str, ...] = ()
    note: str = ""


def number(value: float) -> str:
    """As the language writes it: 5.645 and 98,45 in Vietnamese, 5,645 and 98.45 in English."""
    return words().number(value)


def date(iso: str) -> str:
    """``2023-02-10`` as 10/02/2023, ``2023-03`` as 03/2023, ``2023`` as it is (English: 10 February 2023, March 2023); a time
    follows after a comma. ``--09-17`` is a day without its year: 17/9 (17 September)."""
    return _date(words(), iso)


@lru_cache(maxsize=4096)  # an archive has few days, on many pages each
def _date(_: Wordbook, iso: str) -> str:
    if without_year := _NO_YEAR.fullmatch(iso):
        month, day = without_year.groups()
        return say("dates.without_year", day=day.lstrip("0"), month=say(f"months.{month}").lstrip("0"))
    match = _DATE.fullmatch(iso)
    if not match:
        return iso
    year, month, day, time = match.groups()
    written = year
    if month is not None:
        if not labels().has("months", month):
            return iso
        parts = {"year": year, "month": say(f"months.{month}")}
        digits = int(say("dates.digits"))
        written = say("dates.day", day=f"{int(day):0{digits}}", **parts) if day else say("dates.month", **parts)
    return say("dates.with_time", date=written, time=time) if time else written


def days(first: str, last: str | None) -> str:
    """Return a span of days: ``05–07/08/2023`` within a month (English: 5–7 August 2023), else both days in full; without ``last`` the
    first."""
    if last is None or last <= first:
        return date(first)
    if len(first) == len(last) == len("2023-08-05") and first[:7] == last[:7]:
        digits = int(say("dates.digits"))
        between = "–".join(f"{int(day[8:]):0{digits}}" for day in (first, last))
        return say("dates.day", day=between, year=first[:4], month=say(f"months.{first[5:7]}"))
    return say("dates.span", first=date(first), last=date(last))


def capital(words: str) -> str:
    """``words`` with its first letter large, the others as they are."""
    return words[:1].upper() + words[1:]


def joined(parts: Iterable[str | None], by: str = ", ") -> str:
    """Return the parts that there are."""
    return by.join(part for part in parts if part)


def years(of: Iterable[int]) -> str:
    """``năm 2022`` or ``các năm 2021, 2022``."""
    all_years = [str(year) for year in sorted(set(of))]
    if not all_years:
        return ""
    return say("years.in", year=all_years[0]) if len(all_years) == 1 else say("years.in_several", years=", ".join(all_years))


def year_name(year: int | None) -> str:
    """``Năm 2022``, as a heading; None is the year that is not known."""
    return say("years.of", year=str(year)) if year else say("years.unknown")


def award_name(award: Award) -> str:
    """Return the form of the award with its rank: ``Huân chương Lao động hạng Nhì``, ``Huy hiệu 50 năm tuổi Đảng``."""
    name = labels().of("award_types", award.type)
    if award.rank is None:
        return name
    if award.type == "huy-hieu-dang":
        return say("award.badge", years=str(award.rank))
    rank = str(award.rank)
    if award.type in _PRIZES:
        return say(f"prizes.{rank}") if labels().has("prizes", rank) else say("award.prize", rank=rank)
    return say("award.ranked", award=name, rank=say(f"ranks.{rank}") if labels().has("ranks", rank) else rank)


def recipients(award: Award) -> str:
    """Return the recipients: ``15 đảng viên``, or the named recipient, or the kind if no number is stated."""
    if award.count == 1 and len(award.names) == 1:
        return award.names[0]
    kind = labels().of("kinds", award.kind, award.count)
    if award.count is None:
        return kind if award.names else say("award.uncounted", kind=kind)
    how = f"award.approximately.{award.approximate}" if award.approximate else "award.counted"
    return say(how, n=award.count, kind=kind)


def standard(fact: Award) -> str:
    """Return the reason and the years of an award: ``“Hoàn thành xuất sắc nhiệm vụ” năm 2021``."""
    period = f"{fact.period[0]}–{fact.period[1]}" if fact.period else None
    if fact.consecutive_years and period:
        time = say("award.in_a_row_of", n=fact.consecutive_years, period=period)
    else:
        in_a_row = say("award.in_a_row", n=fact.consecutive_years) if fact.consecutive_years else None
        time = joined((in_a_row, period and say("award.period", period=period), years(fact.years)))
    return joined((fact.standard and say("award.standard", standard=capital(fact.standard)), time), " ")


def decision(of: Decision) -> str:
    """``Quyết định số 12/QĐ-UBND ngày 05/03/2024 của Chủ tịch UBND tỉnh``, as far as it is known."""
    parts = (
        say("award.decision_named"),
        of.number and say("award.decision_number", number=of.number),
        of.date and say("document.dated", date=date(of.date)),
        of.issuer and say("award.decision_issuer", issuer=of.issuer),
    )
    return joined(parts, " ")


def by_decision(fact: Award) -> str:
    """Return the decision that grants an award; empty if none is stated."""
    return say("award.decision", decision=decision(fact.decision)) if fact.decision else ""


def award(fact: Award, *, granter: bool = True, withdrawn: bool = False) -> Words:
    """Return an award: form, recipients, standard, period, decision and, unless excluded, granter. ``withdrawn``: by a later decision."""
    named = fact.names if recipients(fact) not in fact.names else ()
    details = (
        standard(fact),
        "; ".join(named),
        say("award.granter", granter=fact.granted_by) if granter and fact.granted_by else "",
        by_decision(fact),
    )
    status = None if fact.status == AwardStatus.GRANTED else labels().of("statuses", fact.status)
    gone = labels().of("statuses", AwardStatus.REVOKED) if withdrawn and fact.status != AwardStatus.REVOKED else None
    note = joined((status, gone, say("award.posthumous") if fact.posthumous else None, unsure(fact)))
    if fact.kind == _OTHERS and fact.count is not None and not fact.names and not fact.approximate:
        form = award_name(fact)
        counted = capital(say("award.prizes_counted", n=fact.count, award=form[:1].lower() + form[1:]))
        return Words(counted, "", tuple(filter(None, details)), note)
    return Words(award_name(fact), say("award.to", recipients=recipients(fact)), tuple(filter(None, details)), note)


def rating(fact: Rating) -> Words:
    """Return a level of the yearly appraisal: who, which level, how many or which share."""
    subject, level = labels().of("kinds", fact.subject, fact.count), labels().of("levels", fact.level)
    share = f"{number(fact.percent)}%" if fact.percent is not None else None
    if fact.count is None:
        head = say("rating.share", share=share, subject=subject) if share else subject
    elif share:
        head = say("rating.counted_share", n=fact.count, subject=subject, share=share)
    else:
        head = say("rating.counted", n=fact.count, subject=subject)
    aim = labels().of("aims", fact.kind) if fact.kind == Aim.TARGET else ""
    body = say("rating.at_least", level=level) if fact.at_least else level
    return Words(capital(head), body, (say("years.of", year=str(fact.year)),) if fact.year else (), joined((aim, unsure(fact))))


def figure(fact: Figure) -> Words:
    """Return a counted result or target."""
    value = number(fact.value) if fact.value is not None else None
    if value and fact.of is not None:
        value = f"{value}/{number(fact.of)}"
    share = f"{number(fact.percent)}%" if fact.percent is not None else None
    amount = say("figure.share", value=value, share=share) if value and share else value or share or ""
    details = joined((fact.unit, say("years.in", year=str(fact.year)) if fact.year else None))
    aim = labels().of("aims", fact.kind) if fact.kind == Aim.TARGET else ""
    return Words(amount or capital(fact.measure), fact.measure if amount else "", (capital(details),) if details else (), aim)


def role(role: Role) -> str:
    """``Trưởng Phòng Tổng hợp, Văn phòng Thành ủy``."""
    return joined((role.title, role.unit))


def person(fact: Person) -> Words:
    """Return a person with the positions that the article gives."""
    return Words(fact.name, "", tuple(capital(role(held)) for held in fact.roles), unsure(fact) or "")


def document(fact: Document) -> Words:
    """Return a document cited."""
    head = joined((document_kind(fact.kind), fact.number), " ")
    dated = fact.date and say("document.dated", date=date(fact.date))
    details = (fact.title and f"“{fact.title}”", joined((fact.session, fact.issuer, dated)))
    return Words(head, "", tuple(capital(detail) for detail in details if detail))


def unit(fact: UnitMention) -> Words:
    """Return an organisation and its part in the event."""
    return Words(fact.name, "", (capital(labels().of("roles", fact.role)),))


def validity(of: Unit) -> str | None:
    """Return the years in which a unit exists, as far as the authority file reports them."""
    since, until = (date(day) if day else None for day in (of.valid_from, of.valid_until))
    if since and until:
        return say("unit.since_until", since=since, until=until)
    return say("unit.since", since=since) if since else say("unit.until", until=until) if until else None


def event(fact: Event) -> Words:
    """Return the ceremony: name, then when and where."""
    part = fact.part_of_day and labels().of("parts_of_day", fact.part_of_day)
    day = fact.date and days(fact.date, fact.date_end)
    when = capital(say("event.when", part=part, date=day) if part and day else part or day or "")
    place = fact.place and say("event.place", place=fact.place)
    if fact.name is None:
        return Words(when or capital(fact.place or "") or say("event.unnamed"), "", (place,) if when and place else ())
    return Words(capital(fact.name), "", tuple(filter(None, (when, place))))


def unsure(fact: Fact) -> str | None:
    """Return the note of a fact whose reading is doubtful; None for one that is sure."""
    return None if is_sure(fact) else say("doubt.note")


_FACT_WORDS: dict[FactKind, Callable[[Any], Words]] = {
    FactKind.EVENT: event,
    FactKind.AWARDS: award,
    FactKind.RATINGS: rating,
    FactKind.FIGURES: figure,
    FactKind.PEOPLE: person,
    FactKind.UNITS: unit,
    FactKind.DOCUMENTS: document,
}


def fact_words(kind: FactKind, fact: Fact) -> Words:
    """Return a fact of ``kind`` in words."""
    return _FACT_WORDS[kind](fact)
