"""Attaches positions to names in a sentence, by the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.extraction.names.persons.foreign import Name
from generator.extraction.names.persons.persons import names_in
from generator.extraction.names.words import SentenceWords
from generator.extraction.people.brackets import add_bracketed_unit, joint, may_join
from generator.extraction.people.callings import with_callings
from generator.extraction.people.leads import leads, opens_clause
from generator.extraction.people.role_units import is_open_ended, organisation_after
from generator.extraction.people.roles import Position, Title, positions_in, titles_in, words_of_titles
from generator.model.facts import Role
from generator.model.span import Span
from generator.model.statement import Statement, basis

LONGEST_GAP = 14  # words between a name and its position; the longest link below has ten

_ASIDE = re.compile(
    r"^\( [^()]{0,60} \) ?"
    r"|^, (?:\d{1,3} tuổi|sn \d{4}|sinh năm \d{4}|sinh ngày [\d/ .-]{4,14}|dân tộc [^\W\d_]{1,10}|quê [^,]{2,30}"
    r"|(?:kiều bào|việt kiều)(?: [^,]{2,25})?|(?:bên )?(?:trái|phải)) ?"
)
_IS = r"(?:(?:hiện nay|hiện|hiện đang|nay|đang|vừa|nguyên) )?(?:là|giữ chức vụ|giữ chức|giữ cương vị|đảm nhiệm chức vụ|đảm nhiệm)"
_ELECTED = (
    r"(?:đã |vừa )?(?:được )?(?:[^,]{2,30} )?(?:điều động(?: ,| và)? )?"
    r"(?:bầu|bầu lại|tái cử|bổ nhiệm|bổ nhiệm lại|chỉ định|phân công|tín nhiệm bầu) (?:làm|giữ chức vụ|giữ chức|chức vụ|chức)"
)
_NAME_ROLE = re.compile(
    rf"^(?:,|-|, - |:|\((?: [^()]{{0,40}} ,)?|,? ?{_IS}|,? ?{_ELECTED}|làm|(?:,|-|,? ?là) (?:một|vị)|, kiêm|kiêm|, với cương vị)$"
)
_ROLE_ROLE = re.compile(r"^(?:,|-|và|kiêm|, kiêm|và là|, và|,? ?(?:đồng thời|hiện nay|hiện|nay) là|, hiện|, là|)$")
_TOGETHER = re.compile(r"^(?:, )?(?:và|cùng|cùng với)$")
SEPARATOR = re.compile(r"^(?:,|;|và|, và|cùng|, cùng|cùng với|; và|-)$")
_ON_BEHALF = re.compile(r"(?:thừa|ủy quyền|ủy nhiệm|thừa lệnh|thay mặt|đề nghị|quyết định|theo)(?: [^\W\d_]+){0,2}$")
_HEADS_OF_STATE = frozenset({"tong-bi-thu", "chu-tich-nuoc", "thu-tuong", "chu-tich-quoc-hoi"})
_PLURAL = frozenset({"các", "những", "hai", "ba", "bốn", "năm", "2", "3", "4", "5", "6"})
_PROVINCES = frozenset({"tỉnh", "tp", "phố", "khối"})


@dataclass(slots=True)
class PersonGroup:
    """A name with the positions attached to it. ``accepted`` is the rule that makes it a person, or None."""

    name: Name
    before: list[Position] = field(default_factory=list)
    after: list[Position] = field(default_factory=list)
    shared: list[Position] = field(default_factory=list)
    accepted: str | None = None
    basis: Statement | None = None
    lists: bool = False
    honoured: bool = False

    def roles(self) -> tuple[Role, ...]:
        rank = self.name.address.rank if self.name.address is not None else None
        calling = self.name.address.calling if self.name.address is not None else None
        ranks = [Role(word) for word in (rank, calling) if word]
        return tuple(ranks + [position.role for position in (*self.before, *self.shared, *self.after)])

    def span(self, words: SentenceWords) -> Span:
        """Return the span from the first position or the name to the end of the last."""
        start = words.starts[self.name.first]
        if self.before:
            start = words.starts[min(position.first for position in self.before)]
        elif self.name.address is not None and self.name.address.rank is not None:
            start = words.starts[self.name.start]
        return Span(start, max([words.ends[self.name.after - 1], *(position.end for position in self.after)]))


def attached_groups(words: SentenceWords) -> list[PersonGroup]:
    """Return the names of a sentence with their positions, in reading order; none is accepted yet."""
    if not names_in(words):
        return []
    titles = titles_in(words)
    names = [name for name in names_in(words, words_of_titles(titles)) if not _is_place(words, name)]
    if not names:
        return []
    titles = with_callings(words, titles, names)
    groups = _attached(words, _without_companies(words, names, titles), titles)
    for group in groups:
        add_bracketed_unit(words, group.name, group.before)
        add_bracketed_unit(words, None, group.after)
    _share(words, groups)
    return groups


def _is_place(words: SentenceWords, name: Name) -> bool:
    """Return whether a name of two syllables after ``huyện``, ``xã`` … is the place's, not a person's."""
    if not name.after_admin or name.after - name.first > 2:
        return False
    before = words.low[name.first - 1]
    return (words.low[name.first - 2] if before == "." else before) not in _PROVINCES


def _without_companies(words: SentenceWords, names: Sequence[Name], titles: Sequence[Title]) -> list[Name]:
    """Return the names without those of two syllables that end a company's name: ``Giám đốc Công ty Địa ốc Lê Thành``."""
    short = {name.first for name in names if name.address is None and name.after - name.first == 2}
    if short:
        positions = positions_in(words, titles, names)
        short &= {position.after for position in positions if position.unit is not None and is_open_ended(position.unit)}
    return [name for name in names if name.first not in short]


