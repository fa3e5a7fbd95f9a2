"""Mutation testing: draw mutants of modules by a seed and run tests against each.

    python -m tests.mutants [--seed N] [--number N] [--jobs N] MODULE_OR_FOLDER… -- TEST… [-- TEST…]

A mutant is a module with one small change: a comparison turned, ``and`` for ``or``, a number one more or less, ``not`` left out, ``True``
for ``False``, ``None`` returned. It lives in the memory of a process of its own: no file changes, and commands that a test starts run the
code as it is. Decorators, annotations and defaults of parameters are left alone.

The tests run once without a mutant, to see which lines each executes. Against a mutant those that execute its line run first, the quickest
before others, then every group of tests while none failed. Prints the result for each mutant and the share killed, with its interval of
95 % (Wilson); the exit code is 1 below 85 %.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import json
import math
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import ModuleType

import coverage
import pytest

from generator.lexicon.load import lexicon

ROOT = Path(__file__).resolve().parent.parent
ENOUGH = 0.85
LONGER = 3  #: times the CPU of all tests; a mutant that takes longer hangs, and so is detected
AT_LEAST = 20  #: seconds of CPU that every mutant may take
_QUIETLY = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a module: its ``place``-th node in walking order becomes the ``way``-th of its changes."""

    path: Path
    place: int
    way: int
    label: str

    def lines(self) -> range:
        """Return the lines of the changed node."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        node = next(node for place, node in enumerate(ast.walk(tree)) if place == self.place)
        first = getattr(node, "lineno", 0)
        return range(first, (getattr(node, "end_lineno", first) or first) + 1)

    def tree(self) -> ast.Module:
        """Return the module's tree with the change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        old = next(node for place, node in enumerate(ast.walk(tree)) if place == self.place)
        new = ast.copy_location(list(changes(old))[self.way], old)
        for node in ast.walk(tree):
            for name, value in ast.iter_fields(node):
                if value is old:
                    setattr(node, name, new)
                elif isinstance(value, list):
                    value[:] = [new if item is old else item for item in value]
        return ast.fix_missing_locations(tree)


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node may become."""
    match node:
        case ast.Compare(ops=[op]):
            yield ast.Compare(node.left, [_TURNED[type(op)]()], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and not value.value):  # None and False are alike
            yield ast.Return(ast.Constant(None))


def mutants(path: Path) -> list[Mutant]:
    """List every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left = {id(inner) for node in ast.walk(tree) for part in _left_alone(node) for inner in ast.walk(part)}
    where = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return [
        Mutant(path, place, way, f"{where}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)[:70]} -> {ast.unparse(new)[:70]}")
        for place, node in enumerate(ast.walk(tree))
        if id(node) not in left
        for way, new in enumerate(changes(node))
    ]


def _left_alone(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.FunctionDef():
            return [*node.decorator_list, node.args, *([node.returns] if node.returns else [])]
        case ast.ClassDef():
            return [*node.decorator_list]
    return [node.annotation] if isinstance(node, ast.AnnAssign) else []


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Load one module from a changed tree, and leave all others to the finders behind it."""

    def __init__(self, mutant: Mutant) -> None:
        self.name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts)
        self._code = compile(mutant.tree(), str(mutant.path), "exec")

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(name, self, origin=self._code.co_filename) if name == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, vars(module))


@dataclass(frozen=True, slots=True)
class Run:
    """What the tests did without a mutant: seconds of CPU of each test, by its id, and the tests that execute each line of a file."""

    seconds: Mapping[str, float]
    executing: Mapping[str, Mapping[int, Sequence[str]]]

    def of(self, mutant: Mutant) -> dict[str, float]:
        """Return the tests that execute a line of the mutant."""
        lines = self.executing.get(str(mutant.path), {})
        return {test: self.seconds[test] for line in mutant.lines() for test in lines.get(line, ()) if test in self.seconds}

    @property
    def limit(self) -> float:
        """How many seconds of CPU a mutant may take."""
        return AT_LEAST + LONGER * sum(self.seconds.values())


class _Watching:
    """Notes for each test how long it takes and which lines it executes."""

    def __init__(self, watched: coverage.Coverage) -> None:
        self.seconds: dict[str, float] = {}
        self._watched = watched

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._watched.switch_context(item.nodeid)
        start = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - start
        return result


class _Choosing:
    """Leaves only the tests that were chosen, the quickest first."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self._seconds = seconds

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self._seconds]
        items[:] = sorted(chosen, key=lambda item: self._seconds[item.nodeid])


