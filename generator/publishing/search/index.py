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
from pathlib import Path
from typing import Any

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.processes import fan_out
from generator.publishing.search.names import names
from generator.publishing.search.pages import SearchPage, search_page
from generator.publishing.search.postings import GROUPS, Postings, Run, files_of, groups, number_of_files, vocabulary
from generator.publishing.search.replacing import put_in_place, working_folder
from generator.publishing.search.short_forms import short_forms

FOLDER = "search"
_RUNS, _RUN = "runs", 1000  # pages whose lists are in memory at once
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


def index_pages(site: Path, pages: Sequence[SearchPage]) -> int:
    """Write the index of ``pages``, sorted by the parts of their addresses, below ``site``; see :func:`index_site`."""
    try:
        if not pages:
            raise PublishingError(message("search.no_page"), path=site, fix=message("search.fix.no_page"))
        working = working_folder(site / FOLDER)
        try:
            put_in_place(working, _write(working, pages))
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


def _write(working: Path, pages: Sequence[SearchPage]) -> dict[str, Any]:
    """Write the files of the index into ``working`` and gives its manifest."""
    runs = _runs(working / _RUNS, pages)
    buckets = number_of_files(sum(run.numbers for run in runs))
    digests: dict[str, bytes] = {}

    def put(name: str, data: Any) -> None:
        digests[name] = _put(working, name, data)

    def merge(group: int) -> tuple[dict[str, bytes], dict[str, list[object]]]:
        files = files_of(group, runs, buckets)
        return {name: _put(working, name, file) for name, file in ((f"t/{number}", files[number]) for number in files)}, vocabulary(
            list(files.values())
        )

    put("short", short_forms())
    terms: dict[str, list[object]] = {}
    for written, found in fan_out(merge, groups(buckets), fewest=GROUPS if len(runs) == 1 else 1):
        digests |= written
        terms |= found
    shutil.rmtree(working / _RUNS)
    packs = []
    for number, pack in enumerate(_packs(pages)):
        put(f"d/{number}", pack)
        packs.append(len(pack))
    put("facets", _facets(pages, [words for run in runs for words in run.words]) | {"packs": packs})
    by_letter: dict[str, dict[str, list[object]]] = {}
    for term in sorted(terms):
        by_letter.setdefault(term[0], {})[term] = terms[term]
    letters: dict[str, list[str]] = {}
    for kind, files_by_letter in (("v", by_letter), ("n", names(pages))):
        for letter, rows in sorted(files_by_letter.items()):
            put(f"{kind}/{_name(letter)}", rows)
            letters.setdefault(kind, []).append(_name(letter))
    folder = hashlib.sha256(b"".join(name.encode() + b"\0" + digests[name] for name in sorted(digests))).hexdigest()[:12]
    return {"format": FORMAT, "folder": folder, "files": buckets, "pages": len(pages), "packs": len(packs), "letters": letters}


def _runs(folder: Path, pages: Sequence[SearchPage]) -> list[Run]:
    """Write the lists of all pages into ``folder``, a run for each portion of them."""
    folder.mkdir(parents=True)

    def run(first: int) -> Run:
        postings = Postings(first)
        words = [postings.add(page.title, "\n".join(page.blocks)) for page in pages[first : first + _RUN]]
        return postings.written(folder / str(first), words)

    return list(fan_out(run, range(0, len(pages), _RUN), fewest=1))


def _put(working: Path, name: str, data: Any) -> bytes:
    """Write ``data`` as the file ``name``, and return its digest."""
    packed = gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), compresslevel=6, mtime=0)
    path = working / f"{name}.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed)
    return hashlib.sha256(packed).digest()


def _packs(pages: Sequence[SearchPage]) -> Iterator[list[dict[str, Any]]]:
    """Yield the documents in packs of neighbours, each about :data:`A_PACK` letters or one document."""
    pack: list[dict[str, Any]] = []
    size = 0
    for page in pages:
        letters = len(page.title) + sum(map(len, page.blocks)) + _FRAME
        if pack and size + letters > A_PACK:
            yield pack
            pack, size = [], 0
        pack.append(_document(page))
        size += letters
    if pack:
        yield pack


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


def _facets(pages: Sequence[SearchPage], lengths: Sequence[int]) -> dict[str, Any]:
    """Columns with one value per page; labels of filters are stored once, columns hold their numbers."""
    kinds = sorted({page.kind for page in pages})
    labels: dict[str, list[list[str]]] = {}
    columns: dict[str, list[list[int]]] = {}
    for name in FILTERS:
        values = sorted({(str(value), str(label)) for page in pages for value, label in page.facts.get(name, ())})
        known = {one: number for number, one in enumerate(values)}
        labels[name] = [list(value) for value in values]
        columns[name] = [[known[str(value), str(label)] for value, label in page.facts.get(name, ())] for page in pages]
    return {
        "kinds": kinds,
        "kind": [kinds.index(page.kind) for page in pages],
        "date": [str(page.facts.get("ngay") or "") for page in pages],
        "length": list(lengths),
        "labels": labels,
        "columns": columns,
    }


def _name(letters: str) -> str:
    """Return a letter, or two, as a file's name on every system."""
    return "".join(letter if letter.isascii() else f"u{ord(letter):x}" for letter in letters)