def between(words: SentenceWords, left: int, right: int) -> str | None:
    """Return the words between two things, without brackets and ages after a name; None if there are too many."""
    if right - left > LONGEST_GAP or right < left:
        return None
    gap = " ".join(words.low[left:right])
    while (aside := _ASIDE.match(gap)) is not None and aside.end() < len(gap):
        gap = gap[aside.end() :].strip()
    return gap


def _attached(words: SentenceWords, names: Sequence[Name], titles: Sequence[Title]) -> list[PersonGroup]:
    groups = [PersonGroup(name) for name in names]
    positions = positions_in(words, titles, names)
    things: list[PersonGroup | Position] = [*groups, *positions]
    things.sort(key=lambda position: position.name.first if isinstance(position, PersonGroup) else position.first)
    at = 0
    while at < len(things):
        if isinstance(things[at], PersonGroup):
            at += 1
            continue
        chain: list[Position] = []
        stop = at
        while stop < len(things):
            thing = things[stop]
            if isinstance(thing, PersonGroup):
                break
            gap = between(words, chain[-1].after, thing.first) if chain else None
            if chain:
                if gap is None or _ROLE_ROLE.match(gap) is None:
                    break
                if gap == "" and chain[-1].entry.get("kind") != "rank":
                    if thing.entry.id not in _HEADS_OF_STATE or chain[-1].unit is None:
                        break
                    chain[-1] = _joined(words, chain[-1], thing)  # Văn phòng Tổng Bí thư
                    stop += 1
                    continue
            if chain and gap == "kiêm" and may_join(chain[-1]):
                chain[-1] = joint(words, chain[-1], thing)  # Phó Chủ tịch kiêm Tổng Thư ký | Hội
                stop += 1
                continue
            chain.append(thing)
            stop += 1
        previous = things[at - 1] if at > 0 else None
        following = things[stop] if stop < len(things) else None
        _give(
            words, chain, previous if isinstance(previous, PersonGroup) else None, following if isinstance(following, PersonGroup) else None
        )
        at = stop
    return groups


def _joined(words: SentenceWords, position: Position, inside: Position) -> Position:
    """Return the position with a head of state's title as the end of its unit."""
    unit = words.written(position.after, inside.after)
    return replace(position, unit=f"{position.unit} {unit}", after=inside.after, end=inside.end)


