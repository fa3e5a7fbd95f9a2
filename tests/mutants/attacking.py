"""Runs tests against one mutant, in a process of its own: no file changes.

A change within a function that runs only in tests is made in place, in a fork of a process that has collected all tests. What a module does
as it is imported is done anew with the change.
"""

from __future__ import annotations

import ast
import gc
import importlib.abc
import importlib.machinery
import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from types import CodeType, FunctionType, ModuleType

import pytest

from tests.mutants.changes import ROOT, Mutant

LONGER = 5  #: times the CPU of a test; when a mutant takes longer it hangs, and so is detected
AT_LEAST = 10  #: seconds of CPU that every test may take
WAITING = 300  #: seconds that a test may wait for something
COMMAND = 60  #: seconds of CPU that a command may take
MEMORY = 4 << 30  #: bytes that a mutant may take
_STREAMS = ((0, "r"), (1, "w"), (2, "w"))


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Load one module from a changed tree, and leave all others to the finders behind it."""

    def __init__(self, mutant: Mutant) -> None:
        parts = mutant.path.relative_to(ROOT).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._package = [str(mutant.path.parent)] if parts[-1] == "__init__" else None
        self._code = compile(mutant.tree(), str(mutant.path), "exec", dont_inherit=True)

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Return the specification of the changed module."""
        if name != self.name:
            return None
        spec = importlib.machinery.ModuleSpec(name, self, origin=self._code.co_filename, is_package=self._package is not None)
        spec.submodule_search_locations = self._package
        spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed module."""
        exec(self._code, vars(module))


def function_of(mutant: Mutant) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """Return the outermost function in which the change is, or None where it is elsewhere in the module."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    changed = next(node for place, node in enumerate(ast.walk(tree)) if place == mutant.place)

    def outermost(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for inner in ast.iter_child_nodes(node):
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                yield inner
            else:
                yield from outermost(inner)

    return next((function for function in outermost(tree) if any(inner is changed for inner in ast.walk(function))), None)


def change_in_place(mutant: Mutant, functions: Sequence[FunctionType]) -> bool:
    """Give the function with the change, one of those of its module, its new code. Return False where that is impossible."""
    found = {function.__code__ for function in functions}
    codes = {
        (code.co_qualname, code.co_firstlineno): code
        for code in _codes(compile(mutant.tree(), str(mutant.path), "exec", dont_inherit=True))
    }
    changed = {key for key in codes if "<locals>" not in key[0]} & {
        (code.co_qualname, code.co_firstlineno) for code in found - {*codes.values()}
    }
    done = False
    for function in functions:
        key = (function.__code__.co_qualname, function.__code__.co_firstlineno)
        if key in changed:
            if codes[key].co_freevars != function.__code__.co_freevars:
                return False
            function.__code__ = codes[key]
            done = True
    return done


def _functions() -> dict[str, list[FunctionType]]:
    """Return the functions of each file."""
    found: dict[str, list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found[one.__code__.co_filename].append(one)
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def in_a_fork(act: Callable[[], int]) -> int:
    """Do something silently in a process of its own, with those that it starts; return its wait status."""
    child = os.fork()
    if child == 0:
        os.setsid()
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = 1
        try:
            code = act()
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what the tests started and left
    return status


def within_forks(before: Callable[[], object] = lambda: None, ended: Callable[[], object] = lambda: None) -> None:
    """Let commands that tests run be forks of the tests' own process, which has the change.

    ``before`` is called before each, ``ended`` in it at its end.
    """
    from tests import forking  # noqa: PLC0415 -- imports the program

    def run(_: object, arguments: list[str], cwd: Path, environment: Mapping[str, str]) -> CompletedProcess[str]:
        with tempfile.TemporaryDirectory(prefix="kyyeu-forking-") as folder:
            said = [Path(folder) / name for name in ("output", "errors")]
            sys.stdout.flush()
            before()
            child = os.fork()
            if child == 0:
                signal.setitimer(signal.ITIMER_PROF, COMMAND)
                code = _command(lambda: forking._become(json.dumps([arguments, str(cwd), dict(environment), *map(str, said)])))
                ended()
                os._exit(code)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            return CompletedProcess(arguments, code, *(path.read_text(encoding="utf-8") for path in said))

    def can(_: object, environment: Mapping[str, str]) -> bool:
        here = {**os.environ, "PYTHONPATH": str(ROOT)}
        return not any(name.startswith(forking.AT_START) for name, _ in here.items() ^ environment.items())

    setattr(forking.Forking, "run", run)  # noqa: B010 -- a method replaced
    setattr(forking.Forking, "can", can)  # noqa: B010


def _command(become: Callable[[], None]) -> int:
    """Be the process of a command; return its exit code."""
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode, encoding="utf-8") for number, mode in _STREAMS)
    code = 0
    try:
        become()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001 -- as the interpreter does at the end of a process
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


class Attack:
    """Runs chosen tests in a given order, each with its limit, until one fails or the CPU for a mutant is used up."""

    def __init__(self, chosen: Sequence[tuple[str, float]], seconds: float) -> None:
        self._chosen = chosen
        self._seconds = seconds

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the chosen of the collected tests."""
        within_forks()
        self.run(session, {item.nodeid: item for item in session.items})
        return True

    def run(self, session: pytest.Session, items: Mapping[str, pytest.Item]) -> bool:
        """Return whether a test failed."""
        chosen = [(items[test], cost) for test, cost in self._chosen if test in items]
        for (item, cost), (following, _) in zip(chosen, [*chosen[1:], (None, 0.0)], strict=True):
            if session.testsfailed:
                break
            times = os.times()
            if times.user + times.system + times.children_user + times.children_system > self._seconds:
                break
            signal.setitimer(signal.ITIMER_PROF, AT_LEAST + LONGER * cost)  # ends the process
            signal.alarm(WAITING)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return session.testsfailed > 0


class Attacks:
    """Runs the attacks that are asked for by their number, in forks of the process that has collected the tests."""

    def __init__(self, attacks: Sequence[tuple[Mutant, Attack]], asked: Iterable[str], answer: Callable[[int | None], None]) -> None:
        self._attacks = attacks
        self._asked = asked
        self._answer = answer

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer with the wait status of each attack, or with None for a mutant that cannot be changed in place."""
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        within_forks()
        gc.disable()  # a collection would copy the memory that forks share
        impossible = 77

        def act(mutant: Mutant, attack: Attack) -> int:
            return int(attack.run(session, items)) if change_in_place(mutant, functions[str(mutant.path)]) else impossible

        for number in self._asked:
            status = in_a_fork(partial(act, *self._attacks[int(number)]))
            self._answer(None if os.WIFEXITED(status) and os.WEXITSTATUS(status) == impossible else status)
        return True
