"""Search metadata of a page: its kind, its date and the values for filters.

It is in the page as one hidden element with ``data-search`` (JSON), which the indexing step reads from the built page
(``publishing/search/pages.py``): so the search hangs on no plugin and no theme.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from generator.model.archive import Entry
from generator.model.facts import Aim, AwardStatus
from generator.rendering.escaping import cleaned
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.text.slugs import slug

ARTICLE = "bai"  #: the kind of an article's page; a value's page has its index's folder for a kind
_AWARDS = 3  #: how many awards a result shows


def article_facts(entry: Entry, provinces: Iterable[str] = ()) -> dict[str, Any]:
    """Return the search metadata of the page of ``entry``, whose units lie in ``provinces``: lists of [id, label] under the names that
    addresses of queries use."""
    table = labels()
    awards = [award for award in entry.facts.awards if award.type not in table.gifts]
    held = [award for award in awards if award.status not in (AwardStatus.PAST, AwardStatus.REVOKED) and award not in entry.withdrawn]
    lines = [wording.award(award) for award in held][:_AWARDS]
    levels = dict.fromkeys(rating.level for rating in entry.facts.ratings if rating.kind == Aim.RESULT)
    years = sorted(set(entry.facts.years)) or ([int(entry.date[:4])] if entry.date else [])
    return {
        "loai": ARTICLE,
        "ngay": entry.date,
        "don-vi": [[unit.id, unit.name] for unit in entry.units],
        "tinh": [[slug(name), name] for name in provinces],
        "nam": [[str(year), str(year)] for year in years],
        "hinh-thuc": [[fromkey, table.of("award_types", fromkey)] for fromkey in dict.fromkeys(award.type for award in awards)],
        "muc": [[level, table.of("levels", level)] for level in levels],
        "khen": [wording.joined((line.head, line.body, line.note and say("linked.note", note=line.note)), " ") for line in lines],
    }


def named_facts(kind: str, articles: int, note: str = "", also: Iterable[str] = (), *, by_name_only: bool = False) -> dict[str, Any]:
    """Return the search metadata of a page whose title is a name: ``note`` distinguishes it from its namesakes, ``also`` are its other
    names. A page that only repeats others is found ``by_name_only``."""
    facts: dict[str, Any] = {"loai": kind, "bai": articles, "ghi": note, "ten-khac": list(dict.fromkeys(also)), "chi-ten": by_name_only}
    return {key: value for key, value in facts.items() if value}


def search_mark(facts: Mapping[str, Any] | None) -> Markup:
    """Return the hidden element. None keeps the page out of the search."""
    said = "off" if facts is None else json.dumps(cleaned(facts), ensure_ascii=False, separators=(",", ":"))
    return Markup(f'<div data-search="{html.escape(said)}" hidden></div>')  # noqa: S704 (escaped)
