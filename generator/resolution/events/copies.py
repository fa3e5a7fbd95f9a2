"""The same article from several sources becomes one: another outlet's furniture, lead or by-line, another spelling, a few words edited.

Candidates share words of a sketch: the least hashes of the runs of three words in the body, in an inverted index, so the work grows with
the number of articles and not with its square. A candidate is then compared word by word. (datasketch was considered: it brings numpy
and scipy for these few lines.)

The thresholds were measured on 1,710 real articles (37 pairs of copies, by eye). Copies share 94 % of the
shorter one's runs or more and are of one length within 10 %; the next pairs are round-ups that hold another article whole (1.5 times
as long and more), or two reports of one press release (61 %). A text that says another number, date or name in the place of one is no
copy, however near: two yearly reports share their formulas.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from zlib import crc32

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.extraction.sameness import plain
from generator.model.article import Article, BlockKind, Source
from generator.model.facts import Facts, UnitRole
from generator.processes import fan_out
from generator.resolution.events.alignment import Run, aligned, runs
from generator.text.folding import canonical, folded

SHARED = 0.8  #: which part of the shorter text's runs the longer must have
LONGER = 4 / 3  #: how many times as long the longer may be: which allows a lead in a short article
LEAST_WORDS = 40  #: shorter texts are not compared: a caption or a formula is no article of its own
_SKETCH = 24  #: hashes of a sketch; of a copy at the thresholds, half are the same
LIKELY = 4  #: so many of them must be, or the pair is not compared
CROWD = 16  #: how many articles one hash may lead to; what more of them share is a formula

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_TOKEN = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+|[^\W\d_]+")
_SENTENCE = re.compile(r"(?:[.!?…:;\n]|^)[\s\"'“”‘’(\[–-]*$")
_NUMBER_WORDS = frozenset(["hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "trăm", "nghìn", "ngàn"])


@dataclass(frozen=True, slots=True)
class Merged:
    """An article with its facts, and the sources of its copies, by path."""

    article: Article
    facts: Facts
    copies: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article's body, in canonical spelling; ``names`` are those with a capital letter inside a sentence."""

    words: tuple[str, ...]
    names: frozenset[int]


def merge_copies(articles: Iterable[tuple[Article, Facts]], keeping: Keeping = NOTHING_KEPT) -> tuple[Merged, ...]:
    """Return each article once, by path, whatever the order of ``articles``.

    Of copies, that one is kept in which a person corrected most, then the one with most facts (organisations aside), then the longest, then
    the first by path; it alone gives the facts, and each copy is near to it (not to another copy).
    """
    leaders: list[tuple[Article, Facts, list[Source]]] = []
    by_hash: dict[int, list[int]] = {}
    wording_of = lru_cache(maxsize=256)(lambda number: wording(leaders[number][0]))  # of those compared often, not of all
    in_order = sorted(articles, key=_first_kept)
    sketches = keeping.made("sketch", _sketch_of, in_order, lambda article: keeping.once(article[0]), partial(fan_out, fewest=1000))
    for (article, facts), hashes in zip(in_order, sketches, strict=True):
        met = Counter(chain.from_iterable(by_hash.get(each, ()) for each in hashes))
        likely = sorted(number for number, times in met.items() if times >= min(LIKELY, len(hashes)))
        body = wording(article) if likely else None
        for number in likely:
            _, others_facts, copies = leaders[number]
            if body and not apart(facts, others_facts) and same_text(body, wording_of(number)):
                copies.append(article.source)
                break
        else:
            for each in hashes:
                crowd = by_hash.setdefault(each, [])
                if len(crowd) < CROWD:
                    crowd.append(len(leaders))
            leaders.append((article, facts, []))
    kept = [Merged(article, facts, tuple(sorted(copies, key=lambda copy: copy.path))) for article, facts, copies in leaders]
    return tuple(sorted(kept, key=lambda item: item.article.source.path))


def wording(article: Article) -> Wording:
    """Return the words of the paragraphs and lists of ``article``: headline, captions and signature differ from outlet to outlet."""
    return wording_of(block.span.of(article.text) for block in article.blocks if block.kind in _BODY)


def wording_of(texts: Iterable[str]) -> Wording:
    """Return the words of ``texts``, as :func:`wording` does."""
    words: list[str] = []
    names: set[int] = set()
    for text in texts:
        for match in _TOKEN.finditer(canonical(text)):
            if text[match.start()].isupper() and not _SENTENCE.search(text, max(0, match.start() - 8), match.start()):
                names.add(len(words))
            words.append(_word(match.group()))
    return Wording(tuple(words), frozenset(names))


