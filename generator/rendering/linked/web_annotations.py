"""The evidence of an article as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): each fact, and where it is.

A fact's words are in two places: on the article's page, found by the element that marks them and by the words, and in the archived text,
found by their offsets too. The archived texts are records (:mod:`generator.rendering.parts.files.shards`), each at a JSON pointer of its
file; the offsets count the text's code points, as all of ours do; those of a page depend on its theme.

All annotations are one collection, in pages of many articles. The address of an annotation is the collection's with the article, its kind
and its id behind, and stays.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Entry
from generator.model.article import BODY_KINDS, Article
from generator.model.facts import Fact, FactKind, is_sure
from generator.model.record import fact_to_data
from generator.model.settings import SiteSettings
from generator.model.span import InOrder, Span
from generator.rendering.escaping import clean, cleaned
from generator.rendering.parts.article_text.anchors import anchors_of, fact_ids
from generator.rendering.parts.files.shards import compact_json, packed_texts, shards
from generator.rendering.parts.links.page_addresses import address_from
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say, words
from generator.rendering.words.statements import doubt, guessed_years, inferences, written

FOLDER = "du-lieu/chu-thich"
TEXT_FOLDER = "du-lieu/toan-van"
INDEX = f"{FOLDER}/index.json"  #: the collection
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOST = 400_000  #: bytes of one file, before it is packed to about a tenth
_AROUND = 32  #: characters before and after a quote, so that it is found where it is several times

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of an article: as JSON in UTF-8 without the brackets of a list, ``packed`` by zlib, because those of all articles are
    as large as all texts; the ``length`` of that JSON in bytes; their number."""

    packed: bytes
    length: int
    number: int

    @property
    def items(self) -> str:
        """The JSON."""
        return zlib.decompress(self.packed).decode()


def article_annotations(entry: Entry, path: str, settings: SiteSettings, kept: str) -> Annotations:
    """Return those of ``entry``; see :func:`fact_annotations`."""
    items = fact_annotations(entry, path, settings, kept)
    content = compact_json(items)[1:-1].encode()
    return Annotations(zlib.compress(content, level=1), len(content), len(items))


def annotation_files(of: Mapping[str, Annotations], settings: SiteSettings, keeping: Keeping = NOTHING_KEPT) -> dict[str, bytes]:
    """Return the collection of the annotations ``of`` every article, by its slug, and its pages: path below docs/ → bytes."""
    pages = shards({slug: part.length + len("[]") for slug, part in of.items()}, _MOST)
    names = [f"{FOLDER}/{number}.json.gz" for number in range(len(pages))]
    address = [address_from(settings, name, INDEX) for name in names]
    index = address_from(settings, INDEX, INDEX)
    whole: Node = {"@context": _CONTEXT, "id": index, "type": "AnnotationCollection", "label": say("citing.annotations"),
                   "total": sum(part.number for part in of.values()),
                   "first": address[0], "last": address[-1], "shards": len(pages)}  # fmt: skip

    def text(number: int) -> str:
        page: Node = {"@context": _CONTEXT, "id": address[number], "type": "AnnotationPage", "partOf": index}
        page |= {"next": address[number + 1]} if number + 1 < len(pages) else {}
        items = ",".join(of[slug].items for slug in pages[number] if of[slug].number)
        return f'{compact_json(page)[:-1]},"items":[{items}]}}'

    return {INDEX: f"{compact_json(whole)}\n".encode(), **dict(zip(names, packed_texts(range(len(pages)), text, keeping), strict=True))}


