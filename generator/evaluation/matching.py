"""Decides whether a fact found is the fact in the gold standard, and pairs the two lists.

There is a rule for each kind of fact. The default match requires what an archive must never get wrong; the strict match also
the finer attributes. Gold and facts are plain data, as described in ``architecture/facts.md``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.lexicon.recipient_kinds import COLLECTIVES, PARTY, PERSONS
from generator.model.facts import GIFTS

Data = Mapping[str, Any]

#: Kinds that are scored separately.
_BY_THEMSELVES = ("cap-uy", "dang-vien")
#: Recipients and subjects that the default match treats as the same kind: the family, and its kinds besides its own name.
FAMILIES: dict[str, frozenset[str]] = {
    family: kinds - {family, *_BY_THEMSELVES}
    for family, kinds in (("to-chuc-dang", PARTY), ("tap-the", COLLECTIVES - PARTY), ("ca-nhan", PERSONS))
}
_FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
#: ``đơn vị`` and ``tập thể`` often name party organisations.
_COLLECTIVES = {"to-chuc-dang", "tap-the"}

NAMES_ALIKE, TITLES_ALIKE, ISSUERS_ALIKE = 0.8, 0.9, 0.6  # least similarity, 0 to 1, if neither contains the other
_NOT_COMPARED = re.compile(r"[^0-9a-z%/]+")


def comparable(value: Any) -> str:
    """Return the common form of two spellings of a name: lower case, no diacritics, đ as d, one space between words; "" for None."""
    letters = unicodedata.normalize("NFD", str(value or "")).lower().replace("đ", "d")
    return _NOT_COMPARED.sub(" ", "".join(char for char in letters if not unicodedata.combining(char))).strip()


def alike(gold: Any, found: Any, least: float = NAMES_ALIKE) -> bool:
    """Return whether one name contains the other, or their similarity (difflib's ratio) is at least ``least``."""
    a, b = comparable(gold), comparable(found)
    if not a or not b:
        return a == b
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= least


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), 4)


def _same_numbers(gold: Data, found: Data, *keys: str) -> bool:
    return all(_number(gold.get(key)) == _number(found.get(key)) for key in keys)


def _same_family(gold: str | None, found: str | None) -> bool:
    a, b = (_FAMILY.get(kind, kind) if kind is not None else None for kind in (gold, found))
    return a == b or {a, b} <= _COLLECTIVES


def _award(gold: Data, found: Data, strict: bool) -> bool:
    kinds = {gold.get("kind"), found.get("kind")}
    one_member = kinds == {"dang-vien", "ca-nhan"} and (gold.get("count") == 1 or gold["type"] == "huy-hieu-dang")
    same = (
        gold["type"] == found.get("type")
        and _same_numbers(gold, found, "count")
        and (one_member or _same_family(gold.get("kind"), found.get("kind")))
        and gold.get("status", "granted") == found.get("status", "granted")
    )
    if not (same and strict):
        return same
    return (
        all(gold.get(key) == found.get(key) for key in ("kind", "rank", "consecutive_years"))
        and list(gold.get("period") or ()) == list(found.get("period") or ())
        and alike(gold.get("standard"), found.get("standard"))
        and (not gold.get("granted_by") or alike(gold["granted_by"], found.get("granted_by")))
        and ("approximate" not in gold or gold["approximate"] == found.get("approximate"))
        and ("decision" not in gold or _same_decision(gold["decision"], found.get("decision")))
        and ("posthumous" not in gold or bool(gold["posthumous"]) == bool(found.get("posthumous")))
    )


def _same_decision(gold: Any, found: Any) -> bool:
    """Return whether both name no decision, or the same one; fields missing in the gold are not compared. A bare value is a number."""
    if gold is None or found is None:
        return gold is None and found is None
    wanted: Data = gold if isinstance(gold, Mapping) else {"number": gold}
    return (
        (not wanted.get("number") or _same_number_of_document(wanted["number"], found.get("number")))
        and (not wanted.get("date") or _date(wanted["date"], found.get("date"), True))
        and (not wanted.get("issuer") or alike(wanted["issuer"], found.get("issuer")))
    )


def _same_number_of_document(gold: Any, found: Any) -> bool:
    return comparable(gold).replace(" ", "") == comparable(found).replace(" ", "")


def _rating(gold: Data, found: Data, strict: bool) -> bool:
    same = (
        gold["level"] == found.get("level")
        and gold["kind"] == found.get("kind")
        and _same_family(gold["subject"], found.get("subject"))
        and _same_numbers(gold, found, "count", "percent")
    )
    return same and (not strict or (gold["subject"] == found.get("subject") and gold.get("year") == found.get("year")))


