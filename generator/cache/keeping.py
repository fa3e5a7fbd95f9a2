"""The one way in which results are kept from run to run: by a digest of all that they depend on.

A stage hands over its work in pieces, and states of each on what its result depends; what the last run made of the same is taken over, the
rest is made by all cores. Nothing is ever compared with a time or a place: a piece that depends on something else has another key, and a
key that no piece has any more is forgotten when the run ends well.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from generator.cache.store import Store
from generator.cache.templates import KeptTemplates
from generator.processes import fan_out

_Piece = TypeVar("_Piece")
_Made = TypeVar("_Made")

#: Does work on pieces, and yields the results in their order.
Share = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]


class Keeping:
    """Results kept in ``store``; ``shared`` is what all of them depend on, such as the program and the settings."""

    def __init__(self, store: Store | None = None, *shared: object) -> None:
        self._store = store or Store()
        self._shared = digest(shared) if self._store.keeps else ""
        self._used: dict[str, set[str]] = {}
        self._digests: dict[int, tuple[object, str]] = {}

    def made(
        self,
        kind: str,
        work: Callable[[_Piece], _Made],
        pieces: Sequence[_Piece],
        depends: Callable[[_Piece], object],
        by: Share = fan_out,
    ) -> Iterator[_Made]:
        """Yield ``work`` of each of ``pieces``, in their order.

        What ``depends`` states of a piece, with what all share, is all that its result depends on; where it is None, nothing is kept of
        the piece, nor is a result that is an error. Both are pickled. ``by`` shares out what is to be made.
        """
        if not self._store.keeps:
            yield from by(work, pieces)
            return
        known, used = set(self._store.keys(kind)), self._used.setdefault(kind, set())
        keys = [self._key(depends(piece)) for piece in pieces]
        new = [piece for piece, key in zip(pieces, keys, strict=True) if key not in known]
        fresh = by(partial(_packed, work), new)
        for piece, key in zip(pieces, keys, strict=True):
            kept = self._store.get(kind, key) if key is not None and key in known else None
            packed = kept or (_packed(work, piece) if key in known else next(fresh))  # what is damaged is made here
            result: _Made = pickle.loads(packed)  # noqa: S301 - made by this run, or from the user's own cache, with a digest
            if key is not None and not isinstance(result, Exception):
                used.add(key)
                if kept is None:
                    self._store.put(kind, key, packed)
            yield result

    def once(self, of: object) -> str:
        """Return the digest of ``of``, which never changes and on which several results depend: it is made once."""
        if not self._store.keeps:
            return ""
        known = self._digests.get(id(of))
        if known is None:
            known = self._digests[id(of)] = (of, digest(of))  # held, so that nothing else has its identity
        return known[1]

    def templates(self) -> KeptTemplates | None:
        """Return the compiled templates that are kept; None where nothing is."""
        return KeptTemplates(self._store, self._shared) if self._store.keeps else None

    def stop(self) -> None:
        """Keep and take over nothing any more in this run: what it makes from now on is not what the next run will make."""
        self._store = Store()
        self._digests.clear()

    def finish(self) -> None:
        """Keep for the next run what this one used, and nothing else of its kinds."""
        for kind, keys in self._used.items():
            self._store.keep_only(kind, keys)
        self._store.commit()

    def _key(self, on: object) -> str | None:
        return None if on is None else digest((self._shared, on))


#: Keeps nothing.
NOTHING_KEPT = Keeping()


def digest(of: object) -> str:
    """Return a digest of ``of`` by its pickle: what differs has another; what is the same may have another too, and is then made again."""
    return hashlib.blake2b(pickle.dumps(of, pickle.HIGHEST_PROTOCOL), digest_size=16).hexdigest()


def _packed(work: Callable[[_Piece], _Made], piece: _Piece) -> bytes:
    return pickle.dumps(work(piece), pickle.HIGHEST_PROTOCOL)
