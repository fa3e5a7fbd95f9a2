"""The mutants of a module: each is the module with one small change.

A comparison is turned, ``and`` becomes ``or``, a number is one more or less, ``not`` is left out, ``True`` is ``False``, ``None`` is
returned.
Decorators, annotations and defaults of parameters are left alone.
"""

from __future__ import annotations

import ast
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
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

    def statement(self) -> range:
        """Return the lines of the statement with the changed node, without those of the statements inside it."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        changed = next(node for place, node in enumerate(ast.walk(tree)) if place == self.place)
        around = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and any(inner is changed for inner in ast.walk(node))]
        if not around:
            return range(0)
        inner = around[-1]
        body = getattr(inner, "body", None)
        return range(inner.lineno, body[0].lineno if isinstance(body, list) else (inner.end_lineno or inner.lineno) + 1)

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


def drawn(folder: Path, number: int, seed: int) -> tuple[list[Mutant], int]:
    """Draw mutants of a folder's modules, or of one module, by a seed; the number is of how many."""
    every = [mutant for path in (sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]) for mutant in mutants(path)]
    return random.Random(seed).sample(every, min(number, len(every))), len(every)


def interval(successes: int, number: int) -> tuple[float, float]:
    """Return the interval of 95 % (Wilson) of a share."""
    z = 1.96
    share = successes / number
    middle = share + z * z / (2 * number)
    half = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number))
    return (middle - half) / (1 + z * z / number), (middle + half) / (1 + z * z / number)
