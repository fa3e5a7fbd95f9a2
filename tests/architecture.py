"""Draws how the rooms of the program import one another: ``python -m tests.architecture`` rewrites ``architecture/README.md``.

An arrow leads from who imports to what is imported. Arrows that others imply (a → b → c makes a → c needless) are left out.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

PAGE = ROOT / "architecture" / "README.md"

_BLOCK = re.compile(r"(<!-- rooms of (?P<package>[\w.]+) -->\n)```mermaid\n.*?\n```\n", re.DOTALL)


@cache
def imports(folder: Path = ROOT / "generator") -> dict[str, set[str]]:
    """Return the modules of the program that each of its modules imports, by dotted name."""
    modules = {_name(path): path for path in folder.rglob("*.py") if "starter/archive" not in path.as_posix()}
    found: dict[str, set[str]] = {}
    for name, path in modules.items():
        seen: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                seen |= {f"{node.module}.{name.name}" if f"{node.module}.{name.name}" in modules else node.module for name in node.names}
            elif isinstance(node, ast.Import):
                seen |= {name.name for name in node.names}
        found[name] = {one for one in seen if one in modules and one != name}
    return found


def rooms(package: str, imported: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return which members of ``package`` each of its members imports, without arrows that others imply."""
    depth = package.count(".") + 1

    def room(module: str) -> str | None:
        parts = module.split(".")
        return parts[depth] if len(parts) > depth and module.startswith(f"{package}.") else None

    arrows: dict[str, set[str]] = {}
    for module, others in imported.items():
        if (here := room(module)) is not None:
            arrows.setdefault(here, set())
            arrows[here] |= {there for other in others if (there := room(other)) not in (None, here)}
    reach = {arrow: _reachable(arrow, arrows) for arrow in arrows}
    return {
        one: {other for other in others if not any(other in reach[near] for near in others - {other})} for one, others in arrows.items()
    }


def drawn(text: str) -> str:
    """Return the page with each of its pictures drawn anew from the code."""
    imported = imports()
    return _BLOCK.sub(lambda block: f"{block[1]}```mermaid\n{_picture(rooms(block['package'], imported))}\n```\n", text)


def _picture(arrows: Mapping[str, set[str]]) -> str:
    lines = ["flowchart TD"]
    for arrow in sorted(arrows):
        lines += [f"  {arrow} --> {other}" for other in sorted(arrows[arrow])]
        if not arrows[arrow] and not any(arrow in others for others in arrows.values()):
            lines.append(f"  {arrow}")
    return "\n".join(lines)


def _reachable(start: str, arrows: Mapping[str, set[str]]) -> set[str]:
    seen, ahead = set[str](), list(arrows.get(start, ()))
    while ahead:
        one = ahead.pop()
        if one not in seen:
            seen.add(one)
            ahead += arrows.get(one, ())
    return seen


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
