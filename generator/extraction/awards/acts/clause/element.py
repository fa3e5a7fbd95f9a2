"""A piece of an award sentence and its class."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.extraction.awards.forms.form import Form
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named


class Piece(StrEnum):
    """The class of a piece of an award sentence."""

    FORM = "form"
    GIVE = "give"
    RECEIVE = "receive"
    PASSIVE = "passive"
    TO = "to"
    GROUP = "group"
    BODY = "body"  # an organisation or an office: granter or recipient
    PERSON = "person"
    PART = "part"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"


@dataclass(frozen=True, slots=True)
class Element:
    """A piece; ``value`` is a Form, a Group, a Named person, or the text as written."""

    piece: Piece
    start: int
    end: int
    value: Form | Group | Named | str
