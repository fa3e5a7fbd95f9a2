"""Schema of corrections for each kind of fact: its fields, their types, and the valid ids.

The fields and their meaning are those of :mod:`generator.model.facts`, less a unit's id, which follows from its name.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import yaml

from generator.lexicon.load import lexicon
from generator.messages import Listed, Message, message
from generator.model.facts import GIFTS, Aim, Approximation, AwardStatus, Decision, Role, UnitRole
from generator.text.normalization import archived

PARTS_OF_DAY = ("sáng", "trưa", "chiều", "tối")

_TAG = "tag:yaml.org,2002:"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")


E = TypeVar("E", bound=StrEnum)


class Unfit(Exception):  # noqa: N818 (reported to the user as an error of its file)
    """A value of another type than its field's, at ``node``."""

    def __init__(self, node: yaml.Node, reason: Message, fix: Message) -> None:
        super().__init__(reason)
        self.node, self.message, self.fix = node, reason, fix


@dataclass(frozen=True, slots=True)
class Field:
    """``read`` gives the value of a node or raises :class:`Unfit`. ``needed``: an addition must say it; else it is ``empty``."""

    read: Callable[[yaml.Node], Any]
    needed: bool = False
    empty: Any = None


def text(node: yaml.Node) -> str:
    """Words, as written, white space as one space each; a number or a date is taken as words too."""
    words = " ".join(archived(node.value).split()) if isinstance(node, yaml.ScalarNode) and not _is_null(node) else ""
    if not words:
        raise Unfit(node, message("values.words"), message("values.fix.words"))
    return words


def whole(node: yaml.Node) -> int:
    """Return a whole number, 0 or more."""
    if not (isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}int" and re.fullmatch(r"\d{1,15}", node.value)):
        raise Unfit(node, message("values.whole"), message("values.fix.whole"))
    return int(node.value)


def number(node: yaml.Node) -> float | int:
    """Return a number, 0 or more."""
    if not (isinstance(node, yaml.ScalarNode) and node.tag in {f"{_TAG}int", f"{_TAG}float"} and _NUMBER.fullmatch(node.value)):
        raise Unfit(node, message("values.number"), message("values.fix.number"))
    return float(node.value) if "." in node.value else int(node.value)


def year(node: yaml.Node) -> int:
    """Return a year of four digits."""
    value = whole(node)
    if not 1900 <= value <= 2199:
        raise Unfit(node, message("values.year", value=value), message("values.fix.year"))
    return value


def day(node: yaml.Node) -> str:
    """Return a date, ISO 8601, shortened where less is known."""
    value = text(node)
    if (match := _DAY.fullmatch(value)) and _is_date(*(int(part) if part else 1 for part in match.groups())):
        return value
    raise Unfit(node, message("values.date", value=value), message("values.fix.date"))


def full_day(node: yaml.Node) -> str:
    """Return a date with its month and day."""
    if len(value := day(node)) == 10:
        return value
    raise Unfit(node, message("values.full_date", value=value), message("values.fix.full_date"))


def moment(node: yaml.Node) -> str:
    """Return a date as :func:`day`, or with its time."""
    value = text(node)
    match = _MOMENT.fullmatch(value)
    if match and _is_date(*map(int, match[1].split("-"))):
        return value
    try:
        return day(node)
    except Unfit as error:
        raise Unfit(node, error.message, message("values.fix.moment")) from error


def flag(node: yaml.Node) -> bool:
    """Yes or no, written true or false."""
    if isinstance(node, yaml.ScalarNode) and node.value in {"true", "false"} and node.tag == f"{_TAG}bool":
        return bool(node.value == "true")
    raise Unfit(node, message("values.flag"), message("values.fix.flag"))


def may_be_null(read: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], Any]:
    """``read``, or None for null."""
    return lambda node: None if _is_null(node) else read(node)


def many(read: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], tuple[Any, ...]]:
    """Return a list of what ``read`` gives."""

    def items(node: yaml.Node) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise Unfit(node, message("values.list"), message("values.fix.list"))
        return tuple(read(one) for one in node.value)

    return items


def _one_of(ids: Callable[[], Iterable[str]]) -> Callable[[yaml.Node], str]:
    def known(node: yaml.Node) -> str:
        value, all_ids = text(node), list(ids())
        if value in all_ids:
            return value
        near = difflib.get_close_matches(value, all_ids, 3, 0.5) if len(all_ids) > 6 else all_ids
        fix = message("values.fix.one_of", known=Listed(tuple(near))) if near else message("values.fix.lexicon_id")
        raise Unfit(node, message("values.unknown", value=repr(value)), fix)

    return known


def _member(kind: type[E]) -> Callable[[yaml.Node], E]:
    """Return the reader of a member of a closed set."""
    known = _one_of(lambda: tuple(kind))
    return lambda node: kind(known(node))


