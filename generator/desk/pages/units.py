"""Who is who: unknown organisations and names that may mean several, decided once for all articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk.files.reviews_file import with_decision
from generator.desk.files.units_file import with_entry, with_sites, with_variants
from generator.desk.listing import part
from generator.desk.problems import DeskError
from generator.desk.room import Room
from generator.desk.whole import Whole
from generator.errors import KyYeuError
from generator.messages import message
from generator.model.review_decision import APART, UNKNOWN_UNIT
from generator.model.unit import Unit
from generator.rendering.words.labels import labels
from generator.rendering.words.statements import written
from generator.resolution.review.memory import decided_names, read_reviews
from generator.resolution.units.proposals import Proposal
from generator.yaml_documents import load


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may mean several units: the articles that write it, and the units it may mean."""

    written: str
    articles: tuple[str, ...]
    candidates: tuple[Unit, ...]


def routes(room: Room) -> list[Route]:
    """Return the routes of the page on which organisations are identified."""

    def units(request: Request) -> Response:
        with room.speaking():
            whole = room.whole.last()
            if whole is None:
                return room.page(request, "waiting.html.jinja", title=room.words.say("rooms.units"))
            asked = request.query_params
            proposals = part(proposals_of(room, whole), asked.get("page", ""))
            names = part(names_of(room, whole), asked.get("names", ""))
            listed = sorted(((unit.name, unit.id) for unit in whole.authority.units.values()), key=lambda pair: pair[0])
            return room.page(request, "units.html.jinja", proposals=proposals, names=names, listed=listed, error=whole.error,
                             fresh=room.whole.is_fresh(), kind_of=_kind, names_of=_names, title_of=room.title_of)  # fmt: skip

    async def decide(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(room.answered, lambda: _decide(room, request, data), message("desk.wrong_request"))

    return [Route("/units", units), Route("/units", decide, methods=["POST"])]


def proposals_of(room: Room, whole: Whole) -> list[Proposal]:
    """Return the organisations about which nothing was decided, without listed ones from which a person kept them apart."""
    reviews = _reviews(room)
    gone = {name for name, _ in decided_names(reviews, UNKNOWN_UNIT)} | room.hidden
    apart = decided_names(reviews, APART)
    found = []
    for each in whole.found.unlisted:
        if each.unit.name not in gone:
            similar = tuple(unit for unit in each.similar if (each.unit.name, unit.id) not in apart)
            found.append(Proposal(each.unit, each.articles, each.written, similar))
    return found


def names_of(room: Room, whole: Whole) -> list[Name]:
    """Return the names that may mean several units, each once, the most frequent first."""
    gone = {name for name, _ in decided_names(_reviews(room), UNKNOWN_UNIT)} | room.hidden
    found: dict[tuple[str, tuple[str, ...]], tuple[list[str], tuple[Unit, ...]]] = {}
    for doubt in whole.found.ambiguous:
        if doubt.written not in gone:
            key = (doubt.written, tuple(unit.id for unit in doubt.candidates))
            found.setdefault(key, ([], doubt.candidates))[0].append(doubt.article)
    names = [Name(written, tuple(articles), candidates) for (written, _), (articles, candidates) in found.items()]
    return sorted(names, key=lambda name: (-len(name.articles), name.written))


def _decide(room: Room, request: Request, data: Mapping[str, Any]) -> dict[str, Any]:
    """Do what the script asks. Raises KeyError, TypeError or ValueError for what no script of ours asks."""
    person, name, what = room.who(request), str(data["name"]), data["what"]
    units, reviews = room.folder.units, room.folder.reviews
    known = room.whole.now() if room.whole.last() is None else room.whole.last()
    assert known is not None
    proposal = next((each for each in known.found.unlisted if each.unit.name == name), None)
    if what == "new":
        if proposal is None:
            raise DeskError(message("desk.stale"), fix=message("desk.fix.stale"))
        entry = load(proposal.entry(written))[0]
        room.desk.saver.change([units], lambda now: {units: with_entry(now[units], entry, units)}, "unit_new", name)
    elif what == "merge":
        names = tuple(dict.fromkeys((name, *(proposal.written if proposal else ()))))
        unit = str(data["unit"])
        room.desk.saver.change([units], lambda now: {units: with_variants(now[units], unit, names, units)}, "unit_merged", name)
    elif what == "choose":
        sites = tuple(str(each) for each in data["articles"])
        unit = str(data["unit"])
        room.desk.saver.change([units], lambda now: {units: with_sites(now[units], unit, sites, units)}, "unit_chosen", name)
    elif what in {"dismiss", "apart"}:
        entry = {"kind": APART if what == "apart" else UNKNOWN_UNIT, "words": name}
        entry |= {"unit": str(data["unit"])} if what == "apart" else {}
        entry |= {"decision": "dismissed", "reason": room.words.say(f"why.{what}"), "by": person.name, "on": person.now[:10]}
        room.desk.saver.change([reviews], lambda now: {reviews: with_decision(now[reviews], entry, reviews)}, f"unit_{what}", name)
    else:
        raise ValueError(what)
    if what != "apart":
        room.hidden.add(name)
    return {}


def _names(paths: Iterable[str]) -> list[str]:
    """Return the names by which the desk shows the articles at ``paths``."""
    return [path.removeprefix("seeds/") for path in paths]


def _reviews(room: Room) -> tuple[Any, ...]:
    try:
        return read_reviews(room.folder.reviews, again=True)
    except KyYeuError:
        return ()


def _kind(unit: Unit) -> str:
    return labels().of("unit_kinds", unit.kind) if unit.kind else ""
