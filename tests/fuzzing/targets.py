"""Fuzzing targets: each takes any bytes, and raises only our own errors.

``article`` the bytes are an article's file ``fragments`` the bytes choose fragments of the genre, which make an article ``archive-files``
the first byte chooses a file that a person writes beside the articles, the others are what is in it
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.publishing.archive_folder.configuration import configuration, site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import read
from generator.resolution.corrections.files import read_corrections
from generator.resolution.redirects import read_redirects
from generator.resolution.units.authority import read_authority
from tests.extraction.test_robustness import FRAGMENTS, check

MOST_BYTES = 20_000  #: longer inputs find no more, and slow the search


@cache
def _archive() -> ArchiveFolder:
    """Return an empty archive on a disk in memory where there is one; it goes with the process."""
    memory = Path("/dev/shm")
    kept = tempfile.TemporaryDirectory(prefix="kyyeu-fuzz-", dir=memory if memory.is_dir() else None)
    _KEPT.append(kept)
    root = Path(kept.name)
    for name in ("seeds/corrections", "docs"):
        (root / name).mkdir(parents=True)
    (root / "mkdocs.yml").touch()
    return ArchiveFolder.at(root)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def article(data: bytes) -> None:
    """Read ``data`` as an article and extract from it, twice: evidence fits, and the same facts come out."""
    path = _archive().seeds / "a.txt"
    path.write_bytes(data)
    try:
        read_article = read(path, _archive().root)
        facts = extract(read_article)
    except KyYeuError:
        return
    check(read_article, facts)
    assert extract(read_article) == facts


def fragments(data: bytes) -> None:
    """Make an article of the fragments that ``data`` names, and do as :func:`article`."""
    article("".join(FRAGMENTS[byte % len(FRAGMENTS)] for byte in data[:400]).encode())


def archive_files(data: bytes) -> None:
    """Read a file of the archive: an error names the file, and nothing else is raised."""
    folder = _archive()
    readers: tuple[tuple[Path, Callable[[], object]], ...] = (
        (folder.units, lambda: read_authority(folder.units)),
        (folder.redirects, lambda: read_redirects(folder.redirects)),
        (folder.seeds / "corrections" / "a.yml", _corrections),
        (folder.configuration, lambda: (configuration(folder), site_settings(folder))),
    )
    path, reader = readers[data[0] % len(readers) if data else 0]
    path.write_bytes(data[1:])
    raised: list[KyYeuError] = []
    try:
        reader()
    except KyYeuError as error:
        raised += error.errors
    assert all(one.path is not None for one in raised), raised


def _corrections() -> None:
    folder = _archive()
    found = read_corrections(folder.root, folder.seeds, [folder.seeds / "a.txt"])
    assert all(str(error) for error in found.errors)


TARGETS: Mapping[str, Callable[[bytes], None]] = {"article": article, "fragments": fragments, "archive-files": archive_files}
