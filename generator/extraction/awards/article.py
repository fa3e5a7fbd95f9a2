"""The awards of an article: drafts from its sentences, with repetitions merged and totals compared with their parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.drafts import drafts
from generator.extraction.awards.forms.generic import honour
from generator.extraction.awards.merging.aliases import without_aliases
from generator.extraction.awards.merging.contest_names import with_contests
from generator.extraction.awards.merging.contests_won import with_kinds_of_contests
from generator.extraction.awards.merging.groups import NEAR
from generator.extraction.awards.merging.paragraph_years import with_years_of_paragraph
from generator.extraction.awards.merging.repetitions import merged, with_names
from generator.extraction.awards.merging.sequels import with_names_behind, with_same_reason, with_sequels
from generator.extraction.awards.merging.winners import with_winners
from generator.extraction.awards.merging.withdrawals import still_held
from generator.extraction.awards.qualities.approximations import with_approximations
from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Finding
from generator.extraction.sameness import same_name
from generator.lexicon.load import lexicon
from generator.model.article import BlockKind
from generator.model.facts import Award, AwardStatus, Inference, Person
from generator.model.span import Span
from generator.model.statement import basis
from generator.text.folding import canonical


def awards(text: ArticleText, people: Sequence[Person] = ()) -> tuple[Award, ...]:
    """Return the awards in reading order; ``people`` are the article's people with their full names.

    A caption, lead or headline that repeats an award becomes further evidence for it. If the sentences of an award leave its
    granter or reason open and the article states it once, it is filled in and marked as inferred.
    """
    reading = drafts(text, [person.name for person in people])
    found = reading.drafts
    for sentence in text.sentences if found else ():
        passage = text.passage(sentence)
        found = with_names_behind(with_sequels(found, passage, sentence), passage, sentence)
    own = [
        draft for draft in still_held(found, text.views.canonical) if not _is_teaser(text.article.text, draft.span.start, draft.span.end)
    ]
    stated = with_winners(with_same_reason(without_aliases(with_contests(own, text), text.article.text)), text)
    stated = with_kinds_of_contests(stated, text)
    stated = with_years_of_paragraph(stated, text)
    theme = _theme(text)
    only = {kind: _only([granter for granter in named if _may_grant(kind.split()[0], granter)]) for kind, named in reading.granters.items()}
    return with_approximations([_award(group, only, theme) for group in with_names(merged(stated), reading.lists)], text)


_TEASER = re.compile(r">>[^.!?\n]{0,200}$")


def _is_teaser(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is in, or among, headlines of other articles: ``… bị bắt giữ. >> Khen thưởng 3 công dân``."""
    return ">>" in text[start:end] or _TEASER.search(text, max(0, start - 210), start) is not None


_THEME = re.compile(
    r"(?<!\w)(?:tuyên\s+dương|biểu\s+dương|tôn\s+vinh|vinh\s+danh|khen\s+thưởng)\s+(?:\d[\d.]*\s+|các\s+|những\s+)?(?P<theme>[^.:;,|()]{6,90}?)(?=\s+năm\s+(?:19|20)\d\d|\s+giai\s+đoạn|[.:;,|()]|$)"
)
_KIND_HEAD = re.compile(r"(?:tập thể|cá nhân|tổ chức (?:cơ sở )?đảng|tổ chức|đơn vị|gia đình|đảng viên|đồng chí|cán bộ)[\s,&-]*(?:và\s+)?")
_MERIT_WORDS = re.compile(r"tiêu biểu|xuất sắc|điển hình|tiên tiến|giỏi|thành tích|gương")


def _theme(text: ArticleText) -> Finding | None:
    """Return the reason that the headline gives for honouring people: ``Tuyên dương điển hình tiên tiến ngành …``; None without one."""
    for sentence in text.sentences:
        if sentence.block.kind is BlockKind.TITLE:
            match = _THEME.search(text.views.canonical, sentence.start, sentence.end)
            if match is not None and _MERIT_WORDS.search(match["theme"]):
                span = Span(*match.span("theme"))
                why = _without_kind(" ".join(span.of(text.article.text).split()))
                return None if why is None else Finding(span, why)
    return None


def _without_kind(theme: str) -> str | None:
    """Return a reason without its leading recipients: ``tổ chức, cá nhân | thực hiện tốt …``.

    None if there are several kinds and a mere attribute: ``tổ chức đảng và đảng viên xuất sắc``.
    """
    words = canonical(theme)
    rest = kinds = 0
    while (match := _KIND_HEAD.match(words, rest)) is not None:
        rest, kinds = match.end(), kinds + 1
    if len(theme[rest:].split()) >= 3:
        return theme[rest:]
    return theme if kinds < 2 else None


