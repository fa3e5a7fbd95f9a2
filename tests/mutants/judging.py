"""Decides which tests run against a mutant, and whether one fails."""

from __future__ import annotations

import ast
import importlib
import os
import re
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from itertools import takewhile
from pathlib import Path

import pytest

from tests.mutants.attacking import Attack, Attacks, Finder, function_of, in_a_fork
from tests.mutants.changes import ROOT, Mutant
from tests.mutants.tracing import QUIETLY, Traces

IMPORTING = 60  #: seconds of CPU that the import of the program and the tests may take
FAR = 4  #: names through which a constant of a module is followed to the functions that use it


class Judge:
    """Runs against each mutant the tests that execute its line, for so many seconds of CPU."""

    def __init__(self, traces: Traces, seconds: float) -> None:
        self._traces = traces
        self._seconds = seconds

    def killed(self, mutants: Sequence[Mutant], said: Callable[[Mutant, bool, int], None]) -> dict[Mutant, bool]:
        """Return for each mutant whether a test fails, in the given order; what is known by then if the user interrupts."""
        found: dict[Mutant, bool] = {}
        tests = {
            mutant: self._traces.costs.in_order(self._tests(mutant), f"tests/{mutant.path.relative_to(ROOT / 'generator').parts[0]}/")
            for mutant in mutants
        }
        in_place = [mutant for mutant in mutants if tests[mutant] and function_of(mutant) and not self._at_import(mutant)]
        numbers = {mutant: at for at, mutant in enumerate(in_place)}
        _prepare()
        with self._in_place(in_place, tests) as attacked, suppress(KeyboardInterrupt):
            for mutant in mutants:
                status = attacked(numbers[mutant]) if mutant in numbers else None
                if status is None:
                    status = in_a_fork(partial(self._anew, mutant, tests[mutant])) if tests[mutant] else 0
                found[mutant] = status != 0
                said(mutant, found[mutant], len(tests[mutant]))
        return found

    @contextmanager
    def _in_place(self, mutants: Sequence[Mutant], tests: dict[Mutant, list[str]]) -> Iterator[Callable[[int], int | None]]:
        """Provide attacks on mutants, by their number, in forks of a process that collects all their tests."""
        (asked, asking), (answers, answering) = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            os.close(asking)
            os.close(answers)
            for stream in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
            signal.signal(signal.SIGINT, signal.SIG_IGN)

            def answer(status: int | None) -> None:
                os.write(answering, f"{'' if status is None else status}\n".encode())

            files = sorted({test.partition("::")[0] for mutant in mutants for test in tests[mutant]})
            with suppress(BaseException), os.fdopen(asked, encoding="ascii") as numbers:
                attacks = Attacks([(mutant, self._attack(tests[mutant])) for mutant in mutants], numbers, answer)
                pytest.main([*QUIETLY, *files], plugins=[attacks])
            os._exit(0)
        os.close(asked)
        os.close(answering)
        with os.fdopen(asking, "w", encoding="ascii", buffering=1) as ask, os.fdopen(answers, encoding="ascii") as answered:

            def attacked(number: int) -> int | None:
                ask.write(f"{number}\n")
                said = answered.readline().strip()
                return int(said) if said else None

            yield attacked
        os.waitpid(child, 0)

    def _anew(self, mutant: Mutant, tests: Sequence[str]) -> int:
        """Import the program with the mutant and run tests, those beside its module first."""
        signal.setitimer(signal.ITIMER_PROF, IMPORTING)
        sys.meta_path.insert(0, Finder(mutant))
        beside = f"tests/{mutant.path.parent.relative_to(ROOT / 'generator').as_posix()}/"
        near = [test for test in tests if test.startswith(beside)]
        far = [test for test in tests if not test.startswith(beside)]
        for some in filter(None, (near, self._affordable(far))):
            files = sorted({test.partition("::")[0] for test in some})
            if pytest.main([*QUIETLY, *files], plugins=[self._attack(some)]) not in {
                pytest.ExitCode.OK,
                pytest.ExitCode.NO_TESTS_COLLECTED,
            }:
                return 1
        return 0

    def _attack(self, tests: Sequence[str]) -> Attack:
        return Attack([(test, self._traces.costs.of(test)) for test in tests], self._seconds)

    def _affordable(self, tests: Sequence[str]) -> list[str]:
        spent = 0.0

        def affordable(test: str) -> bool:
            nonlocal spent
            spent += self._traces.costs.of(test)
            return spent < self._seconds

        return list(takewhile(affordable, tests))

    def _executing(self, mutant: Mutant) -> set[str]:
        """Return the tests that execute the changed lines; the name of what runs at import is empty."""
        lines = self._traces.executing(mutant.path)
        exactly = {test for line in mutant.lines() for test in lines.get(line, ())}
        return exactly or {test for line in mutant.statement() for test in lines.get(line, ())}

    def _at_import(self, mutant: Mutant) -> bool:
        return "" in self._executing(mutant)

    def _tests(self, mutant: Mutant) -> set[str]:
        """Return the tests that a mutant may fail: of a change that acts at import, those that use a name that depends on it."""
        tests = self._executing(mutant)
        if function_of(mutant) and "" not in tests:
            return tests
        seen: set[tuple[Path, str]] = set()
        asked = [(mutant.path, name) for name in _defined(mutant.path, mutant.lines().start)]
        for _ in range(FAR):
            further = []
            for module, name in filter(lambda pair: pair not in seen, asked):
                seen.add((module, name))
                for path, line in _mentions(module, name):
                    executing = self._traces.executing(path).get(line, set())
                    tests |= executing
                    if executing <= {""}:
                        further += [(path, other) for other in _defined(path, line)]
            asked = further
        return tests - {""}


