"""Frames: acts of granting, each with its recipients."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.forms.form import Form
from generator.extraction.awards.standards import Merit
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named
from generator.lexicon.recipient_kinds import PERSONS


class Mode(StrEnum):
    """How an act is worded."""

    ACTIVE = "active"
    PASSIVE = "passive"
    RECEIVE = "receive"
    NOMINAL = "nominal"


#: The modes in which the granter precedes the award type, and those in which the recipient does.
GRANTER_FIRST, RECIPIENT_FIRST = frozenset({Mode.ACTIVE, Mode.NOMINAL}), frozenset({Mode.PASSIVE, Mode.RECEIVE})


@dataclass
class Item:
    """A recipient of a frame: ``element`` with the end of the words about it; ``names`` are named members."""

    element: Element
    end: int
    names: list[str] = field(default_factory=list)
    part_of: Item | None = None
    joined: bool = False  # by a comma or 'và' to the item after it: a reason stated there is shared


@dataclass
class Frame:
    """An act of granting: the award type, its mode, granter as written, status, recipients.

    ``start`` is where its words begin, ``predicate`` where its verb does, ``end`` where award type and granter end, ``limit``
    where the next frame begins.
    """

    form: Form
    mode: Mode
    start: int
    end: int
    granter: str | None
    status: str | None
    predicate: int
    limit: int
    items: list[Item] = field(default_factory=list)
    open: bool = False
    object: int | None = None  # where the words behind 'cho' begin
    follows: Frame | None = None  # the frame before it in the sentence
    opening: Frame | None = None  # the frame that opens the row, remembered
    merit: Merit | None = None  # its merit, once read
    whose: bool = False  # its granter is named with the award type (``Cờ thi đua của Chính phủ``), not with the verb


def element_name(element: Element) -> str:
    """Return the name of a person or body element."""
    return element.value.name if isinstance(element.value, Named) else cast(str, element.value)


def may_be_member(group: Element, named: Element) -> bool:
    """Return whether a name can be a member of a counted group: a person of persons, a body of bodies."""
    if not isinstance(group.value, Group) or group.value.kind in {"tap-the-va-ca-nhan", "khac"}:
        return True
    return (group.value.kind in PERSONS) == (named.piece is Piece.PERSON)


def is_counted(element: Element) -> bool:
    """Return whether an element is a group with its number."""
    return isinstance(element.value, Group) and element.value.counted


def is_of_both(element: Element) -> bool:
    """Return whether an element is a group of both kinds without its number: ``tập thể và cá nhân``."""
    return isinstance(element.value, Group) and element.value.kind == "tap-the-va-ca-nhan" and not element.value.counted
