"""Plain counts recognised by their place in the clause, with any verb and noun.

``[time phrase,] ACTOR [aspect] VERB [object] [about] N NOUN``: the actor may be missing behind ``;`` or a time phrase. Verbs
and nouns are open classes. So each filled place counts as evidence, and a verb that is in no lexicon together with such a noun
needs more of it than either alone. Words that occur in a place without filling it are listed instead. Sources: lexicon
``count-slots``; architecture/grammar.md §6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.figures.forms import Amount, entry_of, is_gift, measure_to, measured, not_counted, unit_written_to_it, words_of
from generator.extraction.figures.links import in_row
from generator.extraction.figures.verbs import known_verb, verb_opens
from generator.lexicon.load import alternatives, lexicon
from generator.text.numbers import QUANTITY, quantity
from generator.text.views import Views

ENOUGH = 3  #: evidence that a count needs

_CUT = re.compile(r"[;:()\"“”.!?,\s](?:(?<=[;:()\"“”\n])|(?<=[.!?,])\s|(?<=\s)(?:[-–+•*]\s|và\s(?=(?:đã|cũng|còn|tiếp tục)\s)))")
_ABOUT_WORDS = ("hơn", "gần", "trên", "khoảng", "ước", "tổng số", "tổng cộng", "ít nhất", "tối thiểu", "đến", "tới", "được", "thêm", "mới",
                "cho", "từ", "thành công")  # fmt: skip
_ABOUT = re.compile(rf"(?:\s*(?<!\w)(?:{'|'.join(_ABOUT_WORDS)}))+\s*$")
_FRESH = re.compile(r"(?<!\w)(?:được|thêm|mới|chính thức|thành công)(?!\w)")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"(?<!\w)(?:(?:trong|năm|nhiệm kỳ|tháng|thời gian|quý) (?:năm|qua|kỳ|20\d\d)|từ đầu năm|đến nay)(?!\w)")
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|chỉ tiêu|mục tiêu)(?!\w)")
_OR_MORE = re.compile(r"\s[^,;.:]{0,60}trở lên(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w’'/-]*")
_SUBJECT_ACTS = re.compile(r"[\d.,]*(?:\s+[^\W\d_]+){2,7}\s+")
_ITEM = re.compile(r"(?:^|\n)\s*(?:[-+*•–]|\d{1,2}[.)])\s*$")
#: Words that make the number the whole of something else, or the end of a range: trên tổng số 46, từ tám đến 12.
_WHOLE_OR_RANGE = re.compile(r"(?:trên|trong) tổng số(?: hơn| gần)?$|từ \w+ (?:đến|tới)$")
#: How far something is: cách trường học 2km.
_DISTANCE = re.compile(r"(?<!\w)cách(?! (?:làm|thức|mạng|ly))(?:\s[^\W\d_]+){0,6}$")
_WHOLE_HAS = re.compile(r"toàn(?:\s[^\W\d_]+){1,3}\s(?:đã\s)?có$")
_CAME_TO = re.compile(r"[\d.,]+\s[^;,.\d]{0,40}\s(?:vươn lên|thoát|được|đạt|đã|hoàn thành|tham gia|đăng ký)(?!\w)")
_COUNTED = re.compile(rf"^(?:{QUANTITY})\s+")
#: A part of the counted: , trong đó có 38 sinh viên.
_PART = re.compile(r"(?:\s+[^\W\d_]+){0,9}\s?,\s+(?:trong đó|qua đó|trong số đó|gồm|với|có)(?:\s+có)?\s*")
#: A word of two letters, or of one before another word: ổ nhóm.
_THING = re.compile(r"[^\W\d_]{2}|[^\W\d_]\s[^\W\d_]{2}")
_ACRONYM = re.compile(r"[A-ZĐ]{3,8}")
LONGEST_GAP = 60  #: letters between two counts of a row
LONGEST_LEAD = 16  #: words between the clause's start and the number
LONGEST_HEAD = 240  #: characters of a sentence within which its subject and its aspect are
_ASPECT_NEXT = re.compile(r"\s+(?:(?:đã|đều|đang)\s+)?")
_ASPECT_IN_HEAD = re.compile(r"(?<!\w)(?:đã|vừa)\s")
COMPACT = 7  #: words of a lead that has room only for actor and verb


@dataclass(frozen=True, slots=True)
class CountClause:
    """The part of a clause before a number, without the words that hedge the number."""

    start: int
    lead: str
    about: str
    opened_by: str


@lru_cache(maxsize=8)
def _words(*slots: str) -> frozenset[str]:
    return frozenset(word for slot in slots for word in lexicon("count-slots").by_id[slot].variants)


@lru_cache(maxsize=8)
def _pattern(*slots: str) -> re.Pattern[str]:
    return re.compile(alternatives(_words(*slots)))


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?P<value>{QUANTITY})(?:\s+(?P<quote>\")?(?=[^\W\d_])|(?={unit_written_to_it()}))")


def clause_before(view: str, start: int, at: int) -> CountClause:
    """Return the clause that ends in a number at ``at``, from the last mark before it."""
    begin, mark = start, ""
    for cut in _CUT.finditer(view, max(start, at - 160), at):
        begin, mark = cut.end(), cut.group().strip()
    lead = view[begin:at]
    about = _ABOUT.search(lead) if lead.rstrip().endswith(_ABOUT_WORDS) else None
    return CountClause(begin, lead[: about.start()] if about else lead, about.group() if about else "", mark)


def placed(views: Views, start: int, stop: int, known: Sequence[Amount]) -> Iterator[Amount]:
    """Yield the counts that are results by their clause. ``known`` are those already found by a listed form."""
    view = views.canonical
    sure = {
        digit.start(): amount_known
        for amount_known in known
        if (digit := _DIGIT.search(view, amount_known.start, amount_known.end)) is not None
    }
    last: Amount | None = None
    subject: Amount | None = None
    ordered, passed = sorted(known, key=lambda amount_known: amount_known.end), -1
    barrier = start
    for match in _number().finditer(view, start, stop):
        if (held := sure.get(match.start())) is not None:
            last = held
            continue
        while passed + 1 < len(ordered) and ordered[passed + 1].end <= match.start():
            passed += 1
        nearest = ordered[passed] if passed >= 0 else None
        if nearest is not None and barrier <= nearest.start and (last is None or nearest.end > last.end):
            last = nearest
        amount = _amount(views, match, stop)
        if amount is None:
            last, barrier = None, match.end()
            continue
        clause = clause_before(view, start, match.start())
        weight = evidence(views, clause, amount, acted=last is not None, going_on=_goes_on(view, start, clause))
        if _is_row(views, clause, last, amount) or weight >= ENOUGH or _act(view, clause, match.end(), stop):
            if subject is not None and _SUBJECT_ACTS.fullmatch(view, subject.start + 1, match.start()):
                yield subject
            last, subject = amount, None
            yield amount
        else:
            barrier = match.end()
            last, subject = None, amount if not clause.lead.strip() and measured().match(view, match.end()) else None


def _amount(views: Views, match: re.Match[str], stop: int) -> Amount | None:
    """Return the number with the noun that it counts; None if the word behind it cannot be a noun."""
    view, at = views.canonical, match.end()
    first = _WORD.match(view, at, stop)
    barred = not_counted().match(view, at, stop)
    if first is None or (barred is not None and not _is_longer(view, at, barred.end(), stop)):
        return None
    written = views.text[first.start() : first.end()]
    noun = measured().match(view, at, stop)
    if noun is None and (
        not _THING.match(view, at, stop) or (written[:1].isupper() and not match["quote"] and not _ACRONYM.fullmatch(written))
    ):
        return None
    end = measure_to(views, noun.end() if noun else first.end(), stop)
    measure = " ".join(views.text[at:end].split())
    end += bool(match["quote"]) and view.startswith('"', end)
    unit = "đồng" if noun and entry_of(noun.group()).id == "tien" else None
    return Amount(match.start(), end, measure, quantity(match["value"]), unit=unit)


def _is_longer(view: str, at: int, barred_to: int, stop: int) -> bool:
    """Return whether a listed measure begins with the barred word (``cá thể`` …)."""
    noun = measured().match(view, at, stop)
    return noun is not None and noun.end() > barred_to


def _is_row(views: Views, clause: CountClause, last: Amount | None, amount: Amount) -> bool:
    """Return whether the count continues a row: ``63 chi hội nghề nghiệp, 112 tổ hội``."""
    if last is None or amount.start - last.end > LONGEST_GAP:
        return False
    return (
        in_row(views.canonical, last, amount.start, strong=False)
        or _PART.fullmatch(views.canonical, last.end, clause.start + len(clause.lead)) is not None
    )


def _act(view: str, clause: CountClause, noun: int, stop: int) -> bool:
    """Return whether bodies that open their clause are counted by what they did: ``; 11 bệnh viện đã triển khai bệnh án điện tử``."""
    body = _pattern("actor").match(view, noun, stop) if not clause.lead.strip() else None
    verb = None if body is None else _ASPECT_NEXT.match(view, body.end(), stop)
    return verb is not None and verb_opens().match(view, verb.end(), stop) is not None


def _goes_on(view: str, start: int, clause: CountClause) -> bool:
    """Return whether the clause has the subject of the sentence's first clause: ``ACTOR đã VERB …, VERB N NOUN``."""
    if clause.opened_by not in {",", ";", "và"}:
        return False
    opens = view[start : min(clause.start, start + LONGEST_HEAD)]
    aspect = _ASPECT_IN_HEAD.search(opens)
    return aspect is not None and _pattern("actor").search(opens, 0, aspect.start()) is not None


