"""What the last build made each page and file of, so that the next one takes those over that would be the same.

A page is the same while its source, the frame of all pages (program, settings, theme, navigation, policy) and the files to which it leads
are there as they were. Its file in the last site is taken over by a hard link, or copied where the disk has none, if it is as it was
written.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.cache.keeping import Keeping
from generator.cache.program import program
from generator.cache.store import Store
from generator.publishing.building.page_making import Made

_LEFT_OUT = frozenset({"site_dir", "config_file_path", "plugins", "hooks", "theme", "watch", "dev_addr"})


class LastBuild:
    """Pages and files of the last build into ``site`` (None: there is none), by the ``kind`` of build; ``keeping`` has what
    else it made."""

    def __init__(self, store: Store, site: Path | None, kind: str) -> None:
        self._store, self._site = store, site if site is not None and site.is_dir() else None
        self._pages, self._files = f"page of {kind}", f"file of {kind}"
        self.keeping = Keeping(store, program())
        self._folders: set[str] = set()
        self._there: dict[str, bool] = {}
        self._kept: dict[str, set[str]] = {self._pages: set(), self._files: set()}

    def page(self, file: File, key: str, files: Files) -> Made | None:
        """Take over the page of ``file`` if it would be the same; its file is then in place."""
        row = self._row(self._pages, file.dest_uri)
        if row is None or row[0] != key:
            return None
        made: Made = row[1]
        if any(self._is_there(files, path) != there for path, there in made.looked_up):
            return None
        if not self._taken_over(file, made.size, made.time):
            return None
        self._kept[self._pages].add(file.dest_uri)
        return made

    def made(self, file: File, key: str, made: Made) -> None:
        """Note a page that was made; one of which MkDocs said something is made again, so that it says it again."""
        if not made.said and made.size and not made.failed:
            self._store.put(self._pages, file.dest_uri, pickle.dumps((key, made), pickle.HIGHEST_PROTOCOL))
            self._kept[self._pages].add(file.dest_uri)

    def copy(self, file: File) -> None:
        """Put a file that is no page into its place."""
        source = _known_by(file.abs_src_path)
        row = self._row(self._files, file.dest_uri)
        if source is None or row is None or row[0] != source or not self._taken_over(file, *row[1]):
            file.copy_file()
            here = Path(file.abs_dest_path).stat()
            if source is not None:
                self._store.put(self._files, file.dest_uri, pickle.dumps((source, (here.st_size, here.st_mtime_ns))))
        if source is not None:
            self._kept[self._files].add(file.dest_uri)

    def close(self) -> None:
        """Forget what is no longer there, and keep the rest for the next build."""
        for kind, keys in self._kept.items():
            self._store.keep_only(kind, keys)
        self.keeping.finish()

    def _is_there(self, files: Files, path: str) -> bool:
        """Return what MkDocs would find, asked once for each path: pages lead to the same ones."""
        known = self._there.get(path)
        if known is None:
            known = self._there[path] = files.get_file_from_path(path) is not None
        return known

    def _row(self, kind: str, key: str) -> Any:
        packed = self._store.get(kind, key) if self._site is not None else None
        return None if packed is None else pickle.loads(packed)  # noqa: S301 - from the user's own cache, with a digest

    def _taken_over(self, file: File, size: int, time: int) -> bool:
        assert self._site is not None
        old, new = f"{self._site}/{file.dest_uri}", file.abs_dest_path
        try:
            found = os.lstat(old)
            if (found.st_size, found.st_mtime_ns) != (size, time) or not stat.S_ISREG(found.st_mode):
                return False
            if (above := os.path.dirname(new)) not in self._folders:  # noqa: PTH120 - thousands of files
                os.makedirs(above, exist_ok=True)  # noqa: PTH103
                self._folders.add(above)
            try:
                os.link(old, new, follow_symlinks=False)
            except OSError:  # a disk without links, or too many of one file
                shutil.copy2(old, new)
        except OSError:
            return False
        return True


def page_key(frame: str, file: File) -> str:
    """Return a digest of the frame and of the source of ``file``, and of how it is shown."""
    digest = hashlib.blake2b(digest_size=16, key=bytes.fromhex(frame))
    digest.update(f"{file.src_uri}\0{file.dest_uri}\0{file.inclusion.name}\0".encode() + file.content_bytes)
    return digest.hexdigest()


def frame_key(config: MkDocsConfig, nav: Navigation, around: object, *, serving: bool) -> str:
    """Return a digest of all that every page depends on."""
    digest = hashlib.blake2b(digest_size=16)
    settings = {name: config[name] for name in sorted(config) if name not in _LEFT_OUT}
    theme = {**{name: config.theme[name] for name in sorted(config.theme)}, "name": config.theme.name}
    for part in (program(), _plain(settings), _plain(theme), str(nav), around, serving):
        digest.update(repr(part).encode("utf-8", "surrogateescape") + b"\0")
    for path in sorted(path for path in _own_files(config) if path.is_file()):
        digest.update(os.fsencode(path.name) + b"\0" + hashlib.blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


def _own_files(config: MkDocsConfig) -> Sequence[Path]:
    """List the archive's own files on which every page depends: its templates. What is installed has a version."""
    installed = Path(mkdocs.__file__).parents[1]
    own = [folder for folder in map(Path, config.theme.dirs) if not folder.is_relative_to(installed)]
    return [path for folder in own for path in folder.rglob("*")]


def _plain(value: Any) -> Any:
    """Return a setting as something whose ``repr`` is the same in every run."""
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in value}
    if isinstance(value, list | tuple | set | frozenset):
        plain = [_plain(part) for part in value]
        return sorted(plain, key=repr) if isinstance(value, set | frozenset) else plain
    if value is None or isinstance(value, str | int | float | bytes):
        return value
    return type(value).__qualname__, _plain(vars(value)) if hasattr(value, "__dict__") else str(value)


def _known_by(path: str | None) -> tuple[int, int, int] | None:
    """Return what a source is known by: its size, time and place on the disk; None for what is made in memory."""
    if path is None:
        return None
    stat = os.stat(path)  # noqa: PTH116 - thousands of files
    return stat.st_size, stat.st_mtime_ns, stat.st_ino
