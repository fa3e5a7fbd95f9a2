"""What a source gives: an article as it came, or a place that cannot be read."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.messages import Message

#: What a record may state of an article beside its text.
STATED = ("title", "published", "author", "publisher", "url", "retrieved")


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it came: ``place`` in the sources, the ``data`` of a file with this ``suffix``, and what is ``stated`` beside it.

    ``is_text``: the data are the text of a record, and no file of a person.
    """

    place: str
    suffix: str
    data: bytes = field(repr=False)
    stated: Mapping[str, str] = field(default_factory=dict)
    is_text: bool = False

    @property
    def id(self) -> str:
        """The content hash: SHA-256 of all but the place, so that what is read from it is the same wherever it lies."""
        head = json.dumps([self.suffix, self.is_text, sorted(self.stated.items())], ensure_ascii=False)
        return hashlib.sha256(head.encode() + b"\0" + self.data).hexdigest()

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, for another process."""
        data = base64.b64encode(self.data).decode("ascii")
        return {"place": self.place, "suffix": self.suffix, "data": data, "stated": dict(self.stated), "is_text": self.is_text}

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> Given:
        """Return what :meth:`to_data` gave."""
        return cls(data["place"], data["suffix"], base64.b64decode(data["data"]), data["stated"], data["is_text"])


@dataclass(frozen=True, slots=True)
class Damaged:
    """A place in a source that cannot be read, and why. ``source`` is the file that has it."""

    source: str
    place: str
    reason: Message
    fix: Message | None = None
