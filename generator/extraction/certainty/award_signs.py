"""The signs that an award may have been misread."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.awards.forms.form import Form, forms_in
from generator.extraction.certainty.surroundings import FactContext, cue
from generator.extraction.names.recipients import groups_in
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import COLLECTIVES
from generator.model.facts import Award, AwardStatus
from generator.model.span import Span
from generator.text.folding import canonical

#: Award types whose words are common, or whose names are an open class.
_LOOSE = frozenset({"khen-thuong", "bieu-duong", "danh-hieu", "giai-thuong", "bang-cong-nhan"})
_MOST = 40  # names of an award that are examined
_LEAD = 40  # code points before a fact's words that may contain its subject
_FAR = 60  # code points between an award type and its recipients
_CUT = re.compile(r"[;:,(“]\s*$")

SIGNS = (
    "no-number", "open-recipient", "loose-form", "no-granter", "unread-names", "broken-list", "turns", "rival-forms", "rival-groups",
    "goes-on", "pronoun", "no-form", "far", "not-granted", "revoked", "names-differ", "no-verb", "passive", "no-event", "other-year",
    "open-time", "cut-short", "told-once", "aside", "long-sentence", "inferred",
)  # fmt: skip


def award_signs(near: FactContext, award: Award) -> frozenset[str]:
    """Return the signs that ``award`` shows, each an id of :data:`SIGNS`."""
    span = min(award.evidence)
    words = near.words(span)
    sentence = near.sentence(span)
    led = "" if sentence is None else near.text.views.canonical[max(sentence.start, span.start - _LEAD) : span.start]
    passage = None if sentence is None else near.text.passage(sentence)
    forms = () if passage is None else forms_in(passage)
    counted = 0 if passage is None else sum(group.counted for group in groups_in(passage))
    own = [form for form in forms if form.type == award.type]
    name = lexicon("award-types").by_id[award.type].label if award.type in lexicon("award-types").by_id else ""
    known = [*award.names[:_MOST], award.granted_by or "", award.standard or "", name, *(form.words for form in own)]
    found = {
        "no-number": award.count is None and not award.names,
        "open-recipient": award.kind == "khac",
        "loose-form": award.type in _LOOSE,
        "no-granter": award.granted_by is None,
        "unread-names": near.unread_names(span, known),
        "broken-list": near.breaks_a_list(span, award.names),
        "revoked": award.status == AwardStatus.REVOKED,
        "turns": cue("turns").search(words) is not None,
        "rival-forms": len({(form.type, form.rank) for form in forms}) > 1,
        "rival-groups": sentence is not None and counted > near.awards_in[sentence.index],
        "goes-on": near.goes_on(span),
        "pronoun": award.kind in COLLECTIVES and _pronoun().search(led + words) is not None,
        "no-form": not own,
        "far": bool(own) and _is_far(own, award, words, span),
        "not-granted": award.status != AwardStatus.GRANTED,
        "names-differ": _differ(award),
        "no-verb": award.rule.endswith(("nominal", "counted_form")),
        "passive": award.rule.endswith(("passive", "receive")),
        "no-event": near.facts.event is None or near.facts.event.name is None,
        "other-year": award.status == AwardStatus.GRANTED and sentence is not None and near.is_about_earlier(sentence),
        "open-time": cue("open-time").search(words) is not None,
        "cut-short": award.standard is not None and _is_cut(award.standard),
    }
    return frozenset(sign for sign, shown in found.items() if shown) | near.shared(award)


def _differ(award: Award) -> bool:
    """Return whether the number and the names do not add up."""
    count, names = award.count, len(award.names)
    return count is not None and (names > count or 1 < names < count)


def _is_far(forms: list[Form], award: Award, words: str, span: Span) -> bool:
    """Return whether more than :data:`_FAR` code points separate the award type from the nearest of number and names."""
    stated = [canonical(name) for name in award.names[:1]] + ([str(award.count)] if award.count is not None else [])
    places = [span.start + at for words_sought in stated if (at := words.find(words_sought)) >= 0]
    return bool(places) and min(max(place - form.end, form.start - place) for place in places for form in forms) > _FAR


def _is_cut(standard: str) -> bool:
    return _CUT.search(standard) is not None or standard.count("“") != standard.count("”")


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    """Match ``anh được``, ``em đoạt``: a recipient who is named elsewhere."""
    return re.compile(rf"{cue('pronoun').pattern}\s+{cue('taking').pattern}")