def _prepare() -> None:
    """Import what the program and the tests need, and compile their patterns, before the forks."""
    re._MAXCACHE = 1 << 20  # type: ignore[attr-defined]  # the compiled patterns outlive the modules
    child_modules = set(sys.modules)
    for name in ("tests.conftest", "generator.pipeline", "generator.cli", "tests.built_sites"):
        importlib.import_module(name)
    for name in set(sys.modules) - child_modules:
        if name.partition(".")[0] == "generator" or (name.partition(".")[0] == "tests" and not name.startswith("tests.mutants")):
            del sys.modules[name]


@cache
def _trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "generator").rglob("*.py"))}


@cache
def _defined(module: Path, line: int) -> tuple[str, ...]:
    """Return the names that the statement of a module at a line defines."""
    for statement in _trees()[module].body:
        if statement.lineno - 20 <= line <= (statement.end_lineno or 0):
            names = tuple(_names(statement))
            if line >= min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", []))]):
                return names
    return ()


def _names(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign() | ast.For() | ast.If() | ast.With():
            yield from (node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


@cache
def _imports() -> dict[str, list[tuple[Path, str]]]:
    """Return the modules that import each name, or module, with what they call it."""
    found: dict[str, list[tuple[Path, str]]] = defaultdict(list)
    for path, tree in _trees().items():
        for one in ast.walk(tree):
            if isinstance(one, ast.ImportFrom) and one.module:
                for alias in one.names:
                    found[f"{one.module}.{alias.name}"].append((path, alias.asname or alias.name))
    return found


@cache
def _words(path: Path) -> dict[str, list[int]]:
    """Return the lines of a module on which each word is."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for word in set(re.findall(r"\w+", line)):
            found[word].append(at)
    return found


@cache
def _mentions(module: Path, name: str) -> tuple[tuple[Path, int], ...]:
    """Return the lines, of a module and of those that import the name, that mention a name."""
    dotted = ".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    called = {(module, name), *_imports().get(f"{dotted}.{name}", ()), *((path, name) for path, _ in _imports().get(dotted, ()))}
    return tuple((path, at) for path, word in sorted(called) for at in _words(path).get(word, ()))
