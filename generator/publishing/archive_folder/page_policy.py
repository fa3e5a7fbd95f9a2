"""Sources that pages of the site may load, and those that an archive's owner adds in ``extra: content_security_policy:``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import ConfigurationError
from generator.messages import message

_SELF, NONE, INLINE = "'self'", "'none'", "'unsafe-inline'"
#: What a page may load, without the hashes. Inline styles stay: tables' alignment, and the archive's own colours.
DIRECTIVES: Mapping[str, tuple[str, ...]] = {
    "default-src": (NONE,),
    "script-src": (_SELF,),
    "style-src": (_SELF, INLINE),
    "img-src": (_SELF, "data:"),
    "font-src": (_SELF,),
    "connect-src": (_SELF,),
    "media-src": (_SELF,),
    "manifest-src": (_SELF,),
    "worker-src": (_SELF,),
    "frame-src": (NONE,),
    "object-src": (NONE,),
    "base-uri": (NONE,),
    "form-action": (_SELF,),
}
_SOURCE = re.compile(r"'[\w+/=-]+'|[^\s;,'\"<>&]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Additions:
    """Sources that an archive's owner adds, by directive; ``policy`` is False for no policy at all."""

    sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    policy: bool = True


NO_ADDITIONS = Additions()


def additions(extra: Any, path: Path | str | None = None) -> Additions:
    """Read ``extra: content_security_policy:`` of the configuration at ``path``.

    Raises ConfigurationError for an unknown directive and for values that are not sources.
    """
    stated = extra.get("content_security_policy") if isinstance(extra, Mapping) else None
    if stated is None or isinstance(stated, bool):
        return Additions(policy=stated is not False)
    fix = message("content_security.fix.table")
    if not isinstance(stated, Mapping):
        raise ConfigurationError(message("content_security.no_table"), path=path, fix=fix)
    found: dict[str, tuple[str, ...]] = {}
    for name, value in stated.items():
        if name not in DIRECTIVES:
            known = ", ".join(DIRECTIVES)
            raise ConfigurationError(
                message("content_security.unknown", name=str(name)[:80]), path=path, fix=message("content_security.fix.known", known=known)
            )
        sources = value.split() if isinstance(value, str) else value
        if not isinstance(sources, Sequence) or not sources:
            raise ConfigurationError(message("content_security.no_source", name=name, source=str(value)[:80]), path=path, fix=fix)
        for source in sources:
            if not isinstance(source, str) or not source.isascii() or _SOURCE.fullmatch(source) is None:
                raise ConfigurationError(message("content_security.no_source", name=name, source=str(source)[:80]), path=path, fix=fix)
        found[name] = tuple(sources)
    return Additions(tuple(found.items()))
