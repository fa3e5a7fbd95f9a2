"""The awards of an article: drafts of its sentences, repetitions merged, totals set against their parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.extraction.awards.acts.status import is_teaser, withdrawn
from generator.extraction.awards.draft import Draft
from generator.extraction.awards.drafts import drafts
from generator.extraction.awards.forms.generic import honour
from generator.extraction.awards.merging.aliases import without_aliases
from generator.extraction.awards.merging.contest_names import with_contests
from generator.extraction.awards.merging.groups import NEAR
from generator.extraction.awards.merging.paragraph_years import with_years_of_paragraph
from generator.extraction.awards.merging.repetitions import merged, with_names
from generator.extraction.awards.merging.sequels import with_same_reason, with_sequels
from generator.extraction.awards.merging.winners import with_winners
from generator.extraction.awards.qualities.approximations import with_approximations
from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Finding
from generator.extraction.sameness import same_name
from generator.lexicon.load import lexicon
from generator.model.article import BlockKind
from generator.model.facts import Award, AwardStatus, Inference, Person
from generator.model.span import Span
from generator.text.folding import canonical


def awards(text: ArticleText, people: Sequence[Person] = ()) -> tuple[Award, ...]:
    """The awards in reading order; ``people`` are the article's, told by their full names. A caption, lead or headline
    that repeats one is a further piece of its evidence. What the words of an award leave open and the article tells
    once (granter, occasion) is filled in and marked as inferred."""
    reading = drafts(text, [person.name for person in people])
    found = reading.drafts
    gone = withdrawn(text.views.canonical) if found else set()
    for sentence in text.sentences if found else ():
        found = with_sequels(found, text.passage(sentence), sentence)
    own = [
        draft
        for draft in found
        if (draft.type not in gone or draft.status == AwardStatus.REVOKED)
        and not is_teaser(text.article.text, draft.span.start, draft.span.end)
    ]
    told = with_winners(with_same_reason(without_aliases(with_contests(own, text), text.article.text)))
    told = with_years_of_paragraph(told, text)
    theme = _theme(text)
    only = {kind: _only([one for one in named if _may_grant(kind.split()[0], one)]) for kind, named in reading.granters.items()}
    return with_approximations([_award(group, only, theme) for group in with_names(merged(told), reading.lists)], text)


_THEME = re.compile(
    r"(?<!\w)(?:tuyên\s+dương|biểu\s+dương|tôn\s+vinh|vinh\s+danh|khen\s+thưởng)\s+(?:\d[\d.]*\s+|các\s+|những\s+)?(?P<theme>[^.:;,|()]{6,90}?)(?=\s+năm\s+(?:19|20)\d\d|\s+giai\s+đoạn|[.:;,|()]|$)"
)
_KIND_HEAD = re.compile(r"(?:tập thể|cá nhân|tổ chức (?:cơ sở )?đảng|tổ chức|đơn vị|gia đình|đảng viên|đồng chí|cán bộ)[\s,&-]*(?:và\s+)?")
_MERIT_WORDS = re.compile(r"tiêu biểu|xuất sắc|điển hình|tiên tiến|giỏi|thành tích|gương")


def _theme(text: ArticleText) -> Finding | None:
    """What the headline says that people are honoured for: ``Tuyên dương điển hình tiên tiến ngành …``."""
    for sentence in text.sentences:
        if sentence.block.kind is BlockKind.TITLE:
            match = _THEME.search(text.views.canonical, sentence.start, sentence.end)
            if match is not None and _MERIT_WORDS.search(match["theme"]):
                span = Span(*match.span("theme"))
                why = _without_kind(" ".join(span.of(text.article.text).split()))
                return None if why is None else Finding(span, why)
    return None


def _without_kind(theme: str) -> str | None:
    """``tổ chức, cá nhân thực hiện tốt …``: who is honoured is no part of why. None where several kinds and a mere attribute
    are told: ``tổ chức đảng và đảng viên xuất sắc``."""
    words = canonical(theme)
    rest = kinds = 0
    while (match := _KIND_HEAD.match(words, rest)) is not None:
        rest, kinds = match.end(), kinds + 1
    if len(theme[rest:].split()) >= 3:
        return theme[rest:]
    return theme if kinds < 2 else None


#: Of several things told of one award, the one that it counts as.
_TELLING = (AwardStatus.REVOKED.value, AwardStatus.PROPOSED.value, AwardStatus.GRANTED.value, AwardStatus.PAST.value)


def _award(group: list[Draft], only_granters: dict[str, str | None], theme: Finding | None) -> Award:
    best = group[0]
    names: dict[str, None] = {}  # as an ordered set
    for draft in [one for one in group if not one.ceremony] or group:
        fresh = [name for name in dict.fromkeys(draft.names) if name not in names]
        for name in fresh:
            if not any(same_name(name, other) for other in islice(reversed(names), NEAR)):
                names[name] = None
    reasons = sorted((draft.merit for draft in group if draft.merit.standard), key=lambda one: one.describes)
    merit = reasons[0] if reasons else best.merit
    granter = next((draft.granted_by for draft in group if draft.granted_by), None)
    told = {draft.status or "granted" for draft in group}
    if told == {"granted", "past"} and all(one.status == "past" or (one.rule == "award.passive" and not one.ceremony) for one in group):
        told = {"past"}  # no mention hands it over
    status = next((one for one in _TELLING if one in told), "granted")
    if granter is not None and status != AwardStatus.REVOKED and _is_beyond(best.type, granter):
        granter = None
    inferred: list[Inference] = []
    if granter is not None and _NOBODY.match(canonical(granter)):
        granter = None  # told, and left open
    elif granter is None and status == "granted" and (only := only_granters.get(honour(best.type, best.title))) is not None:
        granter = only
        inferred.append(Inference("granted_by", "cơ quan duy nhất mà bài nêu là trao hình thức này"))
    if best.stated_as is not None and not any(draft.names == best.names and draft.stated_as is None for draft in group):
        inferred.append(Inference("names", f"“{best.stated_as}” chỉ {best.names[0]}, người được nêu trước đó"))
    standard = merit.standard
    if standard is None and theme is not None and status == "granted" and not lexicon("award-types").by_id[best.type].get("own_merit"):
        standard = str(theme.value)
        inferred.append(Inference("standard", f"nhan đề của bài: “{theme.value}”"))
    return Award(
        type=best.type, rank=best.rank, kind=best.kind, count=best.count, names=tuple(names), standard=standard, granted_by=granter,
        years=merit.years, period=merit.period, consecutive_years=merit.consecutive_years, status=status,
        posthumous=any(draft.posthumous for draft in group),
        evidence=_evidence(group), rule=best.rule, inferred=tuple(inferred),
    )  # fmt: skip


def _evidence(group: list[Draft]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for draft in group for span in (draft.span, *draft.rows)))


#: Many bodies under one word: được các cấp khen thưởng.
_NOBODY = re.compile(r"các\s+(?:cấp|ngành)(?!\w)")
_NO_GRANTER_OF_PARTY = {"chính phủ", "thủ tướng chính phủ", "thủ tướng", "quốc hội", "chủ tịch nước", "nhà nước"}
#: Who grants state honours, today and before 1992; a foreign state's are its government's.
_OF_STATE = re.compile(
    r"(?:đảng|(?:chủ tịch )?nhà nước|chủ tịch nước|(?:chủ tịch )?hội đồng nhà nước|chính phủ (?!nước chxhcn việt nam)\w+)(?!\w)"
)


def _may_grant(kind: str, granter: str) -> bool:
    return not _is_beyond(kind, granter) and _NOBODY.match(canonical(granter)) is None


def _is_beyond(kind: str, granter: str) -> bool:
    """Whether a body may not grant a form and so only handed it over: state honours are the President's, the Party's
    badge is the Party's (domain/awards.yml granter_levels)."""
    name, grade = canonical(granter), lexicon("award-types").by_id[kind].get("grade")
    if grade == "party":
        return name in _NO_GRANTER_OF_PARTY
    return grade == "state" and not any(_OF_STATE.match(one) for one in name.split(", "))


def _only(granters: list[str]) -> str | None:
    """The one granter that is named, in its longest form; None where several are."""
    if not granters:
        return None
    longest = max(granters, key=len)
    return longest if all(same_name(one, longest) for one in granters) else None