def _give(words: SentenceWords, chain: list[Position], previous: PersonGroup | None, following: PersonGroup | None) -> None:
    """Give a chain of positions to the name before it, the name after it, or both."""
    follows = previous is not None and bool(previous.before) and words.low[chain[0].first - 1] == "và"
    link = None if previous is None else between(words, previous.name.after, chain[0].first)
    if previous is not None and (link is None or _NAME_ROLE.match(link) is None):
        # anh Lê Văn A bí thư chi đoàn xã: a comma is missing, unless the position belongs to the next name
        comma = link == "" and previous.name.address is not None and previous.name.address.honorific
        ends = following is None or following.name.start > chain[-1].after + 1
        if not (comma and ends and chain[0].unit is not None and not chain[0].entry.get("weak")):
            previous = None
    if len(chain) > 1 and previous is None and _ON_BEHALF.search(" ".join(words.low[max(0, chain[0].first - 4) : chain[0].first])):
        own = 1  # Thừa ủy quyền của Chủ tịch nước (và Thủ tướng Chính phủ), Bộ trưởng …
        while own + 1 < len(chain) and between(words, chain[own - 1].after, chain[own].first) == "và":
            own += 1
        chain = chain[own:]
    role_first = previous is None or bool(previous.before)
    opens = follows or opens_clause(words, chain[0].first)
    adjacent = following is not None and leads(words, chain[-1], following.name, role_first=role_first, opens=opens)
    if not adjacent and _unknown_name_follows(words, chain[-1]):
        chain = chain[:-1]
    if len(chain) > 1 and chain[0].entry.get("weak") and chain[0].unit is None and chain[1].entry.get("weak"):
        previous, chain = None, chain[_after_weak(chain) :]  # cán bộ, chiến sĩ: a general group
        if chain[0].entry.get("weak"):
            return
    if not chain:
        return
    if following is None or not adjacent:
        if previous is not None:
            previous.after.extend(chain)
            previous.after[-1] = _with_outer_unit(words, previous.after[-1])
        return
    if previous is None or (previous.before and link == ","):
        following.before.extend(chain[_after_weak(chain) :])
    elif following.name.start - chain[-1].after > 0:
        previous.after.extend(chain)
    else:
        following.before.append(chain[-1])
        previous.after.extend(chain[:-1])
    if following.before and _is_plural(words, following.before[0]):
        following.lists = True


def _after_weak(chain: Sequence[Position]) -> int:
    """Return the index of the holder's first position, behind plain words: ``cán bộ, công nhân viên công ty, | Chủ tịch …``."""
    return max((at + 1 for at in range(len(chain) - 1) if chain[at].entry.get("weak")), default=0)


def _unknown_name_follows(words: SentenceWords, position: Position) -> bool:
    """Return whether a row of capitals that is not a recognised name follows the title: ``HLV Hữu Thắng``."""
    at = position.after
    return position.unit is None and at + 1 < len(words) and words.shape[at] == words.shape[at + 1] == "C" and words.spaced(at)


def _is_plural(words: SentenceWords, position: Position) -> bool:
    at = position.first
    if at >= 2 and words.low[at - 2 : at] in (["đồng", "chí"], ["đ", "c"]):
        at -= 2
    return at > 0 and words.low[at - 1] in _PLURAL


def _with_outer_unit(words: SentenceWords, position: Position) -> Position:
    """Return the position with the organisation after a comma as its unit: ``Trưởng Phòng Tổng hợp, Văn phòng Thành ủy``."""
    if position.unit is not None or not (position.entry.get("follows") == "branch" or position.entry.get("weak")):
        return position
    start = after = 0
    at = position.after
    while at + 1 < len(words) and words.low[at] == ",":
        end = organisation_after(words, at + 1, len(words))
        if end is None:
            break
        start, after, at = start or at + 1, end, end
        if not position.entry.get("class"):
            break
    if not start:
        return position
    return replace(position, unit=words.written(start, after), after=after, end=words.ends[after - 1])


def _share(words: SentenceWords, groups: Sequence[PersonGroup]) -> None:
    """Share positions among several names, and a unit between two positions."""
    for left, right in pairwise(groups):
        gap = between(words, left.after[-1].after if left.after else left.name.after, right.name.start)
        if gap is None:
            continue
        if left.lists and SEPARATOR.match(gap) and not right.before and not right.after:
            right.shared, right.lists = (left.shared or left.before), True
        if not left.after or not right.after or _TOGETHER.match(gap) is None:
            continue
        mine, other = left.after[-1], right.after[-1]
        takes_unit = mine.entry.get("follows", "unit") != "none" and not mine.entry.get("weak") and not mine.entry.get("kind")
        if mine.unit is None and other.unit is not None and takes_unit:
            left.after[-1] = replace(mine, unit=other.unit)
            left.basis = basis("position", title=other.title)
