"""The signs that an award may have been misread."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from generator.extraction.awards.forms.form import Form, forms_in
from generator.extraction.certainty.surroundings import FactContext, cue
from generator.extraction.names.groups.recipients import groups_in
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


def award_signs(near: FactContext, award: Award, sought: frozenset[str] | None = None) -> frozenset[str]:
    """Return the signs that ``award`` shows, each an id of :data:`SIGNS`; only those ``sought``, if any are named."""
    at = _AwardPlace(near, award)
    signs: dict[str, Callable[[], bool]] = {
        "no-number": lambda: award.count is None and not award.names,
        "open-recipient": lambda: award.kind == "khac",
        "loose-form": lambda: award.type in _LOOSE,
        "no-granter": lambda: award.granted_by is None,
        "unread-names": lambda: near.unread_names(at.span, at.known),
        "broken-list": lambda: near.breaks_a_list(at.span, award.names),
        "revoked": lambda: award.status == AwardStatus.REVOKED,
        "turns": lambda: cue("turns").search(at.words) is not None,
        "rival-forms": lambda: len({(form.type, form.rank) for form in at.forms}) > 1,
        "rival-groups": lambda: at.has_rival_groups,
        "goes-on": lambda: near.goes_on(at.span),
        "pronoun": lambda: award.kind in COLLECTIVES and _pronoun().search(at.led + at.words) is not None,
        "no-form": lambda: not at.own,
        "far": lambda: bool(at.own) and _is_far(at.own, award, at.words, at.span),
        "not-granted": lambda: award.status != AwardStatus.GRANTED,
        "names-differ": lambda: _differ(award),
        "no-verb": lambda: award.rule.endswith(("nominal", "counted_form")),
        "passive": lambda: award.rule.endswith(("passive", "receive")),
        "no-event": lambda: near.facts.event is None or near.facts.event.name is None,
        "other-year": lambda: award.status == AwardStatus.GRANTED and at.sentence is not None and near.is_about_earlier(at.sentence),
        "open-time": lambda: cue("open-time").search(at.words) is not None,
        "cut-short": lambda: award.standard is not None and _is_cut(award.standard),
    }
    return near.shown(award, signs, sought)


class _AwardPlace:
    """The first words of an award and their sentence, each looked up when a sign asks for it."""

    def __init__(self, near: FactContext, award: Award) -> None:
        self._near, self._award = near, award
        self.span = min(award.evidence)
        self.sentence = near.sentence(self.span)

    @cached_property
    def words(self) -> str:
        return self._near.words(self.span)

    @property
    def led(self) -> str:
        """The words of the sentence right before those of the award."""
        if self.sentence is None:
            return ""
        return self._near.text.views.canonical[max(self.sentence.start, self.span.start - _LEAD) : self.span.start]

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        return () if self.sentence is None else forms_in(self._near.text.passage(self.sentence))

    @cached_property
    def own(self) -> list[Form]:
        """The forms of the sentence that are of the award's type."""
        return [form for form in self.forms if form.type == self._award.type]

    @property
    def known(self) -> list[str]:
        """The names and words that the award itself explains."""
        award, listed = self._award, lexicon("award-types").by_id
        name = listed[award.type].label if award.type in listed else ""
        return [*award.names[:_MOST], award.granted_by or "", award.standard or "", name, *(form.words for form in self.own)]

    @property
    def has_rival_groups(self) -> bool:
        """Whether the sentence counts more groups than it states awards."""
        if self.sentence is None:
            return False
        counted = sum(group.counted for group in groups_in(self._near.text.passage(self.sentence)))
        return counted > self._near.awards_in[self.sentence.index]


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
