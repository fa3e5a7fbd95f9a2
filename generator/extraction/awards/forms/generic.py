"""Award types that cover more than one honour: those that name no type (rewarded, honoured), and titles and prizes with names
of their own."""

from __future__ import annotations

from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import lexicon
from generator.text.folding import canonical

#: Types whose verb is the honour: a mention of any award may use them.
GENERIC = {entry.id for entry in lexicon("award-types").entries if entry.get("class") == AwardClass.VERB}

#: Types of many honours with names of their own: the granter of one need not grant another.
_MANY_HONOURS = {"danh-hieu", "giai-thuong"}


def honour(kind: str, title: str | None) -> str:
    """Return the key of the honours that share a granter throughout an article: a type of award, or one of its honours by name."""
    return f"{kind} {canonical(title or '')}" if kind in _MANY_HONOURS else kind