def body_words(article: Article) -> list[str]:
    """Return the words of :func:`wording` alone, in a third of the time."""
    tokens = _body_tokens(article)
    words = {token: _word(token) for token in set(tokens)}
    return list(map(words.__getitem__, tokens))


def _body_tokens(article: Article) -> list[str]:
    bodies = (canonical(block.span.of(article.text)) for block in article.blocks if block.kind in _BODY)
    return list(chain.from_iterable(map(_TOKEN.findall, bodies)))


def _word(token: str) -> str:
    """Return a number without its separators and leading zeros: 1.200 and 1 200, 02 and 2."""
    return token.replace(".", "").replace(" ", "").lstrip("0") or "0" if token[0].isdigit() else token


def same_text(first: Wording, second: Wording) -> bool:
    """Return whether two bodies are one text: nearly all runs of words shared, about one length, and no number or name another."""
    if min(len(first.words), len(second.words)) < LEAST_WORDS:
        return False
    runs_of_first, runs_of_second = set(runs(first.words)), set(runs(second.words))
    less, more = sorted((len(runs_of_first), len(runs_of_second)))
    return more <= LONGER * less and len(runs_of_first & runs_of_second) >= SHARED * less and not _contradict(first, second)


def _contradict(first: Wording, second: Wording) -> bool:
    """Return whether the texts have different numbers or names in some place. An additional word is not a contradiction."""
    for here, there in aligned(first.words, second.words):
        if _differ(_numbers(first, here), _numbers(second, there)):
            return True
        at_edge = here.start == there.start == 0 or (here.stop == len(first.words) and there.stop == len(second.words))
        if at_edge or not _differ(_names(first, here), _names(second, there)):
            continue  # another lead or signature may name anyone
        if not (_shortens(first, here, second, there) or _shortens(second, there, first, here)):
            return True
    return False


def _numbers(of: Wording, run: Run) -> list[str]:
    return [word for word in of.words[run.start : run.stop] if word.isdigit() or word in _NUMBER_WORDS]


def _names(of: Wording, run: Run) -> list[str]:
    """Return without diacritics: a name whose tone was mistyped is the same."""
    return [folded(of.words[at]) for at in range(run.start, run.stop) if at in of.names]


def _differ(first: Sequence[str], second: Sequence[str]) -> bool:
    """Return whether neither is in the other, in its order."""
    return not (_within(first, second) or _within(second, first))


def _within(few: Iterable[str], many: Iterable[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


def _shortens(first: Wording, run: Run, second: Wording, two: Run) -> bool:
    """Return whether a place has an abbreviation for the words of the other: BTV for Ban Thường vụ, TP for thành phố."""
    names = _names(first, run)
    return len(names) == 1 and "".join(folded(word)[0] for word in second.words[two.start : two.stop]) in names


def _sketch_of(article: tuple[Article, Facts]) -> list[int]:
    tokens = _body_tokens(article[0])
    return _sketch(tokens, {token: crc32(_word(token).encode()) for token in set(tokens)})


def sketch(words: Sequence[str]) -> list[int]:
    """Return the least hashes of the runs; the same on every machine."""
    return _sketch(words, {word: crc32(word.encode()) for word in set(words)})


def _sketch(words: Sequence[str], known: Mapping[str, int]) -> list[int]:
    if len(words) < LEAST_WORDS:
        return []
    codes = list(map(known.__getitem__, words))
    # Multiplied by a large odd number, so that neighbouring codes do not stay neighbours.
    hashes = {
        (first * 961 + second * 31 + third) * 0x9E3779B97F4B & 0xFFFFFFFFFFFF
        for first, second, third in zip(codes, codes[1:], codes[2:], strict=False)
    }
    return heapq.nsmallest(_SKETCH, hashes)


def _first_kept(candidate: tuple[Article, Facts]) -> tuple[int, int, int, str]:
    article, facts = candidate
    corrected = sum(len(fact.corrections) for _, fact in facts.walk())
    body = sum(len(block.span) for block in article.blocks if block.kind in _BODY)
    return (-corrected, len(facts.units) - facts.count, -body, article.source.path)


def apart(first: Facts, second: Facts) -> bool:
    """Return whether the event is of another year or of other hosts: a text without its year may be printed again a year later, and two
    units may send in one form with their names in its first words."""
    dates = [facts.event.date[:4] for facts in (first, second) if facts.event and facts.event.date]
    hosts, others = ({folded(plain(unit.name)) for unit in facts.units if unit.role == UnitRole.HOST} for facts in (first, second))
    same_host = any(f" {host} " in f" {other} " or f" {other} " in f" {host} " for host in hosts for other in others)
    return len(set(dates)) > 1 or bool(hosts and others and not same_host)
