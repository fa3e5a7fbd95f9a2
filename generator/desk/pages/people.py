"""Who is who among persons: namesakes and names that are nearly alike, decided once for all articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk.files.people_file import LISTS, Bearer, decided, with_bearer, with_person
from generator.desk.listing import Part, part
from generator.desk.problems import DeskError
from generator.desk.room import Room
from generator.desk.whole import Whole
from generator.errors import KyYeuError
from generator.messages import message
from generator.resolution import people_proposals
from generator.resolution.archive_index import ArchiveIndex
from generator.resolution.records.people_file import read_people
from generator.text.folding import folded, spelling_key

_LISTED = "listed:"  #: before the name of a person who was given an entry, among the names decided since the archive was put together


@dataclass(frozen=True, slots=True)
class Pair:
    """A person, and another person of the name (or of one nearly alike) who may be the same."""

    person: people_proposals.Bearer
    other: people_proposals.Bearer

    @property
    def key(self) -> str:
        """What the pair is called while nobody has decided about it."""
        return json.dumps([self.person.name, self.person.articles, self.other.name, self.other.articles], ensure_ascii=False)


def routes(room: Room) -> list[Route]:
    """Return the routes of the page on which persons are identified."""

    def people(request: Request) -> Response:
        with room.speaking():
            whole = room.whole.last()
            if whole is None:
                return room.page(request, "waiting.html.jinja", title=room.words.say("rooms.units"))
            asked = request.query_params
            pairs = part(pairs_of(room, whole), asked.get("page", ""))
            query = " ".join(asked.get("q", "").split())
            found = _sought(room, whole, query, asked.get("found", ""))
            return room.page(request, "people.html.jinja", pairs=pairs, found=found, query=query, listed=_listed(room), error=whole.error,
                             names_of=_names(whole), fresh=room.whole.is_fresh(), title_of=room.title_of)  # fmt: skip

    async def decide(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(room.answered, lambda: _decide(room, data), message("desk.wrong_request"))

    return [Route("/people", people), Route("/people", decide, methods=["POST"])]


def pairs_of(room: Room, whole: Whole) -> list[Pair]:
    """Return the persons about whom nothing was decided, each with one who may be the same."""
    pairs = [Pair(each.bearers[0], other) for each in whole.namesakes for other in each.bearers[1:]]
    return [pair for pair in pairs if pair.key not in room.hidden]


def _decide(room: Room, data: Mapping[str, Any]) -> dict[str, Any]:
    """Do what the script asks. Raises KeyError, TypeError or ValueError for what no script of ours asks."""
    key, what, people = str(data["name"]), data["what"], room.folder.people
    whole = room.whole.now() if room.whole.last() is None else room.whole.last()
    assert whole is not None
    if what in {"list", "join"}:
        person = _person(whole, key)
        if what == "list":
            room.desk.saver.change([people], lambda now: {people: with_person(now[people], person, people)}, "person_new", person.name)
        else:
            name, article = map(str, json.loads(data["unit"]))
            room.desk.saver.change(
                [people], lambda now: {people: with_bearer(now[people], name, article, person, people)}, "person_same", person.name
            )
        room.hidden.add(_LISTED + key)
        return {}
    pair = _meant(pairs_of(room, whole), key)
    if pair is None:
        raise DeskError(message("desk.stale"), fix=message("desk.fix.stale"))
    if what not in LISTS:
        raise ValueError(what)
    first, other = (Bearer(each.name, each.articles) for each in (pair.person, pair.other))
    former = [place for slug in first.articles for place in whole.archive.by_slug[slug].former]
    room.desk.saver.change(
        [people], lambda now: {people: decided(now[people], first, former, [other], what, people)}, f"person_{what}", first.name
    )
    room.hidden.add(pair.key)
    return {}


def _meant(pairs: Sequence[Pair], key: str) -> Pair | None:
    """Return the pair that a page called ``key``, also where other decisions have since added articles to either person."""
    name, articles, other, others = json.loads(key)
    shown = [(spelling_key(name), set(articles)), (spelling_key(other), set(others))]
    for pair in pairs:
        for two in ((pair.person, pair.other), (pair.other, pair.person)):
            if all(spelling_key(now.name) == was and now_in <= set(now.articles) for now, (was, now_in) in zip(two, shown, strict=True)):
                return pair
    return None


def _sought(room: Room, whole: Whole, query: str, page: str) -> Part:
    """Return the persons whose names have words that begin as those of ``query``, without those in the file."""
    words = folded(query).split()
    records = ArchiveIndex.of(whole.archive).persons if words else ()
    fit = [each for each in records if not each.decided and _fits(words, folded(each.name).split())]
    return part([each for each in fit if _LISTED + each.id not in room.hidden], page)


def _fits(words: list[str], name: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)


def _person(whole: Whole, identifier: str) -> Bearer:
    for person in ArchiveIndex.of(whole.archive).persons:
        if person.id == identifier:
            return Bearer(person.name, tuple(sorted(person.articles)))
    raise DeskError(message("desk.stale"), fix=message("desk.fix.stale"))


def _listed(room: Room) -> list[tuple[str, str]]:
    """Return the entries of the file, each as it is called in a choice and as the script names it."""
    try:
        entries = read_people(room.folder.people, again=True)
    except KyYeuError:
        return []
    return sorted((f"{each.name} ({each.same[0]})", json.dumps([each.name, each.same[0]], ensure_ascii=False)) for each in entries)


def _names(whole: Whole) -> Callable[[Iterable[str]], list[str]]:
    """Return what gives the names by which the desk shows the articles at addresses below ``bai/``."""
    return lambda slugs: [whole.archive.by_slug[slug].article.source.path.removeprefix("seeds/") for slug in slugs]
