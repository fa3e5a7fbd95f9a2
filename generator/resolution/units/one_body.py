"""Which unlisted organisations are one although their names differ by more than spelling.

Bộ Ngoại giao Việt Nam and Bộ Ngoại giao; Trường Cao đẳng X and Cao đẳng X; a name with the bodies above it (``Tổng cục An ninh I, Bộ Công
an``), where no other body of that name is written below another; a head with the abbreviation that an article explains in brackets
(``Tổng công ty Hoa Mai (HMC)``, ``Tổng công ty HMC``); Công an tỉnh Hoa Mai and Công an Hoa Mai, where no article names that of a city
Hoa Mai. Only names that the articles write are brought together: nothing is guessed of a body that none names so, and bodies of two
provinces stay two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.resolution.units.names import Words, head_of, words_of
from generator.resolution.units.readings import Identity
from generator.text.folding import spelling_key

_COUNTRY = ("việt", "nam")
#: What remains of a name without the country must still say which body it is.
_FEWEST = 3
_SCHOOLS = {("cao", "đẳng"), ("đại", "học"), ("tiểu", "học"), ("trung", "học"), ("mầm", "non"), ("mẫu", "giáo")}
_COMMUNES = (("xã",), ("phường",), ("thị", "trấn"))
#: First words of the central bodies that a name may be written below.
_ABOVE = (("bộ",), ("tổng", "cục"))
_PROVINCE, _CITY = ("tỉnh",), ("thành", "phố")
#: An office that acts as a body, by its whole name, with the name that is as common.
_SHORTER: Mapping[Words, Words] = {("thủ", "tướng", "chính", "phủ"): ("thủ", "tướng")}
#: A place of the highlands that is written in several ways.
_HIGHLAND = re.compile(r"\bđ[ăắ]k")
_ABBREVIATION = re.compile(r"\s*\(\s*(?P<letters>[A-ZĐ]{3,8})\b")


def one_body(
    names: Mapping[Identity, Iterable[str]], texts: Iterable[tuple[str, Iterable[tuple[str, Identity]]]]
) -> dict[Identity, Identity]:
    """Return, for each of the identities in ``names`` (with the names written for them) that is another's body, that other one.

    ``texts`` are the articles, each with its names and what they mean: there abbreviations are explained.
    """
    order = sorted(names, key=lambda identity: (len(identity.key), identity.key, identity.province or "", identity.bare or ()))
    rank = {identity: number for number, identity in enumerate(order)}
    leader = {identity: identity for identity in order}

    def of(identity: Identity) -> Identity:
        while leader[identity] != identity:
            identity = leader[identity]
        return identity

    def join(first: Identity, second: Identity) -> None:
        first_body, other = sorted((of(first), of(second)), key=rank.__getitem__)
        if first_body.province == other.province:
            leader[other] = first_body

    groups: dict[tuple[str, str | None], Identity] = {}
    for identity in order:
        join(groups.setdefault((_folded(identity.key), identity.province), identity), identity)
    for identity, bare in _below_one(order, names):
        join(bare, identity)
    for identity, bare in _of_province(order):
        join(bare, identity)
    for identity, meant in _abbreviated(order, {letters: {of(text) for text in several} for letters, several in _explained(texts).items()}):
        join(meant, identity)
    return {identity: of(identity) for identity in order if of(identity) != identity}


def _folded(key: Words) -> str:
    """Return what the ways to write one name share."""
    words = list(_SHORTER.get(key, key))
    if words[:1] == ["trường"] and tuple(words[1:3]) in _SCHOOLS:
        words = words[1:]
    if tuple(words[:2]) in _SCHOOLS:
        head = 4 if words[2:4] in (["cơ", "sở"], ["phổ", "thông"]) else 2
        words = words[:head] + list(_without_commune(words[head:]))
    at = next((at for at in range(len(words) - 1) if tuple(words[at : at + 2]) == _COUNTRY), None)
    if at is not None and len(words) - 2 >= _FEWEST:
        del words[at : at + 2]
    return "".join(spelling_key(_HIGHLAND.sub("đắk", word)).replace(" ", "") for word in words)


def _without_commune(words: Sequence[str]) -> Sequence[str]:
    """Return the proper name of a school without the kind of its commune: ``Trường Tiểu học (xã) Hoa Mai``."""
    for kind in _COMMUNES:
        if tuple(words[: len(kind)]) == kind and len(words) > len(kind):
            return words[len(kind) :]
    return words


def _below_one(order: Sequence[Identity], names: Mapping[Identity, Iterable[str]]) -> Iterable[tuple[Identity, Identity]]:
    """Yield each identity whose name states the bodies above it with the one whose name does not, where all that are so written lie below
    the same body."""
    bare = {(identity.key, identity.province): identity for identity in order}
    written: dict[Identity, list[tuple[Identity, Words]]] = {}
    for identity in order:
        for name in names[identity]:
            found = _cut(identity.key, name)
            if found is not None and (short := bare.get((found[0], identity.province))) is not None:
                written.setdefault(short, []).append((identity, found[1]))
    for short, several in written.items():
        if len({above for _, above in several}) == 1:
            for identity, _ in several:
                yield identity, short


def _of_province(order: Sequence[Identity]) -> Iterable[tuple[Identity, Identity]]:
    """Yield each identity of a province's body with the one whose name leaves out that it is a province."""
    known = {(identity.key, identity.province): identity for identity in order}
    for identity in order:
        key = identity.key
        for at in range(2, len(key) - 1):
            if key[at : at + 1] == _PROVINCE:
                head, place = key[:at], key[at + 1 :]
                bare = known.get((head + place, identity.province))
                if bare is not None and (head + _CITY + place, identity.province) not in known:
                    yield identity, bare


def _cut(key: Words, name: str) -> tuple[Words, Words] | None:
    """Return a name's key without the bodies above it, and the highest of these; None where it states none behind a comma or a dash."""
    parts = re.split(r"\s*[,–]\s*|\s+-\s+", name)
    for number in range(1, len(parts)):
        above = words_of(" ".join(parts[number:]))
        if any(above[: len(first)] == first for first in _ABOVE) and len(above) > 1:
            length = len(key) - len(above)
            if length >= _FEWEST and key[length:] == above and head_of(key[:length]) not in ((), key[:length]):
                return key[:length], words_of(parts[-1])
    return None


def _explained(texts: Iterable[tuple[str, Iterable[tuple[str, Identity]]]]) -> dict[str, set[Identity]]:
    """Return the bodies whose names articles write in full before an abbreviation in brackets, by the abbreviation."""
    found: dict[str, set[Identity]] = {}
    for text, names in texts:
        for name, identity in names:
            for match in re.finditer(re.escape(name), text):
                if letters := _ABBREVIATION.match(text, match.end()):
                    found.setdefault(letters["letters"].casefold(), set()).add(identity)
    return found


def _abbreviated(order: Sequence[Identity], explained: Mapping[str, set[Identity]]) -> Iterable[tuple[Identity, Identity]]:
    """Yield each identity that is a head with an abbreviation, with the one that the abbreviation means, if that is one alone."""
    for identity in order:
        *head, last = identity.key
        meant = explained.get(last, set()) - {identity}
        if len(meant) == 1:
            (full,) = meant
            if head and full.key[: len(head)] == tuple(head) and last not in full.key:
                yield identity, full
