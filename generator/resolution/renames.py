"""Articles whose file was given another name: the text that was at one address is now at another, and nowhere else.

The same text is a rename; so is nearly the same by the measure of copies (:mod:`generator.resolution.events.copies`), by which a
text that says another number or name is another article. The work grows with the number of articles, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from generator.model.archive import Redirect
from generator.resolution.events.copies import CROWD, LIKELY, Wording, same_text, sketch, wording_of


def renamed(before: Mapping[str, str], now: Mapping[str, str], redirects: Iterable[Redirect] = ()) -> dict[str, str]:
    """Return old address → new for each article of ``before`` that is in ``now`` at another address (address → text).

    Only what came to be counts as new, and only what is gone and leads nowhere by ``redirects`` as old. Each new address is of one
    old, whatever the order.
    """
    led: set[str] = set()
    for redirect in redirects:  # in their order: a name that came back may go again
        led.add(redirect.old)
        led.discard(redirect.new)
    gone = {address: text for address, text in sorted(before.items()) if address not in now and address not in led}
    new = {address: text for address, text in sorted(now.items()) if address not in before}
    found: dict[str, str] = {}
    exact: dict[str, str] = {}
    for address, text in new.items():
        exact.setdefault(text, address)
    for old, text in gone.items():
        if text in exact:
            found[old] = exact.pop(text)
    taken = set(found.values())
    nearly = {address: wording_of([text]) for address, text in new.items() if address not in taken} if len(found) < len(gone) else {}
    by_hash: dict[int, list[str]] = {}
    for address, words in nearly.items():
        for number in sketch(words.words):
            by_hash.setdefault(number, []).append(address)
    for old in sorted(gone.keys() - found.keys()) if nearly else ():
        likely = _alike(wording_of([gone[old]]), nearly, by_hash)
        if likely is not None:
            found[old] = likely
            del nearly[likely]
    return found


def _alike(text: Wording, others: Mapping[str, Wording], by_hash: Mapping[int, Sequence[str]]) -> str | None:
    """Return which of ``others`` is the same text as ``text``, the one that shares most first."""
    met = Counter(chain.from_iterable(by_hash.get(code, ())[:CROWD] for code in sketch(text.words)))
    likely = sorted((address for address, times in met.items() if times >= LIKELY), key=lambda address: (-met[address], address))
    return next((candidate for candidate in likely if candidate in others and same_text(text, others[candidate])), None)
