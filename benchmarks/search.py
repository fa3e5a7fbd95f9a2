"""The search beside Material's stock search and plain Pagefind, on the same pages in one run, in headless Chromium.

    python benchmarks/search.py [PAGES]      the queries among PAGES articles made by chance (default: 1000)

Pages are the seeds' and the traps' (tests/search/archive/), built by MkDocs, and PAGES more in the same form. For each engine: how
many of the queries of tests/search/queries.yml behave as written there; of random phrases typed without diacritics, the
recall of the page they were cut from and how often the first result holds the phrase; kilobytes loaded by the first query
and by a further one (median and worst); milliseconds from the key to the results; CPU seconds to build the index. Pagefind
(the `bench` requirements) and the stock search are measured as they come: Pagefind on the built pages, Material's on the same
texts with lang: vi. Figures of one machine and one run: read them as ratios.
"""

from __future__ import annotations

import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.search.index import index_site
from generator.publishing.search.pages import search_page
from generator.text.search_terms import terms
from tests.browser.conftest import served
from tests.conftest import ROOT, new_archive
from tests.search.filler import add, article

QUERIES = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text(encoding="utf-8"))
PHRASES = 60
FURTHER = ("hoàn thành tốt nhiệm vụ", "Nguyễn Văn An", "Ban Thường vụ", "phong trào thi đua", "hội nghị tổng kết")

OURS = """async ([base, asked]) => {
  const { open, search } = await import(new URL("assets/javascripts/search/search.js", base));
  const index = await open(base);
  const { pages } = await search(index, asked);
  const shown = await Promise.all(pages.slice(0, 10).map((one) => index.page(one)));
  return [shown.map((one) => one.url), pages.length];
}"""
PAGEFIND = """async ([base, asked]) => {
  const engine = await import(new URL("pagefind/pagefind.js", base));
  await engine.options({ baseUrl: "/" });
  const { results } = await engine.search(asked);
  const shown = await Promise.all(results.slice(0, 10).map((one) => one.data()));
  return [shown.map((one) => one.url.replace(/^\\//, "")), results.length];
}"""
STOCK = """async ([base, asked]) => {
  globalThis.stock ??= (async () => {
    const worker = new Worker(new URL("stock/workers/worker.js", base));
    const config = await (await fetch(new URL("stock/search_index.json", base))).json();
    const next = (type) => new Promise((done) => worker.addEventListener("message", (event) => {
      if (event.data.type === type) done(event.data.data);
    }, { once: true }));
    const ready = next(1);
    worker.postMessage({ type: 0, data: { config: config.config, docs: config.docs, options: { suggest: false } } });
    await Promise.race([ready, new Promise((_, fail) => setTimeout(() => fail(new Error("the stock worker does not answer")), 60000))]);
    return { worker, next };
  })();
  const { worker, next } = await globalThis.stock;
  const answer = next(3);
  worker.postMessage({ type: 2, data: asked });
  const { items } = await answer;
  return [items.slice(0, 10).map((one) => one[0].location.split("#")[0]), items.length];
}"""


@dataclass(frozen=True)
class Engine:
    """A search to measure: how it is asked in the browser, and what building its index cost in CPU seconds."""

    name: str
    ask: str
    seconds: float


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of ``work``, its subprocesses included."""

    def used() -> float:
        return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))

    before = used()
    work()
    return used() - before


def stock_index(site: Path) -> None:
    """Material's worker and an index in the form of MkDocs' own search plugin, with ``lang: vi``."""
    theme = Path(str(find_spec("material").origin)).parent / "templates" / "assets" / "javascripts"  # type: ignore[union-attr]
    folder = site / "stock"
    shutil.copytree(theme / "lunr", folder / "lunr")
    worker = next((theme / "workers").glob("search.*.min.js"))
    (folder / "workers").mkdir()
    shutil.copy(worker, folder / "workers" / "worker.js")
    docs = []
    for path in sorted(site.rglob("index.html")):
        page = search_page(path.parent.relative_to(site).as_posix() + "/", path.read_text(encoding="utf-8"))
        if page:
            docs.append({"location": page.url, "title": page.title, "text": " ".join(f"<p>{block}</p>" for block in page.blocks)})
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}  # the plugin's own
    config = {"lang": ["vi"], "separator": "[\\s\\-]+", "pipeline": ["stemmer"], "fields": fields}
    (folder / "search_index.json").write_text(json.dumps({"config": config, "docs": docs}, ensure_ascii=False), encoding="utf-8")


def behaves(case: dict[str, Any], shown: list[str], total: int) -> bool:
    """Return whether the first results are as the case says: what must be absent is, what must lead does, what must be found is there (as
    far as ten results can show it)."""
    names = [url.removeprefix("bai/").strip("/") for url in shown]

    def is_called(one: str, name: str) -> bool:
        return one == f"trap-{name}" or (re.fullmatch(r"\d{3}", name) is not None and one.startswith(f"{name}-"))

    def place(name: str) -> int | None:
        return next((number for number, one in enumerate(names) if is_called(one, name)), None)

    if any(place(name) is not None for name in case.get("missing", ())):
        return False
    if total <= 10 and any(place(name) is None for name in case.get("found", ())):
        return False
    if not shown and case.get("found"):
        return False
    for better, worse in case.get("above", ()):
        first, second = place(better), place(worse)
        if second is not None and (first is None or first > second):
            return False
    places = {place(name) for name in case.get("first", ())} - {None}
    return places == set(range(len(places))) and (bool(places) or not case.get("first"))


def phrases(count: int, pages: int) -> list[tuple[str, str]]:
    """Phrases of two to four words cut from the others, with the address of the page."""
    chance = random.Random(7)
    found: list[tuple[str, str]] = []
    while len(found) < count:
        number = chance.randrange(pages)
        words = chance.choice(article(number)[1]).split()
        start = chance.randrange(len(words) - 4)
        found.append((" ".join(words[start : start + chance.randint(2, 4)]), f"bai/khac-{number:05}/"))
    return found


def plain(phrase: str) -> str:
    """Return without diacritics."""
    return "".join(
        one for one in unicodedata.normalize("NFD", phrase.replace("đ", "d").replace("Đ", "D")) if not unicodedata.combining(one)
    )


def texts(site: Path) -> dict[str, list[str]]:
    """Return the folded words of each page, by its address."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix() + "/"
        page = search_page(address, path.read_text(encoding="utf-8"))
        if page:
            found[address] = [term.folded for term in terms("\n".join((page.title, *page.blocks)))]
    return found


