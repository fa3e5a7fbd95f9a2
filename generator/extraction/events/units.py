"""The organisations of an article by their part in it: host, granter, recipient, mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import cast

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import REACH
from generator.extraction.limits import most_tried
from generator.extraction.names.bodies.organisations import organisations
from generator.lexicon.recipient_kinds import PEOPLE
from generator.model.facts import Award, UnitMention, UnitRole
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.slugs import slug

_BARE = 2  # words: Đảng ủy, Quận ủy, Công đoàn do not identify a unit


def units(text: ArticleText, hosts: Sequence[UnitMention], awards: Sequence[Award]) -> tuple[UnitMention, ...]:
    """Return hosts first, then granters, recipients and the other organisations named; one mention for each organisation and part.

    An organisation with another part is not repeated as mentioned.
    """
    found = list(hosts)
    known = {canonical(mention.name) for mention in hosts}
    keys: dict[str, str] = {}  # canonical forms; most names occur several times
    for role, named in (
        (UnitRole.GRANTER, _granters(text, awards)),
        (UnitRole.RECIPIENT, _recipients(text, awards)),
        (UnitRole.MENTIONED, _mentioned(text)),
    ):
        spans_of: dict[str, tuple[str, list[Span]]] = {}
        for name, span in named:
            if name not in keys:
                keys[name] = canonical(name)
            key = keys[name]
            if role != UnitRole.MENTIONED or key not in known:
                spans_of.setdefault(key, (name, []))[1].append(span)
        for key, (name, spans) in spans_of.items():
            known.add(key)
            evidence = tuple(dict.fromkeys(spans))
            found.append(
                UnitMention(
                    id=slug(name),
                    name=name,
                    role=role,
                    evidence=evidence,
                    rule="granter.body" if role == UnitRole.GRANTER else "organisation.name",
                )
            )
    return tuple(mention for mention in found if mention.id)


def _granters(text: ArticleText, awards: Sequence[Award]) -> Iterator[tuple[str, Span]]:
    for award in awards:
        if award.granted_by is not None:
            yield from _spans(text, award.granted_by, award)


def _recipients(text: ArticleText, awards: Sequence[Award]) -> Iterator[tuple[str, Span]]:
    for award in awards:
        for name in award.names:
            if award.kind not in PEOPLE:
                yield from _spans(text, name, award)


def _spans(text: ArticleText, name: str, award: Award) -> Iterator[tuple[str, Span]]:
    """Yield the span of ``name``: in the award's evidence, else nearest before it; none for a name that joins two bodies."""
    pattern = re.compile(r"\s+".join(map(re.escape, name.split())))
    for span in award.evidence:
        match = pattern.search(text.article.text, span.start, span.end)
        if match is not None:
            yield name, Span(*match.span())
            return
    before = _last_before(text, name, pattern, award.evidence[0].end)
    if before is not None:
        yield name, before


def _last_before(text: ArticleText, name: str, pattern: re.Pattern[str], end: int) -> Span | None:
    """Return the last occurrence of ``name`` before ``end``, or None; repeated queries for a name read only the text between."""
    words, memory, key = text.article.text, text.views.memory, (_last_before, name)
    if _last_before not in memory:
        memory[_last_before] = " ".join(words.split())
    if name not in memory[_last_before]:
        return None
    read, last = memory.get(key, (0, None))
    if read > end:
        read, last = 0, None
    unread = max(0 if last is None else last.end, read - len(name) - REACH)
    for match in pattern.finditer(words, max(unread, words.rfind(name, unread, end)), end):
        last = Span(*match.span())
    memory[key] = (end, last)
    return cast("Span | None", last)


def _mentioned(text: ArticleText) -> Iterator[tuple[str, Span]]:
    findings = chain.from_iterable(organisations(text.passage(sentence)) for sentence in text.sentences)
    for finding in islice(findings, most_tried("units")):
        if len(finding.value.split()) > _BARE:
            yield finding.value, finding.span
