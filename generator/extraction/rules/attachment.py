"""Which positions belong to which name in a sentence, by the words between them (domain/roles.yml attachment)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.extraction.rules.names import Name, names_in
from generator.extraction.rules.roles import Position, Title, organisation_after, positions_in, titles_in
from generator.extraction.rules.words import Words
from generator.model.facts import Role
from generator.model.span import Span

LONGEST_GAP = 14  # words between a name and its position; the longest link below has ten

_ASIDE = re.compile(r"^\( [^()]{0,60} \) ?|^, (?:\d{1,3} tuổi|sn \d{4}|sinh năm \d{4}|sinh ngày [\d/ .-]{4,14}|dân tộc [^\W\d_]{1,10}|quê [^,]{2,30}|(?:bên )?(?:trái|phải)) ?")
_IS = r"(?:(?:hiện nay|hiện|hiện đang|nay|đang|vừa|nguyên) )?(?:là|giữ chức vụ|giữ chức|giữ cương vị|đảm nhiệm chức vụ|đảm nhiệm)"
_ELECTED = r"(?:đã |vừa )?(?:được )?(?:bầu|bầu lại|tái cử|bổ nhiệm|chỉ định|phân công|tín nhiệm bầu|điều động,? bổ nhiệm) (?:làm|giữ chức vụ|giữ chức|chức vụ|chức)"
_NAME_ROLE = re.compile(rf"^(?:,|-|, - |:|\((?: [^()]{{0,40}} ,)?|,? ?{_IS}|,? ?{_ELECTED}|làm|, kiêm|kiêm|, với cương vị)$")
_ROLE_ROLE = re.compile(r"^(?:,|-|và|kiêm|, kiêm|và là|, và|,? ?(?:đồng thời|hiện nay|hiện|nay) là|, hiện|, là|)$")
_TOGETHER = re.compile(r"^(?:, )?(?:và|cùng|cùng với)$")
_SEPARATOR = re.compile(r"^(?:,|;|và|, và|cùng|, cùng|cùng với|; và|-)$")
_SAME_RANK = re.compile(r"(?:^| )(?:,|;|và|cùng)(?: (?:huy chương|hc|các huy chương|giải) [^\W\d_]{2,6})?(?: :)?$")
_AWARD = re.compile(r"khen|huy hiệu|huân chương|huy chương|danh hiệu|kỷ niệm chương|giải (?:nhất|nhì|ba|khuyến khích|thưởng|đặc biệt)|tuyên dương|biểu dương|vinh danh|tôn vinh")
_MEDAL = re.compile(r"(?:(?:huy chương|hc|hcv|hcb) (?:vàng|bạc|đồng)|thuộc về|giải (?:nhất|nhì|ba|khuyến khích|đặc biệt))(?: :)?$")
_PLURAL = frozenset({"các", "những", "hai", "ba", "bốn", "năm", "2", "3", "4", "5", "6"})
_PROVINCES = frozenset({"tỉnh", "tp", "phố", "khối"})


@dataclass(slots=True)
class Group:
    """A name with the positions attached to it. ``accepted`` is the rule that makes it a person, None when none does."""

    name: Name
    before: list[Position] = field(default_factory=list)
    after: list[Position] = field(default_factory=list)
    shared: list[Position] = field(default_factory=list)
    accepted: str | None = None
    basis: str | None = None
    lists: bool = False
    honoured: bool = False

    def roles(self) -> tuple[Role, ...]:
        rank = self.name.address.rank if self.name.address is not None else None
        ranks = [Role(rank)] if rank else []
        return tuple(ranks + [position.role for position in (*self.before, *self.shared, *self.after)])

    def span(self, words: Words) -> Span:
        """From the first position or the name to the end of the last."""
        start = words.starts[self.name.first]
        rank = self.name.address is not None and self.name.address.rank is not None
        if self.before or rank:
            start = min(words.starts[self.name.start], *(words.starts[p.first] for p in self.before)) if self.before else words.starts[self.name.start]
        return Span(start, max(words.ends[self.name.after - 1], *(p.end for p in self.after)) if self.after else words.ends[self.name.after - 1])


def groups_in(words: Words) -> list[Group]:
    """The names of a sentence with their positions, in reading order."""
    titles = titles_in(words)
    names = [name for name in names_in(words, [title.first for title in titles]) if not _is_place(words, name)]
    if not names:
        return []
    groups = _attached(words, names, titles)
    _share(words, groups)
    for index, group in enumerate(groups):
        _accept(words, groups, index)
        del group
    return groups


def _is_place(words: Words, name: Name) -> bool:
    """A name of two syllables after ``huyện``, ``xã`` … is the place's, not its holder's."""
    if not name.after_admin or name.after - name.first > 2:
        return False
    before = words.low[name.first - 1]
    return (words.low[name.first - 2] if before == "." else before) not in _PROVINCES


def _between(words: Words, left: int, right: int) -> str | None:
    """The words between two things, without brackets and ages after a name; None when they are too many."""
    if right - left > LONGEST_GAP or right < left:
        return None
    gap = " ".join(words.low[left:right])
    while (aside := _ASIDE.match(gap)) is not None and aside.end() < len(gap):
        gap = gap[aside.end() :].strip()
    return gap


def _attached(words: Words, names: Sequence[Name], titles: Sequence[Title]) -> list[Group]:
    groups = [Group(name) for name in names]
    positions = positions_in(words, titles, names)
    things: list[Group | Position] = [*groups, *positions]
    things.sort(key=lambda one: one.name.first if isinstance(one, Group) else one.first)
    at = 0
    while at < len(things):
        if isinstance(things[at], Group):
            at += 1
            continue
        chain: list[Position] = []
        stop = at
        while stop < len(things):
            thing = things[stop]
            if isinstance(thing, Group):
                break
            if chain:
                gap = _between(words, chain[-1].after, thing.first)
                if gap is None or _ROLE_ROLE.match(gap) is None:
                    break
            chain.append(thing)
            stop += 1
        previous = things[at - 1] if at > 0 else None
        following = things[stop] if stop < len(things) else None
        _give(words, chain, previous if isinstance(previous, Group) else None, following if isinstance(following, Group) else None)
        at = stop
    return groups


def _give(words: Words, chain: list[Position], previous: Group | None, following: Group | None) -> None:
    """Hands a chain of positions to the name before it, the name after it, or both."""
    link = None if previous is None else _between(words, previous.name.after, chain[0].first)
    if previous is not None and (link is None or _NAME_ROLE.match(link) is None):
        previous = None
    adjacent = following is not None and _leads(words, chain[-1], following, alone=previous is None)
    if following is None or not adjacent:
        if previous is not None:
            previous.after.extend(chain)
            previous.after[-1] = _with_outer_unit(words, previous.after[-1])
        return
    if previous is None or (previous.before and link == ","):
        following.before.extend(chain)
    elif following.name.start - chain[-1].after > 0:
        previous.after.extend(chain)
    else:
        following.before.append(chain[-1])
        previous.after.extend(chain[:-1])
    if _is_plural(words, chain[0]) and len(following.before) == 1:
        following.lists = True


def _leads(words: Words, position: Position, group: Group, *, alone: bool) -> bool:
    gap = " ".join(words.low[position.after : group.name.start]) if 0 <= group.name.start - position.after <= 2 else None
    if gap is None:
        return False
    if gap == "":
        return words.spaced(group.name.first)
    addressed = group.name.address is not None and group.name.address.honorific
    return alone and (gap == ":" or (gap in {"-", "là"} and addressed))


def _is_plural(words: Words, position: Position) -> bool:
    at = position.first
    if at >= 2 and words.low[at - 2 : at] in (["đồng", "chí"], ["đ", "c"]):
        at -= 2
    return at > 0 and words.low[at - 1] in _PLURAL


def _with_outer_unit(words: Words, position: Position) -> Position:
    """``Trưởng Phòng Tổng hợp, Văn phòng Thành ủy``: the organisation after the comma is the unit."""
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


def _share(words: Words, groups: Sequence[Group]) -> None:
    """Positions that stand once for several names, and a unit named once for two positions."""
    for left, right in zip(groups, groups[1:], strict=False):
        gap = _between(words, left.after[-1].after if left.after else left.name.after, right.name.start)
        if gap is None:
            continue
        if left.lists and _SEPARATOR.match(gap) and not right.before and not right.after:
            right.shared, right.lists = (left.shared or left.before), True
        last = right.after[-1] if right.after else None
        if left.after and last is not None and last.unit is not None and left.after[-1].unit is None and _TOGETHER.match(gap):
            if left.after[-1].entry.get("follows", "unit") != "none" and not left.after[-1].entry.get("weak"):
                left.after[-1] = replace(left.after[-1], unit=last.unit)
                left.basis = f"the unit named after {last.title}"


def _accept(words: Words, groups: Sequence[Group], index: int) -> None:
    group = groups[index]
    name, address = group.name, group.name.address
    if address is not None and address.dead:
        return
    if group.before:
        group.accepted = "person.role_before"
    elif name.after_admin and address is None:
        return
    elif group.after:
        group.accepted = "person.role_after"
    elif group.shared:
        group.accepted = "person.list"
    elif address is not None:
        group.accepted = "person.address"
    else:
        _accept_without_position(words, groups, index)
    if address is not None and address.plural:
        group.lists = True


def _accept_without_position(words: Words, groups: Sequence[Group], index: int) -> None:
    group, name = groups[index], groups[index].name
    if name.after - name.first < 3:
        return
    lead = " ".join(words.low[max(0, name.first - 4) : name.first])
    if name.strong and _MEDAL.search(lead):
        group.accepted, group.honoured = "person.honoured", True
        return
    if index == 0 or groups[index - 1].accepted is None:
        return
    previous = groups[index - 1]
    end = previous.after[-1].after if previous.after else previous.name.after
    gap = _between(words, end, name.first)
    if gap is None:
        return
    if previous.lists and not previous.after and _SEPARATOR.match(gap):
        group.accepted, group.lists = "person.list", True
    elif previous.honoured and _SAME_RANK.search(gap):
        group.accepted, group.honoured = "person.list", True
