"""Packages: the zip files that Word, LibreOffice and Excel write, opened so that nothing in them can harm.

What a member declares as its size is all that is ever unpacked of it, so the sum of these bounds the memory before anything is read.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from lxml import etree

from generator.errors import ReadingError
from generator.messages import message

MOST = 200_000_000  #: bytes of all members, unpacked
MOST_XML = 32_000_000  #: bytes of one part that is parsed: its tree takes ten times as much
_PROLOG = 64_000  #: bytes at the beginning of XML in which a document type is declared
MEMBERS = 5_000  #: files of one package
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@contextmanager
def package(data: bytes, path: Path) -> Iterator[zipfile.ZipFile]:
    """Open the package in ``data`` for the block.

    Raises ReadingError for one that is damaged, encrypted, or would unpack to more than :data:`MOST` bytes or :data:`MEMBERS` files; also
    where a member read in the block proves to be damaged.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            members = opened.infolist()
            if len(members) > MEMBERS or sum(member.file_size for member in members) > MOST:
                raise ReadingError(message("formats.bomb", limit=MOST // 1_000_000), path=path, fix=message("formats.fix.bomb"))
            if any(member.flag_bits & 1 for member in members):
                raise ReadingError(message("formats.encrypted"), path=path, fix=message("formats.fix.encrypted"))
            yield opened
    except _BROKEN as error:
        raise damaged(path) from error


def damaged(path: Path) -> ReadingError:
    """Make the error of a file that is not what it says it is, or only half of it."""
    return ReadingError(message("formats.damaged"), path=path, fix=message("formats.fix.damaged"))


def without_text(path: Path) -> ReadingError:
    """Make the error of a file in which there are no words."""
    return ReadingError(message("formats.no_text"), path=path, fix=message("formats.fix.no_text"))


def part(opened: zipfile.ZipFile, name: str, path: Path) -> etree._Element | None:
    """Return the root of the XML in the member ``name``; None where there is no such member. Raises as :func:`parsed`."""
    try:
        found = opened.getinfo(name)
    except KeyError:
        return None
    if found.file_size > MOST_XML:
        raise ReadingError(message("formats.bomb", limit=MOST_XML // 1_000_000), path=path, fix=message("formats.fix.bomb"))
    return parsed(opened.read(found), path)


def check_xml(opened: zipfile.ZipFile, path: Path) -> None:
    """Raise ReadingError if a part of the package declares entities or would unpack to too much: for those who parse it elsewhere."""
    for member in opened.infolist():
        if member.filename.lower().endswith((".xml", ".rels")):
            if member.file_size > MOST_XML:
                raise ReadingError(message("formats.bomb", limit=MOST_XML // 1_000_000), path=path, fix=message("formats.fix.bomb"))
            with opened.open(member) as file:
                if _DECLARED.search(file.read(_PROLOG).replace(b"\0", b"")):
                    raise ReadingError(message("formats.entities"), path=path, fix=message("formats.fix.entities"))


def parsed(data: bytes, path: Path) -> etree._Element:
    """Return the root of the XML in ``data``. Raises ReadingError for XML that declares entities or a document type, which no office
    program writes, and for what is not XML."""
    plain = data.replace(b"\0", b"")  # UTF-16
    if _DECLARED.search(plain):
        raise ReadingError(message("formats.entities"), path=path, fix=message("formats.fix.entities"))
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise damaged(path) from error
