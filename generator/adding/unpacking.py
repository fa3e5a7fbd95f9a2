"""What lies in files, folders and archives (.zip), one by one, each as it came."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from generator.adding.fetched import Fetched
from generator.adding.web.addresses import is_address
from generator.errors import AddingError, KyYeuError
from generator.messages import message
from generator.reading.files import contents
from generator.reading.folders import files_below, is_debris
from generator.reading.formats import FORMATS, suffix_of
from generator.reading.formats.packages import package
from generator.reading.limits import LARGEST_DOCUMENT

LARGEST_ARCHIVE = 200_000_000  #: bytes of a .zip
_DEEPEST = 3  #: archives within one another
_LINKS = frozenset({".url", ".webloc", ".desktop"})
_LINKED = re.compile(r"(?:^URL\s*=\s*|<string>)(https?://[^\s<]+)", re.IGNORECASE | re.MULTILINE)
_LONGEST_LIST = 2_000_000  #: bytes of a list of addresses

#: A file, the address that a file leads to, or the error of one.
Found = Fetched | str | KyYeuError


def found_in(path: Path) -> Iterator[Found]:
    """Yield what the file, folder or archive at ``path`` holds: files, and the addresses in lists and shortcuts.

    An error of one item is yielded in its place, so that the others go on.
    """
    if not path.is_dir():
        yield from _file(path, ())
        return
    files, closed = files_below(path)
    yield from (AddingError(shut.reason, path=shut.path, fix=shut.fix) for shut in closed)
    for file in files:
        yield from _file(file, file.relative_to(path.parent).parts[:-1])


def found_in_bytes(data: bytes, name: str) -> Iterator[Found]:
    """Yield what a file holds that was uploaded under ``name``: itself, or the members of an archive."""
    yield from _unpacked(Fetched(data, PurePosixPath(name.replace("\\", "/")).name or "bai"), 0)


def can_be_read(name: str) -> bool:
    """Return whether a file of this name may hold articles."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in FORMATS or suffix in _LINKS or suffix == ".zip"


def _file(path: Path, within: tuple[str, ...]) -> Iterator[Found]:
    try:
        suffix = path.suffix.lower()
        data = contents(path, AddingError, LARGEST_ARCHIVE if suffix == ".zip" else LARGEST_DOCUMENT)
    except AddingError as error:
        yield error
        return
    yield from _unpacked(Fetched(data, path.name, within=within), 0)


def _unpacked(fetched: Fetched, depth: int) -> Iterator[Found]:
    suffix = PurePosixPath(fetched.name).suffix.lower()
    if suffix in _LINKS:
        match = _LINKED.search(fetched.data[:20_000].decode("utf-8", "replace"))
        yield match[1] if match else AddingError(message("adding.no_link"), path=fetched.shown, fix=message("web.fix.no_address"))
        return
    if suffix == ".txt" and (addresses := listed(fetched.data)):
        yield from addresses
        return
    if suffix_of(fetched.data, Path(fetched.name)) != ".zip":
        yield fetched
        return
    if depth >= _DEEPEST:
        yield AddingError(message("adding.deep"), path=fetched.shown, fix=message("adding.fix.deep"))
        return
    try:
        yield from _members(fetched, depth)
    except KyYeuError as error:
        error.path = fetched.shown
        yield error


def _members(fetched: Fetched, depth: int) -> Iterator[Found]:
    with package(fetched.data, Path(fetched.name)) as opened:
        members = sorted((_name(member), member) for member in opened.infolist() if not member.is_dir())
        for name, member in ((name, member) for name, member in members):
            parts = tuple(part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."})
            if not parts or any(part.startswith(".") or part.casefold() == "__macosx" for part in parts) or is_debris(Path(parts[-1])):
                continue
            within = (*fetched.within, fetched.name, *parts[:-1])
            shown = "/".join((*within, parts[-1]))
            if member.file_size > LARGEST_DOCUMENT:
                limit = LARGEST_DOCUMENT // 1_000_000
                yield AddingError(message("left_out.too_large", limit=limit), path=shown, fix=message("left_out.fix.too_large"))
                continue
            yield from _unpacked(Fetched(opened.read(member), parts[-1], within=within), depth + 1)


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; programs of Windows store Vietnamese in UTF-8 without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def listed(data: bytes) -> list[str]:
    """Return the addresses of a list, one a line, with comments after ``#``; empty for a text that is no such list."""
    if len(data) > _LONGEST_LIST or b"://" not in data[:4096]:
        return []
    lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    if not lines or not all(is_address(line) and " " not in line and urlsplit(line).netloc for line in lines):
        return []
    return list(dict.fromkeys(lines))
