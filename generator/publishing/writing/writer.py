"""The one place that writes pages and data: atomically, only what changed, and never over what a person wrote.

The writer recognises its files by a list of digests (``publishing/writing/ownership.py``), written before the first file. A file with
another digest was changed by a person: then nothing is written, and the error states the fix, because an edit that stayed in place would be
published beside facts that are newer, and one that was moved would be gone for who wrote it. What is new or changed is written first, what
is stale is removed last, so that nothing is lost when something fails on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.atomic import replace, replace_all
from generator.publishing.safe_changes.laying_aside import FOLDER, GENERATED, aside
from generator.publishing.writing.addressing import Addressing, on_disk, shared_addresses, unreadable
from generator.publishing.writing.ownership import LIST, Ownership, digest, listing, ownership
from generator.publishing.writing.targets import DATA, PAGES, in_the_way, is_place, lies_there, target_of
from generator.publishing.writing.written_before import WrittenBefore, nothing_before
from generator.rendering.parts.files.front_matter import MARK
from generator.rendering.site import folders, shared_files

_HEAD = f"---\n{MARK}\n".encode()
_REPORTED_AT_ONCE = 20  #: errors reported at once; the others are counted


@dataclass(frozen=True, slots=True)
class Written:
    """Result of :func:`write`: counts of pages and files, and ``notes`` on files that it left alone or moved aside, with the fix."""

    changed: int
    unchanged: int
    removed: int
    notes: tuple[PublishingError, ...] = ()


def write(
    folder: ArchiveFolder,
    pages: Mapping[str, str | bytes],
    data: Mapping[str, bytes] = MappingProxyType({}),
    addressing: Addressing = Addressing(),  # noqa: B008 (frozen)
    before: WrittenBefore | None = None,
) -> Written:
    """Make the generated pages of ``folder`` be ``pages`` (path below docs/ → text, or text in UTF-8) and its files be ``data`` (path →
    bytes), and remove those no longer there. Of the contents one at a time is in memory. ``before`` is what the last run remembers of them.

    Raises PublishingError for a path outside the generated folders or that some file system cannot hold, for a generated page or file that
    a person changed, for a person's page or file that is in the way or would have the address of a generated one, and when the disk
    refuses. All is checked before the first page is written.
    """
    docs = folder.docs
    files = _Contents(pages, data)
    targets = {path: target_of(docs, path, PAGES) for path in pages} | {path: target_of(docs, path, DATA) for path in data}
    _stop_at(in_the_way(docs, targets.values()))
    there = list(on_disk(docs))
    state = _State(docs, _ownership(docs))
    now, same, before = {}, set(), before or nothing_before(docs)
    for path, content in files.items():
        owned, lies_there_already = before.owned(path, content)
        now[path] = frozenset({owned})
        if lies_there_already or state.holds(path, content):
            same.add(path)
    stale = [path for path in there if path not in files and state.ours(path)]
    _stop_at(state.errors([path for path in files if path not in same], stale))
    own = [path for path in there if path not in files and path not in stale]
    _stop_at(shared_addresses(docs, files, own, addressing))
    notes = [_copied(docs / path) for path in own if path.endswith(".md") and (docs / path).is_file() and _is_marked(docs / path)]

    laid = [_lay_aside(folder.root, docs, path) for path in (*files, *stale) if path not in same and state.unsure(path)]
    if any(laid):
        note = message("kept.laid_aside", n=sum(laid))
        notes.append(PublishingError(note, path=folder.root / FOLDER / GENERATED, fix=message("kept.fix.laid_aside")))
    for path in state.known.digests.keys() - files.keys() - set(stale):  # removed by a run that ended before their folders went
        if state.ours(path) and not (docs / path).exists():
            _remove(docs / path, docs)
    _list(folder, now | {path: now.get(path, frozenset()) | state.digests(path) for path in (*files, *stale) if path not in same})
    changing = [path for path in files if path not in same]
    for path in changing:
        state.check(path)
    replace_all(_Placed({targets[path]: path for path in changing}, files), folder.root)
    for path in stale:
        state.check(path)
        _remove(docs / path, docs)
    _list(folder, now)
    for name in _folders_of_lists():
        if (docs / name / LIST).is_file():
            _remove(docs / name / LIST, docs)
    before.remember()
    return Written(len(files) - len(same), len(same), len(stale), tuple(notes))


class _Contents(Mapping[str, bytes]):
    """``pages`` and ``data`` as what is written; a path of both has the data."""

    def __init__(self, pages: Mapping[str, str | bytes], data: Mapping[str, bytes]) -> None:
        self._pages, self._data = pages, data
        self._paths = dict.fromkeys((*pages, *data))

    def __getitem__(self, path: str) -> bytes:
        content = self._data[path] if path in self._data else self._pages[path]
        return content.encode("utf-8") if isinstance(content, str) else content

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class _Placed(Mapping[Path, bytes]):
    """Those of ``files`` that ``paths`` names, by their places on the disk."""

    def __init__(self, paths: Mapping[Path, str], files: Mapping[str, bytes]) -> None:
        self._paths, self._files = paths, files

    def __getitem__(self, target: Path) -> bytes:
        return self._files[self._paths[target]]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class _State:
    """Files on the disk at the paths of the writer (below ``docs``), and their owners."""

    def __init__(self, docs: Path, known: Ownership) -> None:
        self.docs = docs
        self.known = known
        self._found: dict[str, str | None] = {}

    def holds(self, path: str, content: bytes) -> bool:
        """Return whether ``content`` lies at ``path``, to the byte."""
        return _read(self.docs / path) == content

    def ours(self, path: str) -> bool:
        """Return whether the writer made the file at ``path``, as far as can be known, whoever changed it since."""
        if path in self.known.digests:
            return (is_place(path, PAGES) or is_place(path, DATA)) and lies_there(self.docs, path)
        return self.unsure(path)

    def unsure(self, path: str) -> bool:
        """Return whether a version without digests made the file at ``path``: nobody knows whether it was changed since."""
        if not self.known.legacy:
            return False
        listed = path in self.known.unsure and is_place(path, DATA)
        if not (listed or (is_place(path, PAGES) and _is_marked(self.docs / path))):
            return False
        return lies_there(self.docs, path) and not self.digests(path) <= self.known.digests.get(path, frozenset())

    def digests(self, path: str) -> frozenset[str]:
        """Return the digests of the file at ``path``; none if it does not exist."""
        if path not in self._found:
            content = _read(self.docs / path)
            self._found[path] = None if content is None else digest(content)
        found = self._found[path]
        return frozenset() if found is None else frozenset({found})

    def errors(self, changing: Sequence[str], stale: Sequence[str]) -> Iterator[PublishingError]:
        """Yield errors for user files that would be overwritten at the paths ``changing``, or removed at ``stale``."""
        for path in (*changing, *stale):
            if self.digests(path) <= self.known.digests.get(path, frozenset()) or self.unsure(path):
                continue
            kind = "page" if path.endswith(".md") else "file"
            if path in self.known.digests:
                yield PublishingError(message(f"kept.edited_{kind}"), path=self.docs / path, fix=message(f"kept.fix.edited_{kind}"))
            else:
                yield PublishingError(message(f"kept.own_{kind}"), path=self.docs / path, fix=message("kept.fix.rename"))

    def check(self, path: str) -> None:
        """Raise PublishingError where the file at ``path`` has changed since the check."""
        before = self.digests(path)
        self._found.pop(path)
        if self.digests(path) != before:
            raise PublishingError(message("kept.changed_meanwhile"), path=self.docs / path, fix=message("kept.fix.again"))


def _ownership(docs: Path) -> Ownership:
    try:
        return ownership(docs, iter(_folders_of_lists()))
    except OSError as error:
        raise unreadable(error, docs / LIST) from error


def _folders_of_lists() -> list[str]:
    """Return the folders in which the version before kept lists."""
    return [*folders(), *dict.fromkeys(PurePosixPath(shared_file).parts[0] for shared_file in shared_files())]


def _stop_at(found: Iterator[PublishingError]) -> None:
    """Raise the errors in ``found``, if there is one."""
    errors = list(found)
    if errors:
        first, *others = errors[:_REPORTED_AT_ONCE]
        if len(errors) > _REPORTED_AT_ONCE:
            others.append(PublishingError(message("kept.more", n=len(errors) - _REPORTED_AT_ONCE)))
        first.others = tuple(others)
        raise first


def _copied(path: Path) -> PublishingError:
    return PublishingError(message("kept.copied"), path=path, fix=message("kept.fix.copied", mark=MARK))


def _is_marked(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_HEAD)) == _HEAD
    except OSError:  # read as a target it would be an error; as a person's page it is MkDocs' to read
        return False


def _lay_aside(root: Path, docs: Path, path: str) -> bool:
    """Copy what lies at ``path`` to where updates lay things aside; whether it was not there already."""
    content = _read(docs / path) or b""
    try:
        place = aside(root, f"{GENERATED}/{path}", content)
    except OSError as error:
        raise unreadable(error, root / FOLDER) from error
    if place is not None:
        replace(place, content, root)
    return place is not None


def _list(folder: ArchiveFolder, digests: Mapping[str, AbstractSet[str]]) -> None:
    """Write the list of our ``digests``; remove it if there are none."""
    docs, content = folder.docs, listing(digests)
    if not digests:
        _remove(docs / LIST, docs)
    elif _read(docs / LIST) != content:
        replace(docs / LIST, content, folder.root)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(error, path) from error


def _remove(path: Path, docs: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        here = path.parent
        while here != docs and not (here.is_dir() and any(here.iterdir())):
            if here.is_dir():
                here.rmdir()
            here = here.parent
    except OSError as error:
        raise PublishingError(message("disk.stale", reason=refusal(error)), path=path, fix=message("disk.fix.unwritable")) from error
