"""Reads ``mkdocs.yml`` and what it inherits as MkDocs does, but without running or importing anything that they name.

MkDocs' own loader constructs whatever Python object a tag asks for. Allowed here are its own tags, ``!ENV`` and ``!relative``, and the
functions that Material and PyMdown document for settings, by their names; they are checked, not imported.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from generator.errors import ConfigurationError
from generator.messages import message
from generator.messages.system import refusal
from generator.yaml_documents import YamlError, document_bytes, line_of, load

_PYTHON = "tag:yaml.org,2002:python/"
#: Functions that are given by name. Source: Material for MkDocs, "Python Markdown Extensions"; PyMdown Extensions, "Emoji", "SuperFences".
NAMES = (
    *(f"material.extensions.emoji.{name}" for name in ("twemoji", "to_svg")),
    *(f"pymdownx.emoji.{name}" for name in ("emojione", "gemoji", "twemoji")),
    *(f"pymdownx.emoji.{name}" for name in ("to_alt", "to_png", "to_png_sprite", "to_svg", "to_svg_sprite")),
    *(f"pymdownx.superfences.{name}" for name in ("fence_code_format", "fence_div_format")),
)
#: Functions that settings may call, with plain values by name: they only make a function. Source: PyMdown Extensions, FAQ, "Function
#: References in YAML".
CALLED = ("pymdownx.slugs.slugify", "pymdownx.arithmatex.arithmatex_inline_format", "pymdownx.arithmatex.arithmatex_fenced_format")


def read_settings(path: Path) -> dict[str, Any]:
    """Return the settings in the file ``path``, laid over those of the file that it names under ``INHERIT``, and so on.

    Raises ConfigurationError, with file and line, for a file that cannot be read, is not YAML, or contains a forbidden tag, and for files
    that inherit each other.
    """
    chain: list[dict[str, Any]] = []
    seen: set[str] = set()
    here: Path | None = path
    while here is not None:
        seen.add(os.path.realpath(here))
        own, line = _settings(here)
        chain.append(own)
        inherited = own.pop("INHERIT", None)
        if inherited is None:
            break
        if not isinstance(inherited, str) or "\0" in inherited:
            raise ConfigurationError(message("configuration.inherit"), path=here, line=line, fix=message("configuration.fix.inherit"))
        above = Path(os.path.normpath(here.parent / inherited))
        if os.path.realpath(above) in seen:
            error, fix = message("configuration.inherit_circle", name=inherited), message("configuration.fix.inherit_circle")
            raise ConfigurationError(error, path=here, line=line, fix=fix)
        if not above.exists():
            error, fix = message("configuration.inherit_missing", name=inherited), message("configuration.fix.inherit")
            raise ConfigurationError(error, path=here, line=line, fix=fix)
        here = above
    settings: dict[str, Any] = {}
    for stated in reversed(chain):
        settings = _merged(settings, stated)
    return settings


class CheckedFile(io.BytesIO):
    """``mkdocs.yml`` as a file that MkDocs may read again and again: each time it is checked first, with what it inherits.

    Raises ConfigurationError, as :func:`read_settings` does, when it is about to be read.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.name = str(path)  # MkDocs takes the folder from it

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Take up the file anew when MkDocs begins to read."""
        if (offset, whence) == (0, 0):
            read_settings(Path(self.name))
            super().seek(0)
            self.truncate()
            self.write(Path(self.name).read_bytes())
        return super().seek(offset, whence)

    def close(self) -> None:
        """Stay open: MkDocs closes what it has read, and would open the file by its name the next time."""


def _settings(path: Path) -> tuple[dict[str, Any], int | None]:
    """Return the settings of one file, and the line of its ``INHERIT``."""
    try:
        data = document_bytes(path)
        settings = load(data, _TAGS)
    except YamlError as error:
        raise ConfigurationError.of_yaml(error, path) from error
    except OSError as error:
        raise ConfigurationError(refusal(error), path=path, fix=message("disk.fix.unreadable")) from error
    except ValueError as error:  # a name with a NUL
        raise ConfigurationError(message("configuration.file_name"), path=path) from error
    if settings is None:
        return {}, None
    if not isinstance(settings, dict):
        raise ConfigurationError(message("configuration.no_table"), path=path, line=1, fix=message("configuration.fix.no_table"))
    lines = data.splitlines()
    return settings, next((number for number, line in enumerate(lines, 1) if line.lstrip().startswith(b"INHERIT")), None)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """``above`` laid over ``below``: tables are merged, all else is replaced."""
    both = dict(below)
    for key, value in above.items():
        old = both.get(key)
        both[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return both


def _name_of(name: str) -> Callable[[Any, yaml.Node], str]:
    def given(_: Any, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or node.value:
            raise ValueError
        return name

    return given


def _call_of(name: str) -> Callable[[Any, yaml.Node], str]:
    """Return only ``{}`` and ``{kwds: {...}}`` with plain values: PyYAML would also take positions, and a state to put into what is
    made."""

    def given(values: Any, node: yaml.Node) -> str:
        mapping = values.construct_mapping(node, deep=True)
        words = mapping.pop("kwds", {})
        if mapping or not isinstance(words, dict) or not all(isinstance(part, str | bool | int) for pair in words.items() for part in pair):
            raise ValueError
        return name

    return given


def _relative(_: Any, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise YamlError("value", line_of(node), value="", tag=node.tag)
    return str(node.value)


_TAGS: dict[str, Callable[[Any, yaml.Node], Any]] = {
    "!ENV": get_yaml_loader(yaml.SafeLoader).yaml_constructors["!ENV"],
    "!relative": _relative,
    **{f"{_PYTHON}name:{name}": _name_of(name) for name in NAMES},
    **{f"{_PYTHON}object/apply:{name}": _call_of(name) for name in CALLED},
}