def actor_acts(view: str, start: int, at: int) -> bool:
    """Return whether the clause before ``at`` states that an actor has done something: ``Công an huyện đã tăng cường``."""
    clause = clause_before(view, start, at)
    actor = _pattern("actor").search(clause.lead)
    aspect = _ASPECT_IN_HEAD.search(clause.lead)
    words = _WORD.findall(clause.lead)
    if (
        actor is None
        or aspect is None
        or actor.start() > aspect.start()
        or not 0 < len(_WORD.findall(clause.lead[aspect.end() :])) <= COMPACT
    ):
        return False
    return not any(" ".join(words[-size:]) in _words("no-verb", "other-verb", "neither") for size in (1, 2, 3))


def evidence(views: Views, clause: CountClause, amount: Amount, *, acted: bool, going_on: bool = False) -> int:
    """Return the weight of the evidence that somebody did something with the counted; 0 if the verb's place is not filled.

    ``acted``: a result precedes it in its row. ``going_on``: its subject is the sentence's.
    """
    lead = clause.lead.strip()
    opening = _pattern("opening").match(lead)
    bare = lead[opening.end() :].lstrip(" ,") if opening else lead
    bare = _COUNTED.sub("", bare)  # 38 đảng viên kèm cặp …: the counted are the actor
    words = _WORD.findall(bare)
    if not words or len(words) > LONGEST_LEAD or re.search(r"\d$", bare):
        return 0
    barred = _words("no-verb", "other-verb", "neither")
    gives = words[-1] in words_of("gives") and is_gift(amount.measure)
    came_to = _WHOLE_HAS.match(bare) is not None and _CAME_TO.match(views.canonical, amount.start) is not None
    receives = words[-1] == "nhận" and clause.about.split()[:1] == ["được"]
    if not (gives or came_to or receives) and any(" ".join(words[-size:]) in barred for size in (1, 2, 3)):
        return 0
    if len(words) > 1 and words[-2] in {"phải", "cần", "bị"}:
        return 0  # something that must be done is not a result
    tail = _WORD.findall(views.text[clause.start : clause.start + len(clause.lead)])[-1]
    if _DISTANCE.search(lead) or _WHOLE_OR_RANGE.search(f"{lead} {clause.about.strip()}"):
        return 0
    if tail[:1].isupper() and len(words) > 1:
        return 0
    if " từ " in f" {clause.about.strip()} " and not (
        _OR_MORE.match(views.canonical, amount.start) or _AIM.search(views.canonical, max(0, amount.start - 250), amount.start)
    ):
        return 0
    if any(" ".join(words[-size:]) in _words("actor") for size in (1, 2)):
        return 0  # Quân đoàn 12, xã 34 …
    actor = _pattern("actor").search(bare)
    noun = measured().match(views.canonical, amount.end - len(amount.measure))
    score = 2 if gives or came_to else 0
    if noun is not None:
        entry = entry_of(noun.group())
        score += 2 if entry.get("strong") else 1
        score += noun.group().startswith("lượt")
    score += 2 if known_verb().search(bare) else 0
    score += 1 if _pattern("aspect").search(bare) else 0
    score += 1 if _FRESH.search(clause.about) else 0
    score += (2 if actor.start() == 0 else 1) if actor is not None else 0
    if actor is None and len(words) <= 4 and (acted or clause.opened_by == ";" or opening is not None):
        score += 2 if acted else 1
    elif actor is None and going_on and len(words) <= COMPACT:
        score += 2
    if actor is None and _ITEM.search(views.canonical, max(0, clause.start - 8), clause.start):
        score += 2  # an item of a list of results has the list's subject
    score += 1 if len(words) <= COMPACT else 0
    score += 1 if _TIME.search(views.canonical, max(0, clause.start - 80), amount.start) else 0
    score += 1 if _AIM.search(lead) else 0
    return score
