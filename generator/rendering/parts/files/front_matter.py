"""The YAML front matter of a page: dumped by PyYAML, never templated, so that any text that one can see comes back as it was.

Two values are for the theme, which writes them into HTML as they are, and no theme or site generator escapes them: the page's
``title`` and ``description``. So they are escaped here.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import yaml

from generator.rendering.escaping import cleaned

#: First line of every generated page's front matter. By it the writer knows which files are its own to replace.
MARK = "# Trang này do Kỷ Yếu tạo ra: xin sửa ở seeds/, đừng sửa ở đây."
#: What the theme writes into HTML, and whether it does so between quotes.
_FOR_HTML = {"title": False, "description": True}
_WIDE = 1_000_000  # no folding: a value is one line, and a line of dashes inside it cannot end the front matter
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml where there: four times as fast


class _Dump(_Dumper):  # type: ignore[misc]
    """Writes shared values out instead of naming them by anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def front_matter(data: Mapping[str, Any]) -> str:
    """Return ``data`` (plain: str, int, float, bool, None, list, dict) as front matter, keys in the order given; what the theme puts into
    HTML (see above) as HTML; what would act unseen as U+FFFD."""
    data = {key: _html(value, quote=_FOR_HTML[key]) if key in _FOR_HTML else value for key, value in cleaned(data).items()}
    nested = any(isinstance(value, list | dict) for value in data.values())
    flow = None if nested else False  # None: innermost lists and mappings on one line
    body = yaml.dump(dict(data), Dumper=_Dump, allow_unicode=True, sort_keys=False, width=_WIDE, default_flow_style=flow)
    return f"---\n{MARK}\n{body}---\n"


def _html(value: Any, *, quote: bool) -> Any:
    return html.escape(value, quote=quote) if isinstance(value, str) else value
