"""Limits of YAML documents: size and depth, and the error for unreadable ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.yaml_documents.files import NotRegularError, TooLargeError, regular_bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one document. ``nodes`` counts each alias with all its nodes; ``digits`` is the maximum length of values other than
    text."""

    size: int = 4_000_000  # bytes
    depth: int = 64
    nodes: int = 500_000
    scalar: int = 100_000  # characters
    digits: int = 400


LIMITS = Limits()


class YamlError(Exception):
    """A document that cannot be read: ``reason`` is a key below ``yaml`` of the messages, ``values`` fill it, ``line`` is 1-based.

    This layer lies below the messages, so callers word it (:func:`generator.errors.yaml_words`).
    """

    def __init__(self, reason: str, line: int | None = None, **values: object) -> None:
        self.reason, self.line, self.values = reason, line, values
        super().__init__(f"{reason} {values} in line {line}")


def document_bytes(path: Path, limits: Limits = LIMITS) -> bytes:
    """Read the file at ``path``, at most as much as a document may have.

    Raises OSError when it cannot be read, and YamlError if it is not a file (a pipe, a device) or too large.
    """
    try:
        return regular_bytes(path, limits.size)
    except NotRegularError:
        raise YamlError("no_file") from None
    except TooLargeError:
        raise YamlError("too_large", limit=f"{limits.size // 1_000_000} MB") from None


def decoded(source: bytes | str, limits: Limits = LIMITS) -> str:
    """Return the text of ``source``, which is UTF-8, without its byte order mark.

    Raises YamlError, with the line, for another encoding, and for more than a document may have.
    """
    if len(source) > limits.size:
        raise YamlError("too_large", limit=f"{limits.size // 1_000_000} MB")
    if isinstance(source, str):
        return source
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlError("encoding", source.count(b"\n", 0, error.start) + 1) from None
