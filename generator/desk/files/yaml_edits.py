"""One entry of a YAML list changed in its place: ruamel rewrites it with its comments and its order, and no other line is touched."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.error import YAMLError

from generator.desk.files.yaml_lists import YamlList
from generator.desk.problems import DeskError
from generator.messages import message
from generator.yaml_documents import load

_WIDE = 10_000  # columns: a line that a person wrote on one line stays on one


def edited(
    data: bytes | None, is_meant: Callable[[Mapping[str, Any]], bool], edit: Callable[[Any], None], ids: Collection[str]
) -> bytes | None:
    """Return the file ``data`` after ``edit`` of the first entry that ``is_meant``; None where there is none.

    Entries in which one of ``ids`` is written are looked at first, for to read every entry of a long file takes long. Raises DeskError for
    a file that is no list with an entry a line, or an entry that cannot be rewritten.
    """
    entries = YamlList.of(data)
    texts = ["".join(entries.lines[start:end]) for start, end in entries.places]
    for place, text in sorted(enumerate(texts), key=lambda entry: not any(each in entry[1] for each in ids)):
        if is_meant(load(text)[0]):
            return entries.with_text(place, _rewritten(text, edit)).data or b""
    return None


def extend(entry: Any, key: str, more: Iterable[str], after: tuple[str, ...]) -> None:
    """Put ``more`` into the list ``key`` of ``entry``, each once; a new list goes below the last of the keys ``after`` that it has."""
    there, new = entry.get(key), list(dict.fromkeys(more))
    if there is None and new:
        there = CommentedSeq()
        there.fa.set_flow_style()
        keys = list(entry)
        entry.insert(max((keys.index(each) + 1 for each in after if each in keys), default=len(keys)), key, there)
    for each in new:
        if each not in there:
            there.append(each)


def take_out(entry: Any, key: str, gone: Iterable[str]) -> None:
    """Take ``gone`` out of the list ``key`` of ``entry``, and the list where nothing is left of it."""
    there, without = entry.get(key), set(gone)
    if there is None or not without & set(there):
        return
    for at in reversed(range(len(there))):
        if there[at] in without:
            del there[at]
    if not there:
        del entry[key]


def _rewritten(text: str, edit: Callable[[Any], None]) -> str:
    """Return the entry ``text``, which our own reader has accepted, after ``edit``."""
    editor = YAML(typ="rt", pure=True)
    editor.preserve_quotes = True
    editor.width = _WIDE
    editor.allow_unicode = True
    try:
        loaded = editor.load(text)
    except YAMLError as error:
        raise DeskError(message("desk.no_block_list"), fix=message("desk.fix.by_hand")) from error
    edit(loaded[0])
    out = io.StringIO()
    editor.dump(loaded, out)
    return out.getvalue()
