"""Articles that name organisations, and the authority of the tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.article import Article, Source
from generator.model.facts import Event, Facts, UnitMention, UnitRole
from generator.model.span import Span
from generator.resolution.units.authority import Authority, read_authority

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"


@lru_cache(maxsize=1)
def authority() -> Authority:
    """Return what seeds/units.yml and authority.yml list together."""
    return authority_of((SEEDS / "units.yml").read_text(encoding="utf-8") + (HERE / "authority.yml").read_text(encoding="utf-8"))


def authority_of(text: str) -> Authority:
    """Return the authority that ``text`` lists."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "units.yml"
        path.write_text(text, encoding="utf-8")
        return read_authority(path)


def naming(
    names: Iterable[str],
    *,
    hosts: Iterable[str] = (),
    date: str | None = "2023-03-01",
    path: str = "seeds/bai.txt",
    url: str | None = None,
    behind: Mapping[str, str] | None = None,
) -> tuple[Article, Facts]:
    """Return an article about ``hosts`` that names ``names`` as well; ``behind`` states what its text says right behind a name."""
    text, mentions = "", []
    for name, role in [*((host, "host") for host in hosts), *((name, "mentioned") for name in names)]:
        span = Span(len(text), len(text) + len(name))
        text += f"{name}{(behind or {}).get(name, '')}. "
        mentions.append(UnitMention(id="x", name=name, role=UnitRole(role), evidence=(span,), rule="unit.test"))
    event = Event(name=None, date=date, part_of_day=None, place=None, evidence=(Span(0, 1),), rule="event.test") if date else None
    article = Article(Source(path, "0" * 64, "text", url), text, (), "Bài", Span(0, 0), title_is_headline=False)
    return article, Facts(event=event, units=tuple(mentions))
