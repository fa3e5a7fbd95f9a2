"""Award types that name no form: rewarded, honoured."""

from __future__ import annotations

from generator.lexicon.load import lexicon

#: Types whose verb is the honour: what a form may be told as.
GENERIC = {entry.id for entry in lexicon("award-types").entries if entry.get("class") == "verb"}
