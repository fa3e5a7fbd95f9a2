"""Schema of corrections for each kind of fact: its fields, their types, and the valid ids.

The fields and their meaning are those of :mod:`generator.model.facts`, less a unit's id, which follows from its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from generator.lexicon.load import lexicon
from generator.messages import message
from generator.model.facts import GIFTS, Aim, Approximation, AwardStatus, Decision, Role, UnitRole
from generator.resolution.yaml_values import (
    Field,
    Unfit,
    date,
    flag,
    many,
    may_be_null,
    member,
    moment,
    number,
    one_of,
    text,
    whole,
    year,
)

PARTS_OF_DAY = ("sáng", "trưa", "chiều", "tối")


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
        str(key.value): may_be_null(date if key.value == "date" else text)(value)
        for key, value in pairs
        if isinstance(key, yaml.ScalarNode)
    }
    if len(values) < len(pairs) or not (values.get("number") or values.get("date")) or not set(values) <= {"number", "date", "issuer"}:
        raise Unfit(node, message("values.decision"), message("values.fix.decision"))
    return Decision(**values)


@cache
def _ids(*names: str) -> tuple[str, ...]:
    return tuple(entry.id for name in names for entry in lexicon(name).entries)


_TEXT, _WHOLE, _YEAR, _SHARE, _NUMBER_OR_NONE = (Field(may_be_null(read)) for read in (text, whole, year, _percent, number))
_TEXTS, _YEARS = Field(many(text), empty=()), Field(many(year), empty=())
_AIM = Field(member(Aim), empty=Aim.RESULT)
_WHO = one_of(lambda: _ids("recipients"))
#: How sure the reading is: a person who looked at it may say so, and why not.
_CERTAINTY = {"sure": Field(flag, empty=True), "doubt": _TEXT}

#: The fields of each kind of fact.
FACT_FIELDS: Mapping[str, Mapping[str, Field]] = {
    "event": {
        "name": _TEXT,
        "date": Field(may_be_null(date)),
        "date_end": Field(may_be_null(date)),
        "part_of_day": Field(may_be_null(one_of(lambda: PARTS_OF_DAY))),
        "place": _TEXT,
    },
    "units": {"name": Field(text, required=True), "role": Field(member(UnitRole), empty=UnitRole.MENTIONED)},
    "awards": {
        "type": Field(one_of(lambda: (*_ids("award-types"), *sorted(GIFTS))), required=True),
        "rank": _WHOLE,
        "kind": Field(_WHO, required=True),
        "count": _WHOLE,
        "names": _TEXTS,
        "standard": _TEXT,
        "granted_by": _TEXT,
        "years": _YEARS,
        "period": Field(may_be_null(_period)),
        "consecutive_years": _WHOLE,
        "status": Field(member(AwardStatus), empty=AwardStatus.GRANTED),
        "approximate": Field(may_be_null(member(Approximation))),
        "decision": Field(may_be_null(_decision)),
        "posthumous": Field(flag, empty=False),
        **_CERTAINTY,
    },
    "ratings": {
        "subject": Field(_WHO, required=True),
        "level": Field(one_of(lambda: _ids("rating-levels")), required=True),
        "count": _WHOLE,
        "percent": _SHARE,
        "at_least": Field(flag, empty=False),
        "year": _YEAR,
        "kind": _AIM,
        **_CERTAINTY,
    },
    "people": {"name": Field(text, required=True), "roles": Field(many(_role), empty=()), **_CERTAINTY},
    "documents": {
        "kind": Field(one_of(lambda: _ids("document-kinds")), required=True),
        "number": _TEXT,
        "title": _TEXT,
        "issuer": _TEXT,
        "session": _TEXT,
        "date": Field(may_be_null(date)),
    },
    "figures": {
        "measure": Field(text, required=True),
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
    "title": Field(text, required=True),
    "published": Field(may_be_null(moment)),
    "byline": _TEXT,
    "years": Field(many(year), required=True),
}
