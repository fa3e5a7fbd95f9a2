"""Explains what was extracted from an article: each sentence with its facts, their rules, and whether they are stated or inferred.

It also lists the words of awards, ratings and documents that no fact accounts for, which is where a rule is missing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from generator.extraction.clauses import ArticleText
from generator.extraction.unexplained import accounted_for, unexplained
from generator.messages import message
from generator.messages.terminal import printable
from generator.model.article import FACT_KINDS, Article
from generator.model.facts import Decision, Fact, FactKind, Facts, Role
from generator.model.span import Span
from generator.model.statement import Reason, Statement, Written

_TAIL = frozenset({"evidence", "rule", "inferred"})
#: How a fact of each kind is called, in the order in which a sentence's facts are listed.
_NAMES = {
    FactKind.EVENT: "event",
    FactKind.AWARDS: "award",
    FactKind.RATINGS: "rating",
    FactKind.DOCUMENTS: "document",
    FactKind.FIGURES: "figure",
    FactKind.PEOPLE: "person",
    FactKind.UNITS: "unit",
}
_KINDS = {name: kind for kind, name in _NAMES.items()}
_QUOTED = 60  # code points of a quotation; longer ones are shortened in the middle


@dataclass(frozen=True, slots=True)
class ExplainedFact:
    """A fact with its evidence in a sentence.

    Its ``kind`` (award, person …), its rule, the values that are not empty, the bases of those that are inferred, and the
    quotes of this sentence that are its evidence.
    """

    kind: str
    rule: str
    values: Mapping[str, Any]
    inferred: Mapping[str, Reason]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedStretch:
    """A sentence, or another block such as a byline, with its line in the text (1-based) and its facts.

    ``unexplained`` are its words of awards, ratings and documents that are in no evidence; ``kind`` is the block's.
    """

    line: int
    kind: str
    words: str
    facts: tuple[ExplainedFact, ...]
    unexplained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The article's own data, from the whole text (title, published, byline, years), and its stretches in reading order."""

    article: Mapping[str, Any]
    stretches: tuple[ExplainedStretch, ...]


def explain(article: Article, facts: Facts) -> Explanation:
    """Return each sentence of ``article`` with those of its ``facts`` that have evidence in it.

    A fact with evidence in several sentences is listed with each.
    """
    text = ArticleText(article)
    parts = _parts(text)
    facts_of: list[dict[int, tuple[str, Fact, list[str]]]] = [{} for _ in parts]
    starts = [span.start for _, span in parts]
    covered: list[list[Span]] = [[] for _ in parts]
    for span in accounted_for(facts):
        for index in _touched(starts, span):
            covered[index].append(span)
    for of, fact in facts.walk(*_NAMES):
        for span in fact.evidence:
            for index in _touched(starts, span):
                if parts[index][1].overlaps(span):
                    facts_of[index].setdefault(id(fact), (_NAMES[of], fact, []))[2].append(_quoted(span.of(article.text)))
    stretches, line, at = [], 1, 0
    for index, (kind, span) in enumerate(parts):
        line, at = line + article.lines_between(at, span.start), span.start
        seen = [_explained_fact(name, fact, quotes) for name, fact, quotes in facts_of[index].values()]
        stretches.append(
            ExplainedStretch(
                line, kind, " ".join(span.of(article.text).split()), tuple(seen), _unexplained(text, kind, span, covered[index])
            )
        )
    own = {"title": article.title, "published": article.published, "byline": article.byline, "years": list(facts.years)}
    return Explanation({key: value for key, value in own.items() if value}, tuple(stretches))


def _touched(starts: list[int], span: Span) -> range:
    """Return the parts, by their starts, that ``span`` may overlap."""
    return range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))


def _parts(text: ArticleText) -> list[tuple[str, Span]]:
    """Return the sentences, and the blocks without any, with their kinds, in reading order."""
    parts = [(sentence.block.kind.value, Span(sentence.start, sentence.end)) for sentence in text.sentences]
    parts += [(block.kind.value, block.span) for block in text.article.blocks if block.kind not in FACT_KINDS]
    return sorted(parts, key=lambda part: part[1])


def _explained_fact(kind: str, fact: Fact, quotes: list[str]) -> ExplainedFact:
    values: dict[str, Any] = {}
    for attribute in fields(fact):
        value = getattr(fact, attribute.name)
        if attribute.name not in _TAIL and attribute.name != "sure" and value is not None and value is not False and value != ():
            values[attribute.name] = _value(attribute.name, value)
    return ExplainedFact(kind, fact.rule, values, {note.field: note.basis for note in fact.inferred}, tuple(quotes))


def _value(name: str, value: Any) -> Any:
    if isinstance(value, Decision):
        given = ((item.name, getattr(value, item.name)) for item in fields(value))
        return {key: item for key, item in given if item is not None}
    if name == "roles":
        return [_role(role) for role in value]
    return list(value) if isinstance(value, tuple) else value


def _role(role: Role) -> str:
    written = f" (“{role.written}”)" if role.written else ""
    return f"{role.title}{written}" + (f" [{role.unit}]" if role.unit else "")


def _quoted(words: str) -> str:
    quote = " ".join(words.split())
    return quote if len(quote) <= _QUOTED else f"{quote[: _QUOTED // 2].rstrip()} … {quote[-_QUOTED // 2 :].lstrip()}"


def _unexplained(text: ArticleText, kind: str, span: Span, covered: list[Span]) -> tuple[str, ...]:
    """Return the remaining words, each once."""
    if kind not in FACT_KINDS:
        return ()
    found = (mention.span.of(text.views.canonical) for mention in unexplained(text, span, covered))
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))


def listing(explanation: Explanation, written: Written) -> str:
    """Return the explanation for a terminal: each sentence with its line number, then its facts with their reasons ``written`` out, and
    finally the sentences with unexplained words."""
    lines = [f"{message(f'explain.{key}')}: {_plain(value, written)}" for key, value in explanation.article.items()]
    for stretch in explanation.stretches:
        lines += [
            "",
            f"{stretch.line:>4}  "
            + ("" if stretch.kind == "paragraph" else f"[{message(f'explain.blocks.{stretch.kind}')}] ")
            + stretch.words,
        ]
        for fact in stretch.facts:
            kind, values = message(f"facts.one.{_KINDS[fact.kind]}"), fact.values.items()
            lines.append(f"      · {kind}  {'; '.join(f'{key}={_plain(value, written)}' for key, value in values)}")
            lines += [f"          {message('explain.inferred', field=key, basis=written(basis))}" for key, basis in fact.inferred.items()]
            lines.append(f"          {fact.rule} ← " + " | ".join(f"“{quote}”" for quote in fact.quotes))
    left = [stretch for stretch in explanation.stretches if stretch.unexplained]
    summary = message("explain.unexplained", left=len(left), all=len(explanation.stretches)) if left else message("explain.explained")
    lines += ["", str(summary)]
    lines += [f"{stretch.line:>4}  {', '.join(stretch.unexplained)}: {stretch.words}" for stretch in left]
    return "\n".join(map(printable, lines))


def _plain(value: Any, written: Written) -> str:
    if isinstance(value, Statement):
        return written(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {item}" for key, item in value.items()) + "}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
