"""What a build costs as the archive grows, beside the program of an earlier commit, bare MkDocs, stock Material, Zensical and Hugo.

    python -m benchmarks.scale [COUNT …] [--rounds 3] [--against CHECKOUT] [--folder DIR] [--only NAME …]
    python -m benchmarks.scale --articles DIR [--rounds 3] …

For each COUNT of invented articles (benchmarks/recombining.py, seed 1), or for all texts in DIR, such as ordinary press, which has fewer
facts: `kyyeu build` from nothing, with nothing changed, and with one article edited; the same with the checkout CHECKOUT in its own
environment (CHECKOUT/.venv); and, on the pages that our build generated, MkDocs without our hook, Material with its own search and every
page in the navigation (to 2,000), Zensical, and Hugo (`hugo` in PATH, with a theme of one template). Prints seconds of CPU (all processes),
seconds on the clock, peak memory of all processes together (Pss, MB), bytes (MB) and files of the result: medians of the rounds, which take
turns; then ratios, and the exponents by which CPU grows from one COUNT to the next. Figures of one machine and one run: read them as
ratios. All programs have their bytecode, as installed ones do, whatever the environment says of it.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import yaml

from benchmarks.recombining import write
from tests.conftest import new_archive

MOST_OF_STOCK = 2_000  # articles: with all in its navigation the time grows with the square
#: An empty value is none, and a folder of its own leaves the installed programs alone.
_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path("build", "bytecode").resolve())}
_ARTICLE = "\nTác giả bổ sung một câu về buổi lễ.\n"
_HUGO_SETTINGS = 'title = "Kỷ Yếu"\ndisableKinds = ["taxonomy", "term"]\n[markup.goldmark.renderer]\nunsafe = true\n'
_HUGO = '<!doctype html><html lang="vi"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n'


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: CPU and clock in seconds, peak memory in MB; MB and number of files that it gave."""

    cpu: float
    wall: float
    memory: float
    size: float
    files: float