#: The statuses by priority: an award with several takes the first of these.
_PRIORITY = (AwardStatus.REVOKED, AwardStatus.PROPOSED, AwardStatus.GRANTED, AwardStatus.PAST)


def _award(group: list[Draft], only_granters: dict[str, str | None], theme: Finding | None) -> Award:
    best = group[0]
    names: dict[str, None] = {}  # as an ordered set
    for draft in [award for award in group if not award.ceremony] or group:
        fresh = [name for name in dict.fromkeys(draft.names) if name not in names]
        for name in fresh:
            if not any(same_name(name, other) for other in islice(reversed(names), NEAR)):
                names[name] = None
    reasons = sorted((draft.merit for draft in group if draft.merit.standard), key=lambda merit: merit.describes)
    merit = reasons[0] if reasons else best.merit
    granter = next((draft.granted_by for draft in group if draft.granted_by), None)
    statuses: set[str] = {draft.status or AwardStatus.GRANTED for draft in group}
    if statuses == {AwardStatus.GRANTED, AwardStatus.PAST} and all(
        award.status == AwardStatus.PAST or (award.rule == "award.passive" and not award.ceremony) for award in group
    ):
        statuses = {AwardStatus.PAST}  # no mention describes it as handed over now
    status = next((known for known in _PRIORITY if known in statuses), AwardStatus.GRANTED)
    if granter is not None and status != AwardStatus.REVOKED and _is_beyond(best.type, granter):
        granter = None
    inferred: list[Inference] = []
    if granter is not None and _NOBODY.match(canonical(granter)):
        granter = None  # stated, but indefinite
    elif granter is None and status == AwardStatus.GRANTED and (only := _only_granter(best, only_granters)) is not None:
        granter = only
        inferred.append(Inference("granted_by", basis("only-granter")))
    if best.stated_as is not None and not any(draft.names == best.names and draft.stated_as is None for draft in group):
        inferred.append(Inference("names", basis("spoken", words=best.stated_as, person=best.names[0])))
    if best.kind_of is not None:
        inferred.append(Inference("kind", basis("contest", contest=best.kind_of)))
    standard = merit.standard
    if (
        standard is None
        and theme is not None
        and status == AwardStatus.GRANTED
        and not lexicon("award-types").by_id[best.type].get("own_merit")
    ):
        standard = str(theme.value)
        inferred.append(Inference("standard", basis("headline", theme=standard)))
    return Award(
        type=best.type, rank=best.rank, kind=best.kind, count=best.count, names=tuple(names), standard=standard, granted_by=granter,
        years=merit.years, period=merit.period, consecutive_years=merit.consecutive_years, status=status,
        posthumous=any(draft.posthumous for draft in group),
        evidence=_evidence(group), rule=best.rule, inferred=tuple(inferred),
    )  # fmt: skip


def _only_granter(award: Draft, granters: dict[str, str | None]) -> str | None:
    """Return the only granter of an honour; one who holds a meeting of praise rewards there too."""
    found = granters.get(honour(award.type, award.title))
    return granters.get("bieu-duong") if found is None and award.type == "khen-thuong" and award.type not in granters else found


def _evidence(group: list[Draft]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for draft in group for span in (draft.span, *draft.rows)))


#: An indefinite group of bodies: được các cấp khen thưởng.
_NOBODY = re.compile(r"các\s+(?:cấp|ngành)(?!\w)")
_NO_GRANTER_OF_PARTY = {"chính phủ", "thủ tướng chính phủ", "thủ tướng", "quốc hội", "chủ tịch nước", "nhà nước"}
#: Who grants state honours, today and before 1992. Those of a foreign state are granted by its government.
_OF_STATE = re.compile(
    r"(?:đảng|(?:chủ tịch )?nhà nước|chủ tịch nước|(?:chủ tịch )?hội đồng nhà nước|chính phủ (?!nước chxhcn việt nam)\w+)(?!\w)"
)


def _may_grant(kind: str, granter: str) -> bool:
    return not _is_beyond(kind, granter) and _NOBODY.match(canonical(granter)) is None


def _is_beyond(kind: str, granter: str) -> bool:
    """Return whether a body may not grant an award type and so only handed it over: state honours are the President's, the
    Party's badge is the Party's."""
    name, grade = canonical(granter), lexicon("award-types").by_id[kind].get("grade")
    if grade == "party":
        return name in _NO_GRANTER_OF_PARTY
    return grade == "state" and not any(_OF_STATE.match(body) for body in name.split(", "))


def _only(granters: list[str]) -> str | None:
    """Return the only granter named, in its longest form; None if there are several or none."""
    if not granters:
        return None
    longest = max(granters, key=len)
    return longest if all(same_name(granter, longest) for granter in granters) else None
