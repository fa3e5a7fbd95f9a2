"""From a built site to its search index, in ``site/search/``.

``manifest.json`` names the folder of this index by a digest of what it holds, so that a browser never mixes two. In it lie
``facets.bin`` (what the filters and the ranking need of every page), ``short.bin`` (short forms), ``t/`` (lists), ``d/`` (titles,
facts and texts of a few pages, for their results; the column ``packs`` states of how many each), ``v/`` (vocabulary), ``n/`` (names, to
suggest and to answer with). Every ``.bin`` is gzipped JSON under a neutral name, so that no server adds an encoding of its own. The
browser's side is ``docs/assets/javascripts/search/index.js``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.processes import fan_out
from generator.publishing.search.names import names
from generator.publishing.search.pages import Pages, SearchPage, search_page
from generator.publishing.search.postings import Lists, Postings, Run, files_of, groups, number_of_files, parts_of, vocabulary
from generator.publishing.search.replacing import put_in_place, working_folder
from generator.publishing.search.short_forms import short_forms
from generator.text.shards import bucket

FOLDER = "search"
_RUNS, _RUN = "runs", 128  # pages whose lists are in memory at once, about, and at most four times as many
_FEWEST = 16  #: groups of lists for which a process is worth its start
FORMAT = 3  #: of the files; the browser's side refuses another
A_PACK = 2500  #: letters of a file of documents: about a median article, so that results of small pages load no more than of articles
_FRAME = 200  #: letters of a document beside its title and text, about
#: The lists of [id, label] by which results can be filtered, as ``data-search`` and the address of a query name them.
FILTERS = ("don-vi", "tinh", "nam", "hinh-thuc", "muc")


def index_site(site: Path) -> int:
    """Write the index of the pages below ``site`` and gives their number. Of what lies in ``search/`` only an index is replaced.

    Raises PublishingError for a folder without pages, for what has the place of the index and is none, and when the disk refuses.
    """
    try:
        return index_pages(site, list(_pages(site)))
    except OSError as error:
        why = message("search.unwritable", reason=refusal(error))
        raise PublishingError(why, path=error.filename or site, fix=message("disk.fix.unwritable")) from error


def index_pages(site: Path, pages: Sequence[SearchPage], keeping: Keeping = NOTHING_KEPT) -> int:
    """Write the index of ``pages``, sorted by the parts of their addresses, below ``site``; see :func:`index_site`. ``keeping`` has what
    the last build made of the same pages."""
    try:
        if not pages:
            raise PublishingError(message("search.no_page"), path=site, fix=message("search.fix.no_page"))
        working = working_folder(site / FOLDER)
        try:
            put_in_place(working, _write(working, pages, keeping))
        finally:
            shutil.rmtree(working, ignore_errors=True)  # there only where something failed
    except OSError as error:
        why = message("search.unwritable", reason=refusal(error))
        raise PublishingError(why, path=error.filename or site, fix=message("disk.fix.unwritable")) from error
    return len(pages)


def _pages(site: Path) -> Iterator[SearchPage]:
    paths = []
    for here, below, files in os.walk(site):
        below[:] = sorted(name for name in below if not (Path(here) == site and name in {FOLDER, "assets"}))
        paths += [Path(here, name) for name in files if name.endswith(".html") and name != "404.html"]
    for path in sorted(paths, key=lambda path: path.relative_to(site).parts):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        page = search_page(url, path.read_text(encoding="utf-8", errors="replace"))
        if page is not None:
            yield page


def _write(working: Path, pages: Sequence[SearchPage], keeping: Keeping) -> dict[str, Any]:
    """Write the files of the index into ``working`` and gives its manifest."""
    heads, letters = _heads(pages)
    runs = _runs(working / _RUNS, pages, heads, keeping)
    buckets = number_of_files(sum(run.numbers for run in runs))
    digests: dict[str, bytes] = {}

    def put(name: str, packed: bytes) -> None:
        digests[name] = _put(working, name, packed)

    def merged(group: int) -> tuple[dict[str, bytes], dict[str, list[object]]]:
        files = files_of(group, runs, buckets)
        return {f"t/{number}": _packed(files[number]) for number in files}, vocabulary(list(files.values()))

    def depends(group: int) -> object:
        return group, buckets, [(run.first, [run.digests[part] for part in parts_of(group, buckets)]) for run in runs]

    terms: dict[str, list[object]] = {}
    for written, found in keeping.made("search lists", merged, groups(buckets), depends, partial(fan_out, fewest=_FEWEST)):
        for name, packed in written.items():
            put(name, packed)
        terms |= found
    shutil.rmtree(working / _RUNS)
    packs = []
    for number, (packed, size) in enumerate(keeping.made("search documents", _pack, list(_packs(pages, letters)), _of_pages)):
        put(f"d/{number}", packed)
        packs.append(size)
    by_letter: dict[str, dict[str, list[object]]] = {}
    for term in sorted(terms):
        by_letter.setdefault(term[0], {})[term] = terms[term]
    beginnings: dict[str, list[str]] = {}
    tables: list[tuple[str, Any]] = [("short", dict(short_forms())), ("facets", _facets(heads, runs) | {"packs": packs})]
    for kind, files_by_letter in (("v", by_letter), ("n", names(heads))):
        for letter, rows in sorted(files_by_letter.items()):
            tables.append((f"{kind}/{_name(letter)}", rows))
            beginnings.setdefault(kind, []).append(_name(letter))
    for (name, _), packed in zip(tables, keeping.made("search table", _table, tables, lambda table: table[1]), strict=True):
        put(name, packed)
    folder = hashlib.sha256(b"".join(name.encode() + b"\0" + digests[name] for name in sorted(digests))).hexdigest()[:12]
    return {"format": FORMAT, "folder": folder, "files": buckets, "pages": len(pages), "packs": len(packs), "letters": beginnings}


def _heads(pages: Sequence[SearchPage]) -> tuple[list[SearchPage], list[int]]:
    """Return the pages without their texts, of which one at a time is in memory, and the letters of each with its text."""
    heads, letters = [], []
    for page in pages:
        heads.append(replace(page, blocks=()))
        letters.append(len(page.title) + sum(map(len, page.blocks)) + _FRAME)
    return heads, letters


def _runs(folder: Path, pages: Sequence[SearchPage], heads: Sequence[SearchPage], keeping: Keeping) -> list[Run]:
    """Write the lists of all pages into ``folder``, a run for each portion of them."""
    folder.mkdir(parents=True)
    portions = list(_portions(pages, heads))
    runs: list[Run] = []
    for portion, lists in zip(portions, keeping.made("search run", _lists, portions, _of_pages, partial(fan_out, fewest=1)), strict=True):
        runs.append(lists.placed(folder / str(len(runs)), portion.first))
    return runs


def _portions(pages: Sequence[SearchPage], heads: Sequence[SearchPage]) -> Iterator[Pages]:
    """Yield the pages in portions that begin at certain addresses, so that a new page leaves most portions as they were."""
    first = 0
    for at, page in enumerate(heads):
        if at > first and (bucket(page.url, _RUN) == 0 or at - first == 4 * _RUN):
            yield Pages(pages, first, at)
            first = at
    yield Pages(pages, first, len(pages))


def _lists(portion: Pages) -> Lists:
    postings = Postings()
    return postings.lists([postings.add(page.title, "\n".join(page.blocks)) for page in portion])


def _of_pages(portion: Pages) -> object:
    return portion.packed()


def _put(working: Path, name: str, packed: bytes) -> bytes:
    """Write the file ``name``, and return its digest."""
    path = working / f"{name}.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed)
    return hashlib.sha256(packed).digest()


def _packed(data: Any) -> bytes:
    return gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), compresslevel=6, mtime=0)


def _table(table: tuple[str, Any]) -> bytes:
    return _packed(table[1])


def _pack(portion: Pages) -> tuple[bytes, int]:
    """Return the documents of ``portion`` as a file, and their number."""
    return _packed([_document(page) for page in portion]), len(portion)


def _packs(pages: Sequence[SearchPage], letters: Sequence[int]) -> Iterator[Pages]:
    """Yield the documents in packs of neighbours, each about :data:`A_PACK` letters or one document."""
    first = size = 0
    for at, of_page in enumerate(letters):
        if at > first and size + of_page > A_PACK:
            yield Pages(pages, first, at)
            first, size = at, 0
        size += of_page
    yield Pages(pages, first, len(pages))


def _document(page: SearchPage) -> dict[str, Any]:
    facts = page.facts
    return {
        "url": page.url,
        "title": page.title,
        "kind": page.kind,
        "date": facts.get("ngay"),
        "units": [label for _, label in facts.get("don-vi", ())],
        "awards": facts.get("khen", []),
        "text": list(page.blocks),
    }


def _facets(pages: Sequence[SearchPage], runs: Sequence[Run]) -> dict[str, Any]:
    """Columns with one value per page; labels of filters are stored once, columns hold their numbers."""
    kind: list[str] = []
    date: list[str] = []
    values: dict[str, list[list[tuple[str, str]]]] = {name: [] for name in FILTERS}
    for page in pages:
        kind.append(page.kind)
        date.append(str(page.facts.get("ngay") or ""))
        for name, column in values.items():
            column.append([(str(value), str(label)) for value, label in page.facts.get(name, ())])
    kinds = sorted(set(kind))
    labels = {name: sorted({value for of_page in column for value in of_page}) for name, column in values.items()}
    places = {name: {value: number for number, value in enumerate(found)} for name, found in labels.items()}
    return {
        "kinds": kinds,
        "kind": [kinds.index(value) for value in kind],
        "date": date,
        "length": [words for run in runs for words in run.words],
        "labels": {name: [list(value) for value in found] for name, found in labels.items()},
        "columns": {name: [[places[name][value] for value in of_page] for of_page in column] for name, column in values.items()},
    }


def _name(letters: str) -> str:
    """Return a letter, or two, as a file's name on every system."""
    return "".join(letter if letter.isascii() else f"u{ord(letter):x}" for letter in letters)
