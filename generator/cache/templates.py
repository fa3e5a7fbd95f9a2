"""Compiled templates, kept from run to run: compiling those of the theme and of the pages takes a second."""

from __future__ import annotations

import hashlib
import os
import sys

from jinja2.bccache import Bucket, BytecodeCache

from generator.cache.program import installed
from generator.cache.store import Store

_KIND = "template"


class KeptTemplates(BytecodeCache):
    """Gives an environment what ``store`` has of its templates, by name, source, all that is installed and ``shared``, and keeps what it
    compiles: Jinja works out what it can when it compiles, with the filters of the program and in the language of the archive.

    Processes that are forked compile for themselves: a connection to the store is of one process.
    """

    def __init__(self, store: Store, shared: str) -> None:
        self._store, self._process = store, os.getpid()
        self._version = hashlib.blake2b(f"{sys.version}\n{installed()}\n{shared}".encode(), digest_size=16).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """See Jinja, which compares the digest of the source."""
        kept = self._store.get(_KIND, bucket.key) if os.getpid() == self._process else None
        if kept is not None and kept.startswith(self._version):
            bucket.bytecode_from_string(kept[len(self._version) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """See Jinja."""
        if os.getpid() == self._process:
            self._store.put(_KIND, bucket.key, self._version + bucket.bytecode_to_string())
