"""The one way by which YAML is read: nothing in a document runs, and no document takes time or memory out of proportion.

:func:`document_bytes` reads a file, :func:`compose` gives its nodes with their lines, :func:`load` its values; :func:`entries` composes
a long list again after a small change. PyYAML's scanner in Python is used, not libyaml's: the two accept different documents, MkDocs reads
with the former, and what one of them checked must be what the other reads. Only what comes with the program (:func:`load_packaged`) is read
by libyaml.
"""

from __future__ import annotations

from generator.yaml_documents.composing import compose, line_of
from generator.yaml_documents.documents import LIMITS, Limits, YamlError, document_bytes
from generator.yaml_documents.entry_by_entry import Entry, entries
from generator.yaml_documents.values import Construct, load, load_packaged, value

__all__ = [
    "LIMITS", "Construct", "Entry", "Limits", "YamlError", "compose", "document_bytes", "entries", "line_of", "load", "load_packaged",
    "value",
]  # fmt: skip
