"""Rows of places under a shared noun, which receive as many times: ``cho các huyện A, B và C``, ``cho Công an các xã A, B``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group
from generator.model.span import Span
from generator.text.sentences import UPPER

_PLACE = rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,3}}"
_PLACES = re.compile(
    r"(?<=cho\s)(?:lực lượng )?(?P<head>(?:[Cc]ông an|[Qq]uân sự|[Đđ]ảng bộ|[Nn]hân dân|LĐLĐ|UBND|Hội(?: [\w-]+){1,3}) )?[Cc]ác "
    r"(?P<level>tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)"
    rf"(?P<places>:?\s{_PLACE}(?:,\s{{1,2}}{_PLACE}){{0,30}}(?:\s(?:và|&)\s{_PLACE})?)"
)


def rows_of_places(passage: Passage) -> Iterator[Group]:
    """Yield the rows of places behind ``cho``, each as a number of bodies; with their names if the row states whose they are."""
    for match in _PLACES.finditer(passage.views.text, passage.start, passage.stop) if passage.holds("các") else ():
        places = [place.strip(" :") for place in re.split(r",|\s(?:và|&)\s", match["places"])]
        if len(places) > 1:
            names = tuple(f"{match['head']}{match['level']} {place}" for place in places) if match["head"] else ()
            kind = "tap-the" if names else "don-vi"
            yield Group(match.start(), match.end(), kind, len(places), True, True, "đơn vị", names=names)


@rule(
    "recipients.place_row",
    examples=[
        Example("tặng cờ cho [[các huyện Ba Bể, Na Rì và Chợ Mới]].", 3),
        Example("tặng cờ cho [[Công an các xã Đông Sơn, Tây Sơn]].", 2),
    ],
    counterexamples=["tặng cờ cho huyện Ba Bể.", "các huyện Ba Bể, Na Rì họp"],
    source="architecture/grammar.md §7.4; read in articles",
)
def place_rows(passage: Passage) -> Iterator[Finding]:
    """Yield rows of places that receive; the value is their number."""
    for group in rows_of_places(passage):
        yield Finding(Span(group.start, group.end), group.count)
