"""The organisations of an article by their part in it: host, granter, recipient, mentioned."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import cast

from generator.extraction.clauses import ArticleText
from generator.extraction.rules.organisations import organisations
from generator.model.facts import Award, UnitMention
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.slugs import slug

_BARE = 2  # words: Đảng ủy, Quận ủy, Công đoàn name no unit by themselves


def units(text: ArticleText, hosts: Sequence[UnitMention], awards: Sequence[Award]) -> tuple[UnitMention, ...]:
    """Hosts first, then granters, recipients and the other organisations named; one mention an organisation and part,
    an organisation that only is mentioned besides another part is not told again."""
    found = list(hosts)
    known = {canonical(one.name) for one in hosts}
    keys: dict[str, str] = {}  # canonical forms; most names are told several times
    for role, named in (("granter", _granters(text, awards)), ("recipient", _recipients(text, awards)), ("mentioned", _mentioned(text))):
        told: dict[str, tuple[str, list[Span]]] = {}
        for name, span in named:
            if name not in keys:
                keys[name] = canonical(name)
            key = keys[name]
            if role != "mentioned" or key not in known:
                told.setdefault(key, (name, []))[1].append(span)
        for key, (name, spans) in told.items():
            known.add(key)
            evidence = tuple(dict.fromkeys(spans))
            found.append(
                UnitMention(
                    id=slug(name),
                    name=name,
                    role=role,
                    evidence=evidence,
                    rule="granter.body" if role == "granter" else "organisation.name",
                )
            )
    return tuple(one for one in found if one.id)


def _granters(text: ArticleText, awards: Sequence[Award]) -> Iterator[tuple[str, Span]]:
    for award in awards:
        if award.granted_by is not None:
            yield from _spans(text, award.granted_by, award)


def _recipients(text: ArticleText, awards: Sequence[Award]) -> Iterator[tuple[str, Span]]:
    for award in awards:
        for name in award.names:
            if award.kind not in {"ca-nhan", "dang-vien", "hoc-sinh"}:
                yield from _spans(text, name, award)


def _spans(text: ArticleText, name: str, award: Award) -> Iterator[tuple[str, Span]]:
    """Where ``name`` stands: in the award's words, else nearest before them; a name of two joined bodies stands nowhere."""
    told = _told(text, name)
    for span in award.evidence:
        at = bisect_left(told, Span(span.start, span.start))
        if at < len(told) and told[at].end <= span.end:
            yield name, told[at]
            return
    at = bisect_right(told, award.evidence[0].end, key=attrgetter("end"))
    if at > 0:
        yield name, told[at - 1]


def _told(text: ArticleText, name: str) -> list[Span]:
    """Every place that tells ``name``, sought once an article however many awards name it."""
    memory, key = text.views.memory, (_told, name)
    if key not in memory:
        pattern = re.compile(r"\s+".join(map(re.escape, name.split())))
        memory[key] = [Span(*match.span()) for match in pattern.finditer(text.article.text)]
    return cast(list[Span], memory[key])


def _mentioned(text: ArticleText) -> Iterator[tuple[str, Span]]:
    for sentence in text.sentences:
        for finding in organisations(text.passage(sentence)):
            if len(finding.value.split()) > _BARE:
                yield finding.value, finding.span
