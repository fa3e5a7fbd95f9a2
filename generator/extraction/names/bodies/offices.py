"""Offices that grant: with their body (``Chủ tịch UBND tỉnh``), with its noun or brand alone (``Giám đốc Sở``, ``Tổng Giám đốc
Vinamilk``), or bare before a verb of granting (``Viện trưởng tặng Giấy khen``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.extraction.engine import Passage, remembered
from generator.extraction.names.bodies.organisations import organisation_at
from generator.extraction.names.words import is_syllable
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.text.opened import Opened

#: The board of an office grants as a whole: Ban Giám đốc, Đoàn Chủ tịch.
_BOARDS = ("ban", "đoàn", "thường trực")
#: Words before an office that is a former, deputy or acting holder's, or another body.
_NO_HOLDER = re.compile(r"(?:phó|nguyên|cựu|quyền|kiêm|bộ)\s+$")  # Bộ Tư lệnh is a body
#: A body in no lexicon, up to the verb: Tư lệnh Cảnh sát biển tặng, Giám đốc Agribank Chi nhánh Sông Mây trao.
_WORDS = r"(?P<name>(?:\s(?!(?:và|cùng|thay|đại|thừa|đã|vừa|cũng|còn|ký|được|có)\s)[\w&.-]+){1,7}?)"
_BRAND = re.compile(r"\s(?P<name>[A-ZĐ][\w&.-]*(?:\s[A-ZĐ][\w&.-]*){0,3})")
#: Words that may come between the granter and the verb: … đã ký quyết định tặng, … cũng trao.
_ON_THE_WAY = r"(?:đã|vừa|cũng|còn|đồng\s+thời|trực\s+tiếp|ký|ra|ban\s+hành|có|quyết\s+định|xét|xem\s+xét|kịp\s+thời)"
_GRANTED_BY = re.compile(r"(?<!\w)(?:của|do|được)\s+$")
_GOES_ON = re.compile(r"\s+(?!(?:cho|tặng|trao|vì|về|với|đã)(?!\w))[^\W\d_]")


@lru_cache(maxsize=1)
def _offices() -> Opened:
    offices = lexicon("granting-offices")
    opening = alternatives((*_BOARDS, *offices.by_variant))
    return Opened(rf"(?:(?P<board>{alternatives(_BOARDS)})\s+)?(?P<office>{offices.alternatives})", opening)


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    """Match the noun of a body without its name: Giám đốc Sở, Hiệu trưởng nhà trường."""
    return re.compile(rf"\s+(?:{lexicon('organisation-heads').alternatives})")


@lru_cache(maxsize=1)
def verb_of_granting() -> re.Pattern[str]:
    """Match the words from a granter to the verb: ``đã ký quyết định tặng``, ``khen thưởng``."""
    words = {*lexicon("award-cues").by_id["give"].variants, *award_words(AwardClass.VERB)}
    return re.compile(rf"(?:\s+{_ON_THE_WAY}){{0,4}}\s+(?:{alternatives(words)})")


@lru_cache(maxsize=1)
def _named_before_verb() -> re.Pattern[str]:
    return re.compile(_WORDS + verb_of_granting().pattern)


@remembered
def offices_in(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield start and end of the offices that may grant, in reading order."""
    for match in _offices().finditer(passage.views.canonical, passage.start, passage.stop):
        if _NO_HOLDER.search(passage.views.canonical, max(passage.start, match.start() - 12), match.start()):
            continue
        if passage.views.text[match.start("office")].islower() and lexicon("granting-offices").entry_of(match["office"]).get("cased"):
            continue
        start = match.start("office") if match["board"] is None or passage.views.text[match.start()].islower() else match.start()
        end = _named(passage, match) or _unnamed(passage, match, start)
        if end is not None:
            yield start, end


#: The beginning of a clause whose subject follows.
_HEAD_OF_CLAUSE = re.compile(r"[,;:.vtđ](?:(?<=[,;:.])\s{1,2}|(?<!\w.)(?:(?<=v)à|(?<=t)hời|(?<=đ)ó)\s)")
_ORGANISERS = ("ban tổ chức", "ban giám khảo", "btc")
_NO_SUBJECT = ("ban", "phòng")  # Ban tặng, Phòng trao: verbs and rooms


@remembered
def nouns_in(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield start and end of a body called by its noun alone as the subject that grants: ``Dịp này, Sở tặng Giấy khen``."""
    text, view = passage.views.text, passage.views.canonical
    heads = {passage.start, *(match.end() for match in passage.matches(_HEAD_OF_CLAUSE))}
    for start in sorted(head for head in heads if head < passage.stop and text[head].isupper()):
        match = _bare_noun().match(view, start, passage.stop)
        if match is not None and match["noun"] not in _NO_SUBJECT:
            yield start, match.end("noun")


@lru_cache(maxsize=1)
def _bare_noun() -> re.Pattern[str]:
    return re.compile(rf"(?P<noun>{alternatives((*lexicon('organisation-heads').by_variant, *_ORGANISERS))}){verb_of_granting().pattern}")


def _named(passage: Passage, match: re.Match[str]) -> int | None:
    """Return the end of an office with its body's name, or None."""
    if not passage.views.canonical.startswith(" ", match.end()):
        return None
    return organisation_at(passage.views, match.end() + 1, passage.stop)


def _unnamed(passage: Passage, match: re.Match[str], start: int) -> int | None:
    """Return the end of an office with its body's noun or brand, or alone; None unless it grants."""
    views = passage.views
    of_whom = _GRANTED_BY.search(views.canonical, max(passage.start, start - 12), start) is not None
    if views.text[start].islower() and not of_whom:
        return None
    noun, brand = _noun().match(views.canonical, match.end(), passage.stop), _BRAND.match(views.text, match.end(), passage.stop)
    ends = [] if noun is None else [noun.end()]
    ends += [] if (unknown := _unknown(passage, match.end())) is None else [unknown]
    if brand is not None and any(_is_foreign(word) for word in brand["name"].split()):
        ends.append(brand.end())
    if lexicon("granting-offices").entry_of(match["office"]).get("alone"):
        ends.append(match.end())
    for end in ends:
        if verb_of_granting().match(views.canonical, end, passage.stop) or (
            of_whom and _GOES_ON.match(views.canonical, end, passage.stop) is None
        ):
            return end
    return None


def _unknown(passage: Passage, at: int) -> int | None:
    """Return the end of a body's name without a known head, between the office and its verb; None for a person's name."""
    match = _named_before_verb().match(passage.views.canonical, at, passage.stop)
    if match is None:
        return None
    words = passage.views.text[at : match.end("name")].split()
    families = lexicon("family-names").by_variant
    person = any(first.lower() in families and second[0].isupper() for first, second in pairwise(words))
    return match.end("name") if words[0][0].isupper() and any(word.islower() for word in words) and not person else None


def _is_foreign(word: str) -> bool:
    """Return whether a word cannot be part of a Vietnamese person's name: ``Agribank``, ``VNPT``."""
    return word[:2].isupper() or (len(word) > 3 and not is_syllable(word.lower()))
