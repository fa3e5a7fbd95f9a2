"""Which tests execute which lines, and what each costs: measured once and kept in ``build/mutants/`` while a file of tests is the same.

A file of tests that changed is measured anew. A module that changed keeps what is known of its unchanged lines.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import coverage
import pytest

from tests.mutants.attacking import within_forks
from tests.mutants.changes import ROOT

KEPT = ROOT / "build" / "mutants"
QUIETLY = [
    "-q",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
    "-m",
    "not slow and not browser",
]


@dataclass(slots=True)
class Test:
    """A passed test: its seconds of CPU, and the names of the fixtures it shares with others."""

    seconds: float
    shared: list[str] = field(default_factory=list)


class _Watching:
    """Notes for each test how long it takes, whether it passes, and which lines it executes."""

    def __init__(self, watched: coverage.Coverage) -> None:
        self.tests: dict[str, Test] = {}
        self.failed: set[str] = set()
        self.fixtures: dict[str, float] = {}
        self._watched = watched
        self._fixtures_now = 0.0

    def ended(self) -> None:
        """Write what was executed in this process."""
        self._watched.stop()
        self._watched.save()

    def pytest_collection_finish(self) -> None:
        within_forks(self._watched.get_data, self.ended)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._watched.switch_context(item.nodeid)
        self._fixtures_now = 0.0
        start = _cpu()
        result = yield
        seconds = _cpu() - start - self._fixtures_now
        self._watched.switch_context("")
        known = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}
        shared = [_key(made[-1]) for made in known.values() if made[-1].scope != "function"]
        self.tests[item.nodeid] = Test(max(seconds, 0.0), shared)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
        start, before = _cpu(), self._fixtures_now
        result = yield
        if fixturedef.scope != "function":
            self.fixtures[_key(fixturedef)] = _cpu() - start
            self._fixtures_now = before + _cpu() - start
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)


def _key(made: pytest.FixtureDef[object]) -> str:
    return f"{made.baseid}::{made.argname}"


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@dataclass(frozen=True, slots=True)
class Costs:
    """What is known of the tests: seconds of CPU of each, with the shared fixtures that it needs."""

    tests: Mapping[str, Test]
    fixtures: Mapping[str, float]

    def of(self, test: str) -> float:
        """Return the seconds that a test takes when run alone."""
        return self.tests[test].seconds + sum(self.fixtures.get(name, 0.0) for name in self.tests[test].shared)

    def in_order(self, tests: Iterable[str], near: str) -> list[str]:
        """Return tests in the order to run them: those of the folder ``near`` first, the quick before the slow, a file's together."""

        def rank(test: str) -> tuple[bool, int, str]:
            return not test.startswith(near), math.frexp(max(self.of(test), 0.001))[1], test

        return sorted({*tests} & self.tests.keys(), key=rank)


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: of some files of tests, in one state of the modules."""

    folder: Path
    digests: Mapping[str, str]  #: of each file of tests
    modules: Mapping[str, str]  #: text of each module
    costs: Costs

    @classmethod
    def at(cls, folder: Path) -> Measured:
        """Read a measurement."""
        kept = json.loads((folder / "measured.json").read_text(encoding="utf-8"))
        tests = {name: Test(*values) for name, values in kept["tests"].items()}
        return cls(folder, kept["digests"], kept["modules"], Costs(tests, kept["fixtures"]))

    def executing(self, module: Path) -> dict[int, set[str]]:
        """Return the tests that execute each line of a module, by its lines of today; what runs at import has no name."""
        data = coverage.CoverageData(str(self.folder / "data"))
        data.read()
        lines = {line: set(tests) for line, tests in data.contexts_by_lineno(str(module)).items()}
        then, now = self.modules.get(_relative(module), ""), module.read_text(encoding="utf-8")
        if then == now:
            return lines
        matcher = SequenceMatcher(None, then.splitlines(), now.splitlines(), autojunk=False)
        same = {block.a + at + 1: block.b + at + 1 for block in matcher.get_matching_blocks() for at in range(block.size)}
        return {same[line]: tests for line, tests in lines.items() if line in same}


class Traces:
    """All that is known of the tests and the lines that they execute."""

    def __init__(self, measured: Sequence[Measured]) -> None:
        self._measured = measured
        self._of: dict[Path, dict[int, set[str]]] = {}
        newest = {file: one for one in measured for file in one.digests}
        self._valid = {id(one): {file for file in one.digests if newest[file] is one} for one in measured}
        tests = {
            name: test for one in measured for name, test in one.costs.tests.items() if name.partition("::")[0] in self._valid[id(one)]
        }
        self.costs = Costs(tests, {name: cost for one in measured for name, cost in one.costs.fixtures.items()})

    def executing(self, module: Path) -> dict[int, set[str]]:
        """Return the tests that execute each line of a module."""
        if module not in self._of:
            lines: dict[int, set[str]] = defaultdict(set)
            for one in self._measured:
                valid = self._valid[id(one)]
                for line, tests in one.executing(module).items():
                    lines[line] |= {test for test in tests if not test or test.partition("::")[0] in valid}
            self._of[module] = dict(lines)
        return self._of[module]


def traced(arguments: Sequence[str], watched: Path, say: Callable[[str], object], keep: Path = KEPT) -> Traces:
    """Return what is known of the tests, after measuring those of files that are new or have changed."""
    kept = [Measured.at(folder) for folder in sorted(keep.glob("*/")) if (folder / "measured.json").exists()]
    files = {_relative(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in _files(arguments)}
    known = {file: digest for one in kept for file, digest in one.digests.items()}
    missing = {file: digest for file, digest in files.items() if known.get(file) != digest}
    if missing:
        say(f"measuring {len(missing)} files of tests")
        folder = keep / f"{max((int(one.name) for one in keep.glob('*/')), default=0) + 1:04}"
        folder.mkdir(parents=True)
        (folder / "wanted.json").write_text(json.dumps(missing), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "tests.mutants.tracing", str(folder), str(watched)], cwd=ROOT, check=True)
        kept.append(Measured.at(folder))
    for one in kept:
        for file in [file for file in one.digests if file not in files]:
            del one.digests[file]  # type: ignore[attr-defined]
    return Traces(kept)


def _files(arguments: Sequence[str]) -> list[Path]:
    paths = [ROOT / argument for argument in arguments]
    return sorted({file for path in paths for file in (path.rglob("test_*.py") if path.is_dir() else [path])})


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _measure(folder: Path, watched: Path) -> None:
    """Run the wanted files of tests and keep what they do."""
    digests = json.loads((folder / "wanted.json").read_text(encoding="utf-8"))
    tracing = coverage.Coverage(data_file=str(folder / "data"), data_suffix=True, include=[f"{watched}/*"], config_file=False)
    watching = _Watching(tracing)
    tracing.start()
    pytest.main([*QUIETLY, *digests], plugins=[watching])
    watching.ended()
    joined = coverage.Coverage(data_file=str(folder / "data"), config_file=False)
    joined.combine([str(folder)])
    joined.save()
    passed = {name: [test.seconds, test.shared] for name, test in watching.tests.items() if name not in watching.failed}
    modules = {_relative(path): path.read_text(encoding="utf-8") for path in watched.rglob("*.py")}
    found = {"digests": digests, "modules": modules, "tests": passed, "fixtures": watching.fixtures, "failed": sorted(watching.failed)}
    (folder / "measured.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        _measure(Path(sys.argv[1]), Path(sys.argv[2]))
