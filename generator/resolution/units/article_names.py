"""The organisations' names written in an article, and what its text says right behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import PEOPLE
from generator.model.article import Article
from generator.model.facts import Facts, UnitRole
from generator.resolution.units.completeness import Whole, completeness
from generator.resolution.units.names import Words, head_of, name_words, words_of
from generator.resolution.units.places import PlaceNames
from generator.text.folding import canonical
from generator.text.sentences import LOWER

_BRACKETS = re.compile(
    r"\s{0,2}\((?P<called>(?:sau đây |sau )?(?:gọi tắt|viết tắt|gọi chung)(?: là)?:? )?[\"“]?(?P<alias>[^()\n]{2,80}?)[\"”]?\)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s{0,2}(?:\(|,\s|[-–]\s)(?P<first>[^(),;\n]{2,40}?)(?:,\s(?P<second>[^(),;\n]{2,40}?))?(?=[(),;:\n]|\.\s|\.$|$|\s[-–])"
)
#: Where a name went on too far: the words after a level or a committee are no name of a place, for they are small.
_SMALL = re.compile(
    rf"(?<!\w)(?:(?:[Tt]ỉnh|[Tt]hành|[Qq]uận|[Hh]uyện|[Tt]hị) [ủu][ỷy]|[Tt]ỉnh|[Hh]uyện|[Xx]ã|[Pp]hường)"
    rf"(?=\s(?!(?:[ủu][ỷy]|đoàn|hội|xã|phường|thị|huyện|quận|tỉnh|thành|đội|khối|các|tp)(?!\w))[{LOWER}])"
)
_OFFICE = re.compile(r"\s[–-]\s(?=(?:Phó |Quyền )?(?:Chủ tịch|Bí thư|Giám đốc|Trưởng|Chủ nhiệm)(?!\w))")
_ACRONYM = re.compile(r"(?<![\w&])(?=\w{0,8}[A-ZĐ]{3})[A-ZĐ]{3,10}\d{0,2}(?!\w)")
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐƯƠÂÊÔĂ&]{2,}(?!\w)")


@dataclass(frozen=True)
class ArticleNames:
    """``hosts`` and ``names`` as written, each once and in the article's order; ``people`` those that are persons'.

    ``aliases`` are short names in brackets behind a long one, by their key; ``glosses`` the provinces stated behind a name.
    """

    hosts: tuple[str, ...]
    names: tuple[str, ...]
    people: frozenset[str] = frozenset()
    aliases: Mapping[Words, str] = field(default_factory=dict)
    glosses: Mapping[str, Words] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, facts: Facts, places: PlaceNames) -> ArticleNames:
        """Return the names in ``facts``, and what ``article`` says behind them."""
        names = tuple(dict.fromkeys(_organisations(facts)))
        people = frozenset(name for name in names if _is_person(name))
        aliases: dict[Words, str] = {}
        glosses: dict[str, Words] = {}
        for mention in facts.units:
            for span in mention.evidence:
                bracket = _BRACKETS.match(article.text, span.end, span.end + 120)
                if bracket and span.of(article.text).split() == mention.name.split():
                    alias = name_words(bracket["alias"])
                    if bracket["called"] or not head_of(alias) or completeness(alias, places) is Whole.OPEN:
                        aliases.setdefault(alias, mention.name)
                behind = _BEHIND.match(article.text, span.end, span.end + 90)
                if behind and mention.name not in glosses:
                    form = next((province for part in behind.groups() if part and (province := _province(part, places))), None)
                    if form:
                        glosses[mention.name] = form
        hosts = tuple(dict.fromkeys(unit.name for unit in facts.units if unit.role == UnitRole.HOST))
        return cls(hosts, names, people, aliases, glosses)


def _organisations(facts: Facts) -> list[str]:
    """Hosts first, then all names of organisations in the facts."""
    names = [unit.name for unit in facts.units]
    for award in facts.awards:
        names += [award.granted_by] if award.granted_by else []
        names += award.names if award.kind not in PEOPLE else ()
    names += [role.unit for person in facts.people for role in person.roles if role.unit]
    names += [document.issuer for document in facts.documents if document.issuer]
    return names


def _is_person(name: str) -> bool:
    """Return whether a name opens with a family name and has as many words, all with a capital, as a person's."""
    words = name.split()
    return (
        2 <= len(words) <= 5
        and canonical(words[0]) in lexicon("family-names").by_variant
        and all(word[0].isupper() and not word.isupper() for word in words)
        and not head_of(name_words(name))
    )


def _province(words: str, places: PlaceNames) -> Words | None:
    form = name_words(words)
    units = places.levelled.get(form) or places.bare.get(form)
    return name_words(units[0].name) if units else None


def trimmed(written: str) -> str:
    """``written`` without the sentence that goes on behind it: ``Quận ủy quản lý`` is ``Quận ủy``."""
    office = _OFFICE.search(written)
    name = written if office is None else written[: office.start()]
    match = _SMALL.search(name)
    return name if match is None else name[: match.end()]


def written_out(names: Iterable[str]) -> Mapping[str, str]:
    """Return the acronyms in ``names`` (four signs and more) whose letters open the last words of exactly one other of them.

    ``Đảng bộ CCTQ4`` beside ``Chi cục Thuế Quận 4``: ``CCTQ4`` is ``Chi cục Thuế Quận 4``.
    """
    names = list(names)
    acronyms = {match.group() for name in names for match in _ACRONYM.finditer(name) if len(match.group()) > 3 and not name.isupper()}
    acronyms = {acronym for acronym in acronyms if name_words(acronym) == words_of(acronym)}  # the lexicon knows the others
    found: dict[str, dict[Words, str]] = {}
    for name in names if acronyms else ():
        parts = name.split()
        for start in range(len(parts)):
            initials = "".join(part if part.isdigit() else part[0].upper() for part in parts[start:])
            if initials in acronyms and len(parts) - start > 2:
                words = " ".join(parts[start:])
                found.setdefault(initials, {})[name_words(words)] = words
    return {acronym: next(iter(words.values())) for acronym, words in sorted(found.items()) if len(words) == 1}


def spelled(written: str, acronyms: Mapping[str, str]) -> str:
    """``written`` without its acronyms."""
    return _ACRONYM.sub(lambda match: acronyms.get(match.group(), match.group()), written) if acronyms else written


def is_bare_word(written: str) -> bool:
    """Return whether a name that no head opens is too little to be one: ``VFF``, ``Ngoại giao``; ``FLC Group`` is enough."""
    return len(words_of(written)) < 2 or _CAPITALS.search(written) is None


def bodies(written: str) -> Sequence[str]:
    """Return the organisations that sign together, where ``written`` names several: ``UBND tỉnh, Liên đoàn Lao động tỉnh``."""
    parts = [part.strip() for part in written.split(",")]
    known = [bool(head_of(name_words(part))) for part in parts]
    return parts if len(parts) > 1 and all(known) else ()
