"""Award types that hold more than one honour: those that name no form (rewarded, honoured), titles and prizes of many names."""

from __future__ import annotations

from generator.lexicon.load import lexicon
from generator.text.folding import canonical

#: Types whose verb is the honour: what a form may be told as.
GENERIC = {entry.id for entry in lexicon("award-types").entries if entry.get("class") == "verb"}

#: Types that hold many honours under names of their own: who grants one of them need not grant another.
_MANY_HONOURS = {"danh-hieu", "giai-thuong"}


def honour(kind: str, title: str | None) -> str:
    """Return what has one granter throughout an article: a type of award, or one of its honours by its name."""
    return f"{kind} {canonical(title or '')}" if kind in _MANY_HONOURS else kind
