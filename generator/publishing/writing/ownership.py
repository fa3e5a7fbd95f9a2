"""The list by which the writer knows what it wrote: ``docs/.generated``, a line ``digest  path`` for each page and file.

A file whose digest is not in its line was changed by somebody else. While files are being replaced a path has two lines, the old
content's and the new one's, so that what a crash leaves behind is still known. The list begins with a dot, so that MkDocs leaves
it out of the site, and is never in git: it goes with the generated files.

The version before kept a list in each folder, of names without digests. Where one lies, that version was the last to write.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

LIST = ".generated"
_HEAD = "# Các tệp do Kỷ Yếu tạo ra: đừng sửa ở đây."
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>\S.*)")


@dataclass(frozen=True, slots=True)
class Ownership:
    """``digests`` are those of what the writer wrote, by path below docs/. ``unsure``: the paths that a version without digests
    listed. ``legacy``: such a version was the last to write, so that a page may be ours without being listed."""

    digests: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unsure: AbstractSet[str] = frozenset()
    legacy: bool = True


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content``; line ends do not count, since git and editors on Windows change them."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def ownership(docs: Path, folders: Iterator[str]) -> Ownership:
    """Read the list of ``docs``, and those that a version before left in ``folders`` below it.

    Raises OSError for a list that is there and cannot be read.
    """
    content = _content(docs / LIST)
    digests: dict[str, set[str]] = {}
    for line in _lines(content or b""):
        if match := _LINE.fullmatch(line):
            digests.setdefault(match["path"], set()).add(match["digest"])
    unsure: set[str] = set()
    legacy = content is None
    for folder in folders:
        before = _content(docs / folder / LIST)
        legacy = legacy or before is not None
        unsure.update(f"{folder}/{name}" for name in _lines(before or b""))
    return Ownership({path: frozenset(found) for path, found in digests.items()}, unsure, legacy)


def listing(digests: Mapping[str, AbstractSet[str]]) -> bytes:
    """Return the list of ``digests`` (by path), in one order."""
    lines = [f"{digest}  {path}" for path in sorted(digests) for digest in sorted(digests[path])]
    return "".join(f"{line}\n" for line in (_HEAD, *lines)).encode()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _lines(content: bytes) -> Iterator[str]:
    lines = content.decode("utf-8", "replace").splitlines()
    return (line for line in lines if line and not line.startswith("#"))
