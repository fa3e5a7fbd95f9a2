"""The people of the event, with their positions.

A name counts as a person if it has an honorific, a rank or a degree (``đồng chí``, ``ông``), if a position is beside it, or if
the person is named as honoured. Positions are attached by the words between:

- ``NAME, ROLE, ROLE`` · ``NAME – ROLE`` · ``NAME (ROLE)`` · ``NAME là ROLE``: after the name;
- ``ROLE[, ROLE] NAME``: before it. A list that puts positions first continues so: in ``ROLE1 NAME1, ROLE2, ROLE3 NAME2`` ROLE2
  belongs to NAME2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.limits import MOST_FACTS, most_tried
from generator.extraction.names.persons.persons import shown
from generator.extraction.names.words import has_two_capitals, words_of
from generator.extraction.people.acceptance import groups_in
from generator.extraction.people.attachment import PersonGroup
from generator.model.facts import Inference, Person, Role
from generator.model.span import Span
from generator.model.statement import Statement
from generator.text.folding import canonical, folded

MOST_EVIDENCE = 12  # pieces of evidence kept for a person: enough to find the person, few enough to read

AFTER, BEFORE, ADDRESS, HONOURED, LIST, SPEAKER = (
    f"person.{kind}" for kind in ("role_after", "role_before", "address", "honoured", "list", "speaker")
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as named in a sentence. ``basis`` is the source of an inferred unit."""

    name: str
    roles: tuple[Role, ...]
    rule: str
    basis: Statement | None = field(default=None, compare=False)


def _mention(name: str, *roles: tuple[str, str | None], by: str) -> PersonMention:
    return PersonMention(name, tuple(Role(title, unit) for title, unit in roles), by)


@rule(
    "person.mention",
    examples=[
        Example(
            "Đồng chí [[Lý Văn Tài, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện]] phát biểu",
            _mention("Lý Văn Tài", ("Phó Bí thư", "Huyện ủy"), ("Chủ tịch", "UBND huyện"), by=AFTER),
        ),
        Example("Dự lễ có [[Thứ trưởng Bộ Y tế Tạ Văn Hòa]].", _mention("Tạ Văn Hòa", ("Thứ trưởng", "Bộ Y tế"), by=BEFORE)),
        Example("Theo ông [[Bùi Văn Khải]], kết quả khá", _mention("Bùi Văn Khải", by=ADDRESS)),
        Example("Huy chương vàng thuộc về [[Ngô Thị Hải Yến]]", _mention("Ngô Thị Hải Yến", by=HONOURED)),
    ],
    counterexamples=[
        "học sinh Trường THPT Nguyễn Trãi",
        "Bí thư Huyện ủy Mai Sơn phát biểu",
        "Ảnh: Trần Văn Ba",
        "học tập tấm gương Chủ tịch Hồ Chí Minh",
    ],
    source="lexicons roles and honorifics; architecture/facts.md people",
)
def mentions(passage: Passage) -> Iterator[Finding]:
    """Yield the persons of a sentence; the span covers the name with the positions beside it."""
    words = words_of(passage.views, passage.start, passage.stop)
    for group in groups_in(words):
        if group.accepted is not None:
            mention = PersonMention(shown(words, group.name), group.roles(), group.accepted, group.basis)
            yield Finding(group.span(words), mention)


def people(text: ArticleText) -> tuple[Person, ...]:
    """Return the people of the event, in the order of their first mention; each person once, with all positions named."""
    found: dict[str, _Known] = {}
    toneless: dict[str, str] = {}
    longer: dict[str, list[str]] = {}  # the names found with more than two words
    bare: list[tuple[str, Span]] = []
    tried = 0
    for sentence in text.sentences:
        if len(found) > MOST_FACTS["people"] or tried > most_tried("people"):
            break
        if not has_two_capitals(text.views, sentence.start, sentence.end):
            continue
        words = words_of(text.views, sentence.start, sentence.end)
        groups = groups_in(words)
        tried += len(groups)
        for group in groups:
            span = group.span(words)
            name = shown(words, group.name)
            if group.accepted is None:
                if not group.name.after_admin and not (group.name.address is not None and group.name.address.dead):
                    bare.append((canonical(name), span))
                continue
            key = canonical(name)
            if key not in found and group.accepted == ADDRESS and not group.lists:
                key = toneless.get(_without_tones(key), key)  # Cẩm for Cầm: a misprint of a name with a position
                key = _whole(key, longer)
            if key not in found and key.count(" ") > 1:
                longer.setdefault(" ".join(key.split(" ")[-2:]), []).append(key)
            known = found.setdefault(key, _Known(name, group.accepted))
            known.add(group, span)
            if known.roles:
                toneless.setdefault(_without_tones(key), key)
    for key, span in bare:
        if key in found:
            found[key].spans.append(span)
    return tuple(known.person() for known in sorted(found.values(), key=lambda known_person: min(known_person.spans)))


def _whole(key: str, longer: Mapping[str, Sequence[str]]) -> str:
    """Return the only full name that ends in a short name: chị Kim Tuyết is Nguyễn Thị Kim Tuyết, named before.

    ``longer`` has the names by their last two words.
    """
    whole = longer.get(key, ())
    return whole[0] if len(whole) == 1 else key


_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def _without_tones(name: str) -> str:
    """Return the name without its five tone marks; â, ê, ơ … are kept."""
    return _TONES.sub("", unicodedata.normalize("NFD", name))


@dataclass(slots=True)
class _Known:
    """A person while the article is being read."""

    name: str
    rule: str
    spans: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    basis: Statement | None = None

    def add(self, group: PersonGroup, span: Span) -> None:
        self.spans.append(span)
        if not self.roles and group.accepted is not None and group.roles():
            self.rule = group.accepted
        for role in group.roles():
            self._add_role(role)
        self.basis = self.basis or group.basis

    def _add_role(self, role: Role) -> None:
        """Add a position, or make a known position with the same title more exact."""
        for at, known in enumerate(self.roles):
            if _plain(known.title) != _plain(role.title):
                continue
            old, new = _plain(known.unit), _plain(role.unit)
            if new in old:
                self.roles[at] = replace(known, written=known.written or role.written)
                return
            if old in new:
                self.roles[at] = replace(role, written=known.written or role.written)
                return
        self.roles.append(role)

    def person(self) -> Person:
        evidence = tuple(sorted(dict.fromkeys(self.spans))[:MOST_EVIDENCE])
        inferred = (Inference("roles", self.basis),) if self.basis else ()
        return Person(name=self.name, roles=tuple(self.roles), evidence=evidence, rule=self.rule, inferred=inferred)


@lru_cache(maxsize=4096)
def _plain(words: str | None) -> str:
    """Return the common form of two spellings of a position."""
    plain = folded(words or "")
    for short, full in (("t.u ", "trung uong "), ("tw ", "trung uong "), ("tu dang", "trung uong dang"), ("bch ", "ban chap hanh ")):
        plain = plain.replace(short, full)
    return plain.replace("-", "").replace("ban chap hanh trung uong", "trung uong")