def fact_annotations(entry: Entry, path: str, settings: SiteSettings, kept: str) -> list[Node]:
    """Return the facts of ``entry``, whose page is at ``path`` below docs/ and whose archived text at ``kept``."""
    page, text, whole = (address_from(settings, place, INDEX) for place in (path, kept, INDEX))
    body = InOrder(block.span for block in entry.article.blocks if block.kind in BODY_KINDS)
    items: list[Node] = []
    found = anchors_of(entry)
    for key, fact, name in _facts(entry):
        spans = [span for span in dict.fromkeys(fact.evidence) if len(span)]
        targets = [target for span in spans for target in _targets(entry.article, body.over(span), (span, found[span]), page, text)]
        if targets:
            items.append({"id": f"{whole}#{entry.slug}.{key}.{name}", "type": "Annotation", "motivation": "describing",
                          "body": _bodies(key, fact), "target": targets})  # fmt: skip
    return items


def _facts(entry: Entry) -> Iterator[tuple[FactKind, Fact, str]]:
    """Yield every fact with its kind and its id."""
    for kind in FactKind:
        facts = entry.facts.of_kind(kind)
        for fact, name in zip(facts, fact_ids(entry.article, facts), strict=True):
            yield kind, fact, name


def _bodies(key: FactKind, fact: Fact) -> list[Node]:
    """Return the bodies of an annotation: text for readers, data for programs, its kind; inferences, corrections and doubts."""
    fact_words = wording.fact_words(key, fact)
    label = next(fact.label for fact in labels().facts if fact.key == key)
    data = {name: value for name, value in fact_to_data(fact, written).items() if name not in ("evidence", "corrections")}
    notes = (
        [say("linked.inferred", what=inference) for inference in inferences(fact)]
        + [*guessed_years(fact)]
        + [say("linked.corrected")] * bool(fact.corrections)
    )
    if not is_sure(fact):
        notes.append(say("linked.doubtful", why=doubt(fact) or say("doubt.no_reason")))
    return [
        _text(
            wording.joined((wording.joined((fact_words.head, fact_words.body), " "), *fact_words.details, fact_words.note), "; "),
            "describing",
        ),
        {
            "type": "TextualBody",
            "value": compact_json({key: cleaned(data)}),
            "format": "application/json",
            "purpose": "describing",
        },
        _text(label, "tagging"),
        *(_text(note, "commenting") for note in notes),
    ]


def _text(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": clean(value), "format": "text/plain", "language": words().language, "purpose": purpose}


def _targets(article: Article, body: Sequence[Span], place: tuple[Span, str], page: str, text: str) -> Iterator[Node]:
    span, name = place
    if body:  # a page shows each block's words with single spaces, and what lies between blocks not at all
        shown = " ".join(_part(article, Span(max(span.start, block.start), min(span.end, block.end))) for block in body)
        before = _before(article, Span(body[0].start, max(span.start, body[0].start)))
        after = _after(article, Span(min(span.end, body[-1].end), body[-1].end))
        fragment = {"type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc3236", "value": name}
        yield {"source": page, "selector": [fragment, _quote(shown, before, after)]}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    yield {"source": text, "selector": [position, _quote(span.of(article.text), "", "")]}


def _part(article: Article, span: Span) -> str:
    words = span.of(article.text)
    inner = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if words[-1:].isspace() else ''}" if inner else ""


def _before(article: Article, span: Span) -> str:
    """Return the end of the words of ``span``, of which no more is read than it takes."""
    return _around(article, span, lambda reach: Span(max(span.start, span.end - reach), span.end))[-_AROUND:]


def _after(article: Article, span: Span) -> str:
    """Return the beginning of the words of ``span``, of which no more is read than it takes."""
    return _around(article, span, lambda reach: Span(span.start, min(span.end, span.start + reach)))[:_AROUND]


def _around(article: Article, whole: Span, part: Callable[[int], Span]) -> str:
    reach = 4 * _AROUND
    while len(words := _part(article, part(reach))) <= _AROUND and reach < len(whole):
        reach *= 4
    return words


def _quote(exact: str, before: str, after: str) -> Node:
    around = {key: value for key, value in (("prefix", before), ("suffix", after)) if value}
    return {"type": "TextQuoteSelector", **cleaned({"exact": exact, **around})}