def measured(command: Sequence[str], folder: Path, result: Path, environment: Mapping[str, str]) -> Cost:
    """Run ``command`` in ``folder`` and measure it with all its processes; ``result`` is what it gives.

    Raises SystemExit with its last words if it fails.
    """
    began, before = time.monotonic(), os.times()
    peak, ended = [0.0], threading.Event()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **_BYTECODE, **environment}, stdout=log, stderr=subprocess.STDOUT
        )

        def watch() -> None:
            while not ended.wait(0.2):
                peak[0] = max(peak[0], _memory(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        ended.set()
        watcher.join()
        after = os.times()
        if code:
            log.seek(0)
            sys.exit(f"{' '.join(command)}: exit code {code}\n{log.read().decode(errors='replace')[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    files = [path.stat().st_size for path in result.rglob("*") if path.is_file()]
    return Cost(cpu, time.monotonic() - began, peak[0], sum(files) / 1e6, len(files))


def _memory(pid: int) -> float:
    """Return the memory of the process and all below it in MB; what several share counts once."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1000
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (OSError, StopIteration):
        return 0.0
    return own + sum(_memory(int(child)) for child in children)


class Contest:
    """The ways to build one archive of ``count`` invented articles below ``folder``, or of the ``given`` ones, which are so many."""

    def __init__(self, count: int, folder: Path, against: Path | None, given: Path | None = None) -> None:
        self.count, self.folder, self.against = count, folder, against
        self.archive = folder / "ours"
        if given:
            shutil.copytree(given, folder / "articles")
        else:
            write(folder / "articles", count)

    @property
    def ways(self) -> dict[str, Callable[[], Cost]]:
        """What is measured, in the order of a round; bare MkDocs and the others need the pages of the first."""
        ways: dict[str, Callable[[], Cost]] = {"cold": self.cold, "unchanged": self.again, "one edit": self.edited}
        if self.against:
            ways["before"] = self.before
        ways["bare MkDocs"] = self.bare
        if self.count <= MOST_OF_STOCK:
            ways["stock Material"] = self.stock
        ways["Zensical"] = self.zensical
        if shutil.which("hugo"):
            ways["Hugo"] = self.hugo
        return ways

    def cold(self) -> Cost:
        """Build from nothing."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        self._archive("ours")
        return self._ours()

    def _archive(self, name: str) -> Path:
        """Make the archive anew."""
        shutil.rmtree(self.folder / name, ignore_errors=True)
        archive = new_archive(self.folder / name, {})
        shutil.rmtree(archive / "seeds")
        shutil.copytree(self.folder / "articles", archive / "seeds")
        return archive

    def again(self) -> Cost:
        """Build once more."""
        return self._ours()

    def edited(self) -> Cost:
        """Build after an edit of one article."""
        path = sorted((self.archive / "seeds").rglob("*.txt"))[self.count // 2]
        path.write_text(path.read_text(encoding="utf-8") + _ARTICLE, encoding="utf-8")
        return self._ours()

    def _ours(self) -> Cost:
        environment = {"XDG_CACHE_HOME": str(self.folder / "cache")}
        return measured(
            [sys.executable, "-m", "generator", "build", "-C", str(self.archive)], Path.cwd(), self.archive / "site", environment
        )

    def before(self) -> Cost:
        """Build from nothing with the program of the earlier commit."""
        assert self.against is not None
        theirs = self._archive("theirs")
        shutil.rmtree(theirs / "docs")
        listed = subprocess.run(["git", "ls-files", "docs", "mkdocs*.yml"], cwd=self.against, capture_output=True, text=True, check=True)
        for name in listed.stdout.split("\n")[:-1]:
            (theirs / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(self.against / name, theirs / name)
        command = [str(self.against / ".venv" / "bin" / "python"), "-m", "generator", "build", "-C", str(theirs)]
        return measured(command, self.against, theirs / "site", {"PYTHONPATH": str(self.against)})

    def bare(self) -> Cost:
        """Let MkDocs build the generated pages without our hook."""
        settings = self._settings()
        return self._run("bare", settings, [sys.executable, "-m", "mkdocs", "build", "--quiet"])

    def stock(self) -> Cost:
        """Let MkDocs build them as Material comes: all pages in the navigation, with the search of the theme."""
        settings = {"site_name": "Kỷ Yếu", "theme": {"name": "material", "language": "vi", "font": False}, "plugins": ["search"]}
        return self._run("stock", settings, [sys.executable, "-m", "mkdocs", "build", "--quiet"])

    def zensical(self) -> Cost:
        """Let Zensical build them with our settings."""
        return self._run("zensical", self._settings(), [sys.executable, "-m", "zensical", "build"])

    def hugo(self) -> Cost:
        """Let Hugo build them with a theme of one template."""
        place = self.folder / "hugo"
        if not place.is_dir():
            for name in ("_default/single.html", "_default/list.html", "index.html"):
                (place / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
                (place / "layouts" / name).write_text(_HUGO, encoding="utf-8")
            (place / "hugo.toml").write_text(
                'title = "Kỷ Yếu"\ndisableKinds = ["taxonomy", "term"]\n[markup.goldmark.renderer]\nunsafe = true\n'
            )
            ignored = shutil.ignore_patterns("overrides", "assets")
            shutil.copytree(self.archive / "docs", place / "content", ignore=ignored)
        shutil.rmtree(place / "public", ignore_errors=True)
        return measured(["hugo", "--quiet"], place, place / "public", {})

    def _settings(self) -> dict[str, object]:
        """Return our settings without the hook."""
        settings: dict[str, object] = {}
        for name in ("mkdocs.base.yml", "mkdocs.yml"):
            own = yaml.safe_load((self.archive / name).read_text(encoding="utf-8").replace("!ENV", ""))
            own["theme"] = {**settings.get("theme", {}), **own.get("theme", {})}  # type: ignore[dict-item]
            own["extra"] = {**settings.get("extra", {}), **own.get("extra", {})}  # type: ignore[dict-item]
            settings |= {key: value for key, value in own.items() if key != "INHERIT"}
        return {name: value for name, value in settings.items() if name not in {"INHERIT", "hooks", "site_url"}} | {
            "site_url": "https://ky-yeu.example/"
        }

    def _run(self, name: str, settings: Mapping[str, object], command: Sequence[str]) -> Cost:
        path = self.archive / f"mkdocs.{name}.yml"
        path.write_text(yaml.safe_dump({**settings, "site_dir": f"site-{name}"}, allow_unicode=True), encoding="utf-8")
        site = self.archive / f"site-{name}"
        shutil.rmtree(site, ignore_errors=True)
        try:
            return measured([*command, "-f", str(path)], self.archive, site, {})
        finally:
            path.unlink()
            shutil.rmtree(site, ignore_errors=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 2_000], metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--articles", type=Path)
    given = parser.parse_args()
    if given.articles:
        given.counts = [sum(1 for _ in given.articles.rglob("*.txt"))]
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("mkdocs", "mkdocs-material", "zensical"))
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}, {versions}")
    print(f"{'articles':>8}  {'':15}{'CPU s':>9}{'clock s':>9}{'peak MB':>9}{'MB':>8}{'files':>8}")
    cpu: dict[str, list[tuple[int, float]]] = {}
    for count in given.counts:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            contest = Contest(count, Path(folder), given.against.resolve() if given.against else None, given.articles)
            ways = {name: way for name, way in contest.ways.items() if not given.only or name in given.only}
            rounds = [{name: way() for name, way in ways.items()} for _ in range(given.rounds)]
        for name in ways:
            costs = [costs[name] for costs in rounds]
            middle = [
                statistics.median(values) for values in zip(*((c.cpu, c.wall, c.memory, c.size, c.files) for c in costs), strict=True)
            ]
            print(f"{count:8}  {name:15}{middle[0]:9.1f}{middle[1]:9.1f}{middle[2]:9.0f}{middle[3]:8.1f}{middle[4]:8.0f}", flush=True)
            cpu.setdefault(name, []).append((count, middle[0]))
        if "bare MkDocs" in ways and "cold" in ways:
            print(f"{count:8}  cold : bare MkDocs, CPU {cpu['cold'][-1][1] / cpu['bare MkDocs'][-1][1]:.2f}")
    for name, rows in cpu.items():
        if len(rows) > 1 and rows[0][1] and rows[-1][1]:
            exponent = math.log(rows[-1][1] / rows[0][1]) / math.log(rows[-1][0] / rows[0][0])
            print(f"exponent of CPU from {rows[0][0]} to {rows[-1][0]}: {name} {exponent:.2f}")


if __name__ == "__main__":
    main()
