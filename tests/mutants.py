"""Mutation testing: draw mutants of modules by a seed and run tests against each.

    python -m tests.mutants [--seed N] [--number N] [--jobs N] MODULE_OR_FOLDER… -- TEST… [-- TEST…]

A mutant is a module with one small change: a comparison turned, ``and`` for ``or``, a number one more or less, ``not`` left out, ``True``
for ``False``, ``None`` returned. It lives in the memory of a process of its own: no file changes. Decorators, annotations and defaults of
parameters are left alone. The next group of tests runs if none before failed: put the quick ones first. Prints what became of each, and the
share killed; the exit code is 1 below 85 %.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import os
import random
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import ModuleType

import pytest

from generator.lexicon.load import lexicon

ROOT = Path(__file__).resolve().parent.parent
ENOUGH = 0.85
SECONDS = 30  # of CPU; a mutant that takes longer than all tests do hangs, and so is seen
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
    told: str

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
                    value[:] = [new if one is old else one for one in value]
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
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
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


def killed(mutant: Mutant | None, groups: Sequence[Sequence[str]]) -> bool:
    """Return whether a group of tests fails against a mutant, or without one against the code as it is."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # ends the process
        if mutant is not None:
            finder = _Finder(mutant)
            if finder.name in sys.modules:  # else what was imported before the fork would be tested without the change
                for name in [name for name in sys.modules if name.partition(".")[0] in {"generator", "tests"}]:
                    del sys.modules[name]
            sys.meta_path.insert(0, finder)
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        os._exit(int(any(pytest.main([*_QUIETLY, *group]) for group in groups)))
    return os.waitpid(child, 0)[1] != 0


def main(asked: Sequence[str]) -> int:
    """Draw, run, print; the exit code says whether enough were killed."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--seed", 1), ("--number", 200), ("--jobs", 1)):
        cli.add_argument(name, type=int, default=default)
    cli.add_argument("modules", nargs="+", type=Path)
    own, *groups = [list(group) for split, group in groupby(asked, "--".__eq__) if not split]
    given = cli.parse_args(own)
    paths = [inner for path in given.modules for inner in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    every = [one for path in paths for one in mutants(path.resolve())]
    drawn = random.Random(given.seed).sample(every, min(given.number, len(every)))
    importlib.import_module("tests.conftest")  # what all the processes need is read once; no fact is extracted yet
    for data in sorted((ROOT / "generator" / "lexicon" / "data").glob("*.yml")):
        lexicon(data.stem)
    if not groups or killed(None, groups):
        cli.error("the tests, named behind --, must pass without a mutant")
    dead = 0
    with ThreadPoolExecutor(given.jobs) as pool:
        for one, seen in zip(drawn, pool.map(lambda one: killed(one, groups), drawn), strict=True):
            dead += seen
            sys.stdout.write(f"{'killed  ' if seen else 'survived'} {one.told}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{dead / len(drawn):.1%} of {len(drawn)} mutants killed, drawn from {len(every)} by seed {given.seed}\n")
    return int(dead / len(drawn) < ENOUGH)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