def _person(gold: Data, found: Data, strict: bool) -> bool:
    if comparable(gold["name"]) != comparable(found.get("name")):
        return False
    titles = [(role.get(form), role) for role in found.get("roles") or () for form in ("title", "written")]  # ĐBQH, Đại biểu Quốc hội
    roles = " ; ".join(f"{title} {role.get('unit') or ''}" for title, role in titles if title)
    return not strict or comparable(gold.get("role")) in comparable(roles)


def _document(gold: Data, found: Data, strict: bool) -> bool:
    if gold["kind"] != found.get("kind"):
        return False
    if gold.get("number"):
        same = _same_number_of_document(gold["number"], found.get("number"))
    else:
        same = not found.get("number") and alike(gold.get("issuer"), found.get("issuer") or found.get("title"), ISSUERS_ALIKE)
    if not (same and strict):
        return same
    dated = not gold.get("date") or str(gold["date"]) == str(found.get("date"))
    return dated and (not gold.get("issuer") or alike(gold["issuer"], found.get("issuer")))


def _figure(gold: Data, found: Data, strict: bool) -> bool:
    return _same_numbers(gold, found, "value", "of", "percent") and (not strict or gold.get("kind") == found.get("kind"))


def _host(gold: str, found: str, strict: bool) -> bool:
    return comparable(gold) == comparable(found) if strict else alike(gold, found)


def _date(gold: Any, found: Any, _strict: bool) -> bool:
    return str(found or "").startswith(str(gold))  # shortened if the gold gives less


def _day_of_event(gold: Data, found: Data, strict: bool) -> bool:
    """Return whether the event's days are the same; strictly also the last day, if the gold gives one or states that there is none."""
    last = gold.get("date_end")
    ends = "date_end" not in gold or (_date(last, found.get("date_end"), strict) if last else not found.get("date_end"))
    return _date(gold["date"], found.get("date"), strict) and (ends or not strict)


def _title(gold: str, found: str, _strict: bool) -> bool:
    return alike(gold, found, TITLES_ALIKE)


def _year(gold: int, found: int, _strict: bool) -> bool:
    return gold == found


def _single(key: str) -> Callable[[Data], list[Any]]:
    return lambda data: [data[key]] if data.get(key) else []


def _all(key: str) -> Callable[[Data], list[Any]]:
    return lambda data: list(data.get(key) or ())


def _event_date(data: Data) -> list[Any]:
    event = data.get("event") or {}
    return [{key: event[key] for key in ("date", "date_end") if key in event}] if event.get("date") else []


def _awards(data: Data) -> list[Any]:
    return [award for award in _all("awards")(data) if award.get("type") not in GIFTS]


def _hosts(data: Data) -> list[Any]:
    return [unit["name"] for unit in _all("units")(data) if unit.get("role") == "host"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its values in gold and record, and when two are the same (gold, found, strict).

    ``unblamed``: if the gold of an article has none of it (no headline, for example), findings are not counted as errors.
    """

    name: str
    of_gold: Callable[[Data], list[Any]]
    of_record: Callable[[Data], list[Any]]
    same: Callable[[Any, Any, bool], bool]
    unblamed: bool = False


#: The kinds in the order of the table.
KINDS = (
    Kind("title", _single("title"), _single("title"), _title, unblamed=True),
    Kind("published", _single("published"), _single("published"), _date, unblamed=True),
    Kind("event date", _event_date, _event_date, _day_of_event),
    Kind("hosts", _all("hosts"), _hosts, _host, unblamed=True),
    Kind("years", _all("years"), _all("years"), _year, unblamed=True),
    Kind("awards", _awards, _awards, _award),
    Kind("ratings", _all("ratings"), _all("ratings"), _rating),
    Kind("people", _all("people"), _all("people"), _person),
    Kind("documents", _all("documents"), _all("documents"), _document),
    Kind("figures", _all("figures"), _all("figures"), _figure),
)


def largest_matching(gold: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], bool]) -> dict[int, int]:
    """Return a largest set of pairs (index in ``gold`` to index in ``found``) without repeated members, by augmenting paths.

    So the order of the facts never decides how many are right. A fact of the gold that has a partner keeps one.
    """
    partners = [[index for index, fact in enumerate(found) if same(fact_wanted, fact)] for fact_wanted in gold]
    holder: dict[int, int] = {}

    def place(wanted: int, tried: set[int]) -> bool:
        for fact in partners[wanted]:
            if fact not in tried:
                tried.add(fact)
                if fact not in holder or place(holder[fact], tried):
                    holder[fact] = wanted
                    return True
        return False

    for wanted in range(len(gold)):
        place(wanted, set())
    return {wanted: fact for fact, wanted in holder.items()}
