"""What was dropped or pasted and not accepted yet: kept in ``seeds/.inbox/``, so that nothing is lost when the desk ends."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.adding.fetched import Fetched
from generator.adding.known import Known
from generator.adding.proposals import Changes, Proposal, propose
from generator.adding.unpacking import can_be_read, found_in_bytes
from generator.containment import contained
from generator.desk.files.saving import Contents, Saver
from generator.desk.problems import DeskError
from generator.errors import KyYeuError
from generator.messages import message

FOLDER = ".inbox"  #: below seeds/: what begins with a dot is no article
_MOST = 2000  #: items that may wait
_PAUSE = 2.0  #: seconds after which it is looked again what others put into seeds/
_META, _DATA = ".json", ".data"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits, as it came, with what a person corrected in it; ``order`` is its place in the list."""

    id: str
    fetched: Fetched
    changes: Changes
    order: int


@dataclass
class Inbox:
    """The inbox of an archive. Proposals are kept until what they rest on changes."""

    saver: Saver
    _known: tuple[int, Known] | None = None
    _made: dict[tuple[str, Changes], Proposal | KyYeuError] = field(default_factory=dict)
    _items: dict[str, Waiting] | None = None
    _digests: dict[tuple[str, Changes], str] = field(default_factory=dict)
    _looked: float = 0.0
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def items(self) -> tuple[Waiting, ...]:
        """Return what waits, in the order in which it came."""
        with self._lock:
            if self._items is None:
                self._items = {each.id: each for each in self._stored()}
            return tuple(sorted(self._items.values(), key=lambda each: (each.order, each.id)))

    def upload(self, data: bytes, name: str) -> tuple[list[str], list[KyYeuError], list[str]]:
        """Take a file that came under ``name``: itself, or the members of an archive.

        Returns the ids of what waits then, the errors of members, and the addresses that lists and shortcuts hold.
        """
        ids, errors, addresses = [], [], []
        for found in found_in_bytes(data, name):
            if isinstance(found, KyYeuError):
                errors.append(found)
            elif isinstance(found, str):
                addresses.append(found)
            elif can_be_read(found.name) or not found.within:
                ids.append(self.take(found))
        return ids, errors, addresses

    def take(self, fetched: Fetched) -> str:
        """Let ``fetched`` wait, and return its id. Raises DeskError for more than may wait."""
        with self._lock:
            items = self.items()
            if len(items) >= _MOST:
                raise DeskError(message("desk.inbox_full", n=_MOST), fix=message("desk.fix.inbox_full"))
            waiting = Waiting(secrets.token_hex(8), fetched, Changes(), max((each.order for each in items), default=0) + 1)
            paths = self._paths(waiting.id)
            self.saver.change(paths, lambda _: {paths[0]: _meta(waiting), paths[1]: fetched.data}, "dropped_in", undoable=False)
            assert self._items is not None
            self._items[waiting.id] = waiting
            return waiting.id

    def change(self, id: str, changes: Changes) -> None:
        """Note what a person corrected. Raises KeyError for an item that does not wait."""
        with self._lock:
            self.items()
            assert self._items is not None
            waiting = replace(self._items[id], changes=changes)
            path = self._paths(id)[0]
            self.saver.change([path], lambda _: {path: _meta(waiting)}, "inbox_changed", waiting.fetched.shown)
            self._items[id] = waiting

    def drop(self, id: str) -> None:
        """Take an item out. Raises KeyError for one that does not wait."""
        with self._lock:
            self.items()
            assert self._items is not None
            waiting, paths = self._items[id], self._paths(id)
            self.saver.change(paths, lambda _: dict.fromkeys(paths), "inbox_dropped", waiting.fetched.shown)
            del self._items[id]

    def accept(self, id: str) -> str:
        """Write the article and its original into ``seeds/``, and return the place of the text.

        Raises KeyError for an item that does not wait, its error if it is none, and DeskError for one that is damaged or whose place was
        taken meanwhile.
        """
        with self._lock:
            proposal = self.proposal(id)
            if isinstance(proposal, KyYeuError):
                raise proposal
            if proposal.damage is not None:
                raise DeskError(proposal.damage, fix=message("desk.fix.damaged"))
            root = self.saver.folder.root
            made = {root / proposal.place: proposal.text.encode()}
            if proposal.original is not None:
                made[root / proposal.original] = proposal.fetched.data
            paths = self._paths(id)

            def edit(now: Contents) -> Contents:
                taken = next((path for path in made if now[path] is not None), None)
                if taken is not None:
                    raise DeskError(message("adding.taken"), path=taken, fix=message("adding.fix.taken"))
                return {**made, **dict.fromkeys(paths)}

            self.saver.change([*made, *paths], edit, "accepted", proposal.article.title)
            assert self._items is not None
            del self._items[id]
            self.known().note(proposal.place, proposal.article)
            self._forget_like(proposal)
            return proposal.place

    def proposal(self, id: str) -> Proposal | KyYeuError:
        """Return what accepting the item would write, or its error. Raises KeyError for an item that does not wait."""
        with self._lock:
            self.items()
            assert self._items is not None
            waiting = self._items[id]
            known, key = self.known(), (id, waiting.changes)
            if key not in self._made:
                taken = [each.place for (of, _), each in self._made.items() if isinstance(each, Proposal) and of != id]
                path = Path(waiting.fetched.shown or "-")
                self._made[key] = contained(path, lambda: propose(waiting.fetched, known, waiting.changes, taken))
            return self._made[key]

    def twins(self) -> Mapping[str, str]:
        """Return, of items that have the text or bytes of one before them, the title of the first, by their ids."""
        first: dict[str, str] = {}
        found: dict[str, str] = {}
        for each in self.items():
            made = self._made.get((each.id, each.changes))
            if isinstance(made, Proposal):
                for mark in (made.fetched.sha256, self._digest(each, made)):
                    if mark in first:
                        found.setdefault(each.id, first[mark])
                    first.setdefault(mark, made.article.title)
        return found

    def _forget_like(self, accepted: Proposal) -> None:
        """Read again what has the bytes or the text of an article that is there now."""
        text = _text_mark(accepted)
        for key, each in list(self._made.items()):
            if isinstance(each, Proposal) and (each.fetched.sha256 == accepted.fetched.sha256 or _text_mark(each) == text):
                del self._made[key]

    def _digest(self, waiting: Waiting, made: Proposal) -> str:
        key = (waiting.id, waiting.changes)
        if key not in self._digests:
            self._digests[key] = _text_mark(made)
        return self._digests[key]

    def known(self) -> Known:
        """Return the articles that are there already."""
        with self._lock:
            if self._known is not None and time.monotonic() - self._looked < _PAUSE:
                return self._known[1]
            stamp, self._looked = self._stamp(), time.monotonic()
            if self._known is None or self._known[0] != stamp:
                self._known = (stamp, Known.of(self.saver.folder))
                self._made.clear()
            return self._known[1]

    def forget(self) -> None:
        """Read the inbox anew: something was undone."""
        with self._lock:
            self._items = None
            self._known = None
            self._made.clear()

    def _stamp(self) -> int:
        """Return a number that changes with what others put into ``seeds/``; what was accepted here is known."""
        try:
            files = self.saver.folder.seed_files()
        except KyYeuError:
            return 0
        ours = {path for step in self.saver.steps if step.what == "accepted" for path in step.after}
        return hash(tuple(path for path in files if path not in ours))

    def _stored(self) -> Iterator[Waiting]:
        folder = self.saver.folder.seeds / FOLDER
        for path in sorted(folder.glob(f"*{_META}")):
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):  # a file that is not ours
                stated = json.loads(path.read_bytes())
                data = path.with_suffix(_DATA).read_bytes()
                fetched = Fetched(data, stated["name"], stated["address"], stated["retrieved"], stated["media_type"])
                yield Waiting(path.stem, fetched, Changes(**stated["changes"]), int(stated["order"]))

    def _paths(self, id: str) -> tuple[Path, Path]:
        if not id.isalnum():
            raise KeyError(id)
        folder = self.saver.folder.seeds / FOLDER
        return folder / f"{id}{_META}", folder / f"{id}{_DATA}"


def _meta(waiting: Waiting) -> bytes:
    of = waiting.fetched
    stated: Mapping[str, Any] = {
        "name": of.name, "address": of.address, "retrieved": of.retrieved, "media_type": of.media_type, "order": waiting.order,
        "changes": asdict(waiting.changes),
    }  # fmt: skip
    return json.dumps(stated, ensure_ascii=False, indent=1).encode()


def _text_mark(of: Proposal) -> str:
    return hashlib.sha256(" ".join(part.text for part in of.document.parts).encode("utf-8", "replace")).hexdigest()
