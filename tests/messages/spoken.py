"""Messages in the program's source: text outside the message files, and message keys with their parameters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Classes of what a person may read, by the positions of the arguments that are words; by name always ``message``, ``what``, ``fix``.
ERRORS = {
    **dict.fromkeys(
        (
            "KyYeuError", "ReadingError", "DefectError", "EvaluationError", "ArchiveError", "CorrectionError", "AuthorityError",
            "RedirectError", "ConfigurationError", "PublishingError", "StartingError", "LexiconError", "_Unnamed", "Stale",
        ),
        (0, 1),
    ),
    "Unfit": (0, 1, 2),
    "Error": (1, 2),
    "LeftOut": (2, 3),
    "Damage": (0, 2),
    "PluginError": (0,),
}  # fmt: skip
#: Functions that print or log, all of whose arguments may be words.
SAYING = frozenset({"echo", "say", "say_done", "secho", "print", "debug", "info", "warning", "error", "critical", "exception"})
#: Of an exception of the language: only a mistake of ours raises it, and it stays English. YamlError is worded where it is caught.
OURS = frozenset({"ValueError", "KeyError", "TypeError", "NotADirectoryError", "OSError", "YamlError"})
#: Functions that make what a command prints; the strings that they put together are words.
LISTING = frozenset({"listing", "_listing", "listed", "table"})
_NAMED = frozenset({"message", "what", "fix"})
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Use:
    """A call of ``message``: the pattern of its keys, and the names of its values; None where they are not all written out."""

    line: int
    key: re.Pattern[str]
    values: frozenset[str] | None


def words_outside(source: str, *, site: bool = False) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each string that ``source`` says itself instead of by a message.

    In a module that writes the ``site`` or the desk, ``say`` takes a key of the site's words.
    """
    for line, words in _listed(ast.parse(source)):
        if _WORD.search(words):
            yield line, words
    for call in _calls(source):
        name = _name(call.func)
        if name in OURS or (site and name == "say"):
            continue
        if name in ERRORS:
            parts = [call.args[at] for at in ERRORS[name] if at < len(call.args)]
            parts += [keyword.value for keyword in call.keywords if keyword.arg in _NAMED]
        elif name in SAYING or name.endswith(("Error", "Exception")):
            parts = [*call.args]
        else:
            parts = [keyword.value for keyword in call.keywords if keyword.arg in {"fix", "help", "short_help", "epilog"}]
        for part in parts:
            for line, words in _strings(part):
                if _WORD.search(words):
                    yield line, words


def uses(source: str) -> Iterator[Use]:
    """Yield each call of ``message`` in ``source`` whose key is written there, also as one of two or with a part put in."""
    for call in _calls(source):
        if _name(call.func) == "message" and call.args:
            names = [keyword.arg for keyword in call.keywords]
            values = None if None in names else frozenset(name for name in names if name is not None)
            for key in _keys(call.args[0]):
                yield Use(call.lineno, key, values)


def literals(source: str) -> frozenset[str]:
    """Give every string in ``source``: a key may wait in a table or an argument."""
    return frozenset(node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def sources(package: Path) -> dict[str, str]:
    """Return the text of every module below ``package`` by its path there."""
    return {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py"))}


def _calls(source: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _strings(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Yield the strings that ``node`` itself gives: not those handed to a call in it, which are looked at by themselves, nor keys."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        yield node.lineno, "".join(str(value.value) for value in node.values if isinstance(value, ast.Constant))
    elif isinstance(node, ast.BinOp):
        yield from _strings(node.left)
        yield from _strings(node.right)
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _strings(value)
    elif isinstance(node, ast.Call) and _name(node.func) in {"str", "printable", "format", "join"}:
        for value in [*node.args, *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]:
            yield from _strings(value)


def _listed(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the strings that functions named in :data:`LISTING` yield, return, or put into lists."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name in LISTING:
            for node in ast.walk(function):
                if isinstance(node, ast.Yield | ast.Return) and node.value is not None:
                    yield from _strings(node.value)
                elif isinstance(node, ast.Call) and _name(node.func) == "append":
                    yield from (found for part in node.args for found in _strings(part))
                elif isinstance(node, ast.List):
                    yield from (found for part in node.elts for found in _strings(part))
                elif isinstance(node, ast.ListComp):
                    yield from _strings(node.elt)


def _keys(node: ast.expr) -> Iterator[re.Pattern[str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.compile(re.escape(node.value))
    elif isinstance(node, ast.JoinedStr):
        yield re.compile("".join(re.escape(str(value.value)) if isinstance(value, ast.Constant) else ".+" for value in node.values))
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)