def holds(words: list[str], phrase: str) -> bool:
    """Return whether a page's words hold the phrase, diacritics aside."""
    sought = [term.folded for term in terms(phrase)]
    return any(words[i : i + len(sought)] == sought for i in range(len(words)))


def measure(engine: Engine, page: Page, base: str, pages: int, known: dict[str, list[str]]) -> None:
    """Print one line."""
    loaded: list[int] = []
    page.on("response", lambda given: loaded.append(int(given.headers.get("content-length", 0))))
    page.goto(base + "gioi-thieu/")
    page.wait_for_load_state("networkidle")

    def ask(typed: str) -> tuple[list[str], int, float, float]:
        loaded.clear()
        start = time.perf_counter()
        shown, total = page.evaluate(engine.ask, [base, typed])
        spent = 1000 * (time.perf_counter() - start)
        page.wait_for_load_state("networkidle")
        return shown, total, spent, sum(loaded) / 1000

    *_, first_time, first_bytes = ask("giấy khen")
    further = [ask(typed) for typed in FURTHER]
    asked = [(case, unicodedata.normalize("NFD" if case.get("nfd") else "NFC", case["query"])) for case in QUERIES]
    right = sum(behaves(case, *ask(query)[:2]) for case, query in asked)
    cut = phrases(PHRASES, pages)
    answers = [(ask(plain(phrase)), phrase, url) for phrase, url in cut]
    found = sum(
        url in shown or (total > len(shown) and bool(shown) and holds(known.get(shown[0], []), phrase))
        for (shown, total, *_), phrase, url in answers
    )
    first = sum(bool(shown) and holds(known.get(shown[0], []), phrase) for (shown, *_), phrase, _ in answers)
    sizes = [one[3] for one in further]
    then = statistics.median(one[2] for one in further)
    print(
        f"{engine.name:<16}{right:>4}/{len(QUERIES)}{found / PHRASES:>9.2f}{first / PHRASES:>9.2f}{first_bytes:>11.0f}"
        f"{statistics.median(sizes):>9.0f}/{max(sizes):<7.0f}{first_time:>8.0f}{then:>9.0f}{engine.seconds:>10.1f}"
    )


def main() -> int:
    """Build, indexes three ways, asks, prints."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as temporary:
        sources = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "search" / "archive").glob("*.txt")]
        folder = new_archive(Path(temporary) / "a", {path.name: path.read_bytes() for path in sources})
        pipeline.build(ArchiveFolder.at(folder))
        site = folder / "site"
        add(site, pages)
        engines = [Engine("Kỷ Yếu", OURS, cpu(lambda: index_site(site)))]
        pagefind = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
        if subprocess.run([*pagefind[:3], "--version"], capture_output=True, check=False).returncode == 0:
            engines.append(Engine("Pagefind, plain", PAGEFIND, cpu(lambda: subprocess.run(pagefind, check=True, capture_output=True))))
        else:
            print("Pagefind is not installed (make bench installs it)", file=sys.stderr)
        engines.append(Engine("Material, stock", STOCK, cpu(lambda: stock_index(site))))
        size = sum(path.stat().st_size for path in (site / "search").rglob("*") if path.is_file()) / 1e6
        print(f"{pages} articles and the traps; our index {size:.1f} MB")
        heads = f"{'1st, KB':>11}{'further, KB':>17}{'1st, ms':>8}{'then, ms':>9}{'build, s':>10}"
        print(f"{'engine':<16}{'queries':>7}{'recall':>9}{'first':>9}{heads}")
        known = texts(site)
        with served(site) as base, sync_playwright() as playwright:
            chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for engine in engines:
                measure(engine, browser.new_page(), base, pages, known)
            browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
