"""Awards that their granter may not grant: a district with an order, a cell with a bằng khen.

Only a clear contradiction is an item: the granter's level is known, the article says that it grants (not that it hands over
what another granted), and the law or the Party's rules leave no doubt (lexicon ``award-levels``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import Entry as LexiconEntry
from generator.lexicon.load import alternatives, lexicon
from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import Award, AwardStatus
from generator.model.span import Span
from generator.model.statement import Statement, Term
from generator.resolution.review.items import cue, item, place
from generator.resolution.review.reasons import award_type, because
from generator.text.folding import canonical

KIND = ReviewTopic.LEVEL_CONFLICT
_DECIDES = re.compile(r"(?<!\w)quyết\s+định(?!\w)")
_REACH = 300  # code points between granter and award


def conflicts(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the awards of ``entry`` whose granter may not grant them, each granter and type once."""
    seen: set[tuple[str, str]] = set()
    for award in entry.facts.awards:
        if award.granted_by is None or award.status == AwardStatus.PROPOSED or award.corrections or (award.type, award.granted_by) in seen:
            continue
        if any(inference.field == "granted_by" for inference in award.inferred):
            continue
        rule = lexicon("award-levels").by_id.get(award.type)
        level = level_of(award.granted_by)
        if rule is None or level is None or _may(rule, level) or not _grants(canonical(entry.article.text), award, rule):
            continue
        seen.add((award.type, award.granted_by))
        yield item(KIND, entry, place(award), _why(award, rule, level))


def _may(rule: LexiconEntry, level: LexiconEntry) -> bool:
    rank, levels = int(level.get("rank")), lexicon("granter-levels").by_id
    lowest, highest = levels.get(rule.get("lowest", "")), levels.get(rule.get("highest", ""))
    too_low = lowest is not None and rank > int(lowest.get("rank"))
    too_high = highest is not None and rank < int(highest.get("rank"))
    return level.id in rule.get("also", ()) or not (too_low or too_high)


def _grants(text: str, award: Award, rule: LexiconEntry) -> bool:
    """Return whether the text near the award says that the granter grants it, and not only that it hands it over."""
    here = place(award)
    if rule.get("exact") and canonical(rule.label) not in text[max(0, here.start - _REACH) : here.end + _REACH]:
        return False
    granter = r"\s+".join(map(re.escape, canonical(award.granted_by or "").split()))
    near = [Span(*match.span()) for match in re.compile(granter).finditer(text, max(0, here.start - _REACH), here.end + _REACH)]
    if not near:
        return False
    body = min(near, key=lambda item: (_distance(item, here), item.start))
    if text[: body.start].rstrip().endswith("của"):
        return True
    form = _form(text, award, here)
    between = text[min(body.end, form.end) : max(body.start, form.start)]
    return cue("hands-over").search(between) is None or _DECIDES.search(between) is not None


def _form(text: str, award: Award, here: Span) -> Span:
    """Return where the award's form is in its evidence, or the evidence itself."""
    match = re.compile(alternatives(lexicon("award-types").by_id[award.type].variants)).search(text, here.start, here.end)
    return Span(*match.span()) if match is not None else here


def _distance(span: Span, other: Span) -> int:
    return max(0, span.start - other.end, other.start - span.end)


def _why(award: Award, rule: LexiconEntry, level: LexiconEntry) -> Statement:
    levels, form = lexicon("granter-levels").by_id, award_type(award.type)
    if rule.get("highest") and int(level.get("rank")) < int(levels[rule.get("highest")].get("rank")):
        return because("too-high", granter=award.granted_by or "", award=form, level=_term(level))
    return because("too-low", granter=award.granted_by or "", award=form, level=_term(levels[rule.get("lowest")]))


def _term(level: LexiconEntry) -> Term:
    return Term("granter_levels", level.id)