def without_mutant(groups: Sequence[Sequence[str]], watched: Sequence[Path]) -> Run | None:
    """Run the tests against the code as it is; return None if one fails."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "run.json"

        def watch() -> int:
            tracing = coverage.Coverage(data_file=str(Path(folder) / "data"), include=[*map(str, watched)], config_file=False)
            watching = _Watching(tracing)
            tracing.start()
            failed = any(pytest.main([*_QUIETLY, *group], plugins=[watching]) for group in groups)
            tracing.stop()
            data = tracing.get_data()
            executing = {file: data.contexts_by_lineno(file) for file in data.measured_files()}
            found.write_text(json.dumps([watching.seconds, executing]), encoding="utf-8")
            return int(failed)

        if _in_a_fork(watch):
            return None
        seconds, executing = json.loads(found.read_text(encoding="utf-8"))
        return Run(seconds, {file: {int(line): tests for line, tests in lines.items()} for file, lines in executing.items()})


def killed(mutant: Mutant, groups: Sequence[Sequence[str]], run: Run) -> bool:
    """Return whether a test fails against a mutant."""
    chosen = run.of(mutant)
    files = sorted({test.partition("::")[0] for test in chosen})

    def attack() -> int:
        signal.setitimer(signal.ITIMER_PROF, run.limit)  # ends the process
        finder = _Finder(mutant)
        if finder.name in sys.modules:  # else what was imported before the fork would be tested without the change
            for name in [name for name in sys.modules if name.partition(".")[0] in {"generator", "tests"}]:
                del sys.modules[name]
        sys.meta_path.insert(0, finder)
        done = pytest.main([*_QUIETLY, "-m", "slow or not slow", *files], plugins=[_Choosing(chosen)]) if files else 0
        if done not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            return 1
        return int(any(pytest.main([*_QUIETLY, *group]) for group in groups))

    return _in_a_fork(attack) != 0


def _in_a_fork(act: Callable[[], int]) -> int:
    """Do something silently in a process of its own; return its wait status."""
    child = os.fork()
    if child == 0:
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        code = 1
        try:
            code = act()
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1]


def interval(successes: int, number: int) -> tuple[float, float]:
    """Return the interval of 95 % (Wilson) of a share."""
    z = 1.96
    share = successes / number
    middle = share + z * z / (2 * number)
    half = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number))
    return (middle - half) / (1 + z * z / number), (middle + half) / (1 + z * z / number)


def main(arguments: Sequence[str]) -> int:
    """Draw, run, print; the exit code says whether enough were killed."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--seed", 1), ("--number", 200), ("--jobs", 1)):
        cli.add_argument(name, type=int, default=default)
    cli.add_argument("modules", nargs="+", type=Path)
    own, *groups = [list(group) for split, group in groupby(arguments, "--".__eq__) if not split]
    given = cli.parse_args(own)
    paths = [inner.resolve() for path in given.modules for inner in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    every = [mutant for path in paths for mutant in mutants(path)]
    drawn = random.Random(given.seed).sample(every, min(given.number, len(every)))
    importlib.import_module("tests.conftest")  # what all the processes need is read once; no fact is extracted yet
    for data in sorted((ROOT / "generator" / "lexicon" / "data").glob("*.yml")):
        lexicon(data.stem)
    run = without_mutant(groups, paths) if groups else None
    if run is None:
        cli.error("the tests, named behind --, must pass without a mutant")
    dead = 0
    with ThreadPoolExecutor(given.jobs) as pool:
        for mutant, detected in zip(drawn, pool.map(lambda mutant: killed(mutant, groups, run), drawn), strict=True):
            dead += detected
            sys.stdout.write(f"{'killed  ' if detected else 'survived'} {mutant.label}\n")
            sys.stdout.flush()
    low, high = interval(dead, len(drawn))
    sys.stdout.write(
        f"{dead / len(drawn):.1%} of {len(drawn)} mutants killed ({low:.1%} to {high:.1%}), drawn from {len(every)} by seed {given.seed}\n"
    )
    return int(dead / len(drawn) < ENOUGH)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