def _percent(node: yaml.Node) -> float | int:
    value = number(node)
    if value > 100:
        raise Unfit(node, message("values.share", value=value), message("values.fix.share"))
    return value


def _period(node: yaml.Node) -> tuple[int, int]:
    years = many(year)(node)
    if len(years) != 2 or years[0] > years[1]:
        raise Unfit(node, message("values.period"), message("values.fix.period"))
    return (years[0], years[1])


def _role(node: yaml.Node) -> Role:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    values: dict[str, Any] = {str(key.value): may_be_null(text)(value) for key, value in pairs}
    if len(values) < len(pairs) or not values.get("title") or not set(values) <= {"title", "unit", "written"}:
        raise Unfit(node, message("values.role"), message("values.fix.role"))
    return Role(**values)


def _decision(node: yaml.Node) -> Decision:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    values: dict[str, Any] = {
        str(key.value): may_be_null(day if key.value == "date" else text)(value) for key, value in pairs if isinstance(key, yaml.ScalarNode)
    }
    if len(values) < len(pairs) or not (values.get("number") or values.get("date")) or not set(values) <= {"number", "date", "issuer"}:
        raise Unfit(node, message("values.decision"), message("values.fix.decision"))
    return Decision(**values)


def _is_null(node: yaml.Node) -> bool:
    return bool(node.tag == f"{_TAG}null")


def _is_date(year_: int, month: int, day_: int) -> bool:
    try:
        dt.date(year_, month, day_)
    except ValueError:
        return False
    return 1800 <= year_ <= 2199


@cache
def _ids(*names: str) -> tuple[str, ...]:
    return tuple(entry.id for name in names for entry in lexicon(name).entries)


_TEXT, _WHOLE, _YEAR, _SHARE, _NUMBER_OR_NONE = (Field(may_be_null(read)) for read in (text, whole, year, _percent, number))
_TEXTS, _YEARS = Field(many(text), empty=()), Field(many(year), empty=())
_AIM = Field(_member(Aim), empty=Aim.RESULT)
_WHO = _one_of(lambda: _ids("recipients"))
#: How sure the reading is: a person who looked at it may say so, and why not.
_CERTAINTY = {"sure": Field(flag, empty=True), "doubt": _TEXT}

#: The fields of each kind of fact.
FACT_FIELDS: Mapping[str, Mapping[str, Field]] = {
    "event": {
        "name": _TEXT,
        "date": Field(may_be_null(day)),
        "date_end": Field(may_be_null(day)),
        "part_of_day": Field(may_be_null(_one_of(lambda: PARTS_OF_DAY))),
        "place": _TEXT,
    },
    "units": {"name": Field(text, needed=True), "role": Field(_member(UnitRole), empty=UnitRole.MENTIONED)},
    "awards": {
        "type": Field(_one_of(lambda: (*_ids("award-types"), *sorted(GIFTS))), needed=True),
        "rank": _WHOLE,
        "kind": Field(_WHO, needed=True),
        "count": _WHOLE,
        "names": _TEXTS,
        "standard": _TEXT,
        "granted_by": _TEXT,
        "years": _YEARS,
        "period": Field(may_be_null(_period)),
        "consecutive_years": _WHOLE,
        "status": Field(_member(AwardStatus), empty=AwardStatus.GRANTED),
        "approximate": Field(may_be_null(_member(Approximation))),
        "decision": Field(may_be_null(_decision)),
        "posthumous": Field(flag, empty=False),
        **_CERTAINTY,
    },
    "ratings": {
        "subject": Field(_WHO, needed=True),
        "level": Field(_one_of(lambda: _ids("rating-levels")), needed=True),
        "count": _WHOLE,
        "percent": _SHARE,
        "at_least": Field(flag, empty=False),
        "year": _YEAR,
        "kind": _AIM,
        **_CERTAINTY,
    },
    "people": {"name": Field(text, needed=True), "roles": Field(many(_role), empty=()), **_CERTAINTY},
    "documents": {
        "kind": Field(_one_of(lambda: _ids("document-kinds")), needed=True),
        "number": _TEXT,
        "title": _TEXT,
        "issuer": _TEXT,
        "session": _TEXT,
        "date": Field(may_be_null(day)),
    },
    "figures": {
        "measure": Field(text, needed=True),
        "value": _NUMBER_OR_NONE,
        "of": _NUMBER_OR_NONE,
        "percent": _NUMBER_OR_NONE,
        "unit": _TEXT,
        "year": _YEAR,
        "kind": _AIM,
    },
}
#: The fields of an article that can be corrected.
ARTICLE_VALUES: Mapping[str, Field] = {
    "title": Field(text, needed=True),
    "published": Field(may_be_null(moment)),
    "byline": _TEXT,
    "years": Field(many(year), needed=True),
}
