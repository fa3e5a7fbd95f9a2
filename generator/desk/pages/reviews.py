"""Reviews with memory: each item for review is settled or dismissed, with a reason, and stays so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk.files.reviews_file import with_decision
from generator.desk.listing import part
from generator.desk.problems import DeskError
from generator.desk.room import Room
from generator.desk.whole import Whole
from generator.errors import KyYeuError
from generator.messages import message
from generator.model.archive import ReviewItem
from generator.model.unit import Unit
from generator.rendering.pages.review import said
from generator.rendering.words.labels import labels
from generator.resolution.review.memory import DECISIONS, identity, numbers_in, read_reviews

_ID = re.compile(r" \(([a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item: the ``key`` by which it is known again, the article's name and title, and what it says in the archive's language."""

    key: str
    name: str
    title: str
    kind: str
    why: str
    words: str
    fix: str


def routes(room: Room) -> list[Route]:
    """Return the routes of the page of items for review."""

    def reviews(request: Request) -> Response:
        with room.speaking():
            whole = room.whole.last()
            if whole is None:
                return room.page(request, "waiting.html.jinja", title=room.words.say("rooms.reviews"))
            items = open_items(room, whole)
            kind = request.query_params.get("kind", "")
            counts = [(each, sum(item.kind == each.key for item in items.values())) for each in labels().reviews]
            chosen = [pair for pair in items.items() if not kind or pair[1].kind == kind]
            shown = part(chosen, request.query_params.get("page", ""))
            views = [_view(room, whole, key, item) for key, item in shown.rows]
            return room.page(request, "reviews.html.jinja", views=views, shown=shown, kinds=[pair for pair in counts if pair[1]], kind=kind,
                             fresh=room.whole.is_fresh(), error=whole.error)  # fmt: skip

    async def decide(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(room.answered, lambda: _decide(room, request, data), message("desk.wrong_request"))

    return [Route("/reviews", reviews), Route("/reviews", decide, methods=["POST"])]


def open_items(room: Room, whole: Whole) -> dict[str, ReviewItem]:
    """Return the items about which nobody has decided, each once, by a key that does not change while the item does not."""
    try:
        known = {(each.kind, each.article, each.words, each.numbers) for each in read_reviews(room.folder.reviews, again=True)}
    except KyYeuError:
        known = set()
    return {_key(item): item for item in whole.review if identity(item) not in known and item.slug is not None}


def _key(item: ReviewItem) -> str:
    return hashlib.sha256(repr(identity(item)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _view(room: Room, whole: Whole, key: str, item: ReviewItem) -> ItemView:
    stated = said(item, room.settings)
    article = whole.archive.by_slug[item.slug or ""].article
    name = article.source.path.partition("/")[2]
    kind = next((each.label for each in labels().reviews if each.key == item.kind), item.kind)
    why = without_ids(str(stated.why), whole.archive.units)
    return ItemView(key, name, article.title, kind, why, stated.words or "", str(stated.fix or ""))


def without_ids(why: str, units: Mapping[str, Unit]) -> str:
    """Return a reason without the ids of ``units``, which are for who writes ``units.yml``, unless a name in it is that of two."""
    named = {found[1]: units[found[1]].name for found in _ID.finditer(why) if found[1] in units}
    for unit, name in named.items() if len(set(named.values())) == len(named) else ():
        why = why.replace(f"{name} ({unit})", name)
    return why


def _decide(room: Room, request: Request, data: Mapping[str, Any]) -> dict[str, Any]:
    person, whole = room.who(request), room.whole.last()
    decision = str(data["what"])
    if decision not in DECISIONS:
        raise ValueError(decision)
    key = str(data["name"])
    item = open_items(room, whole).get(key) if whole is not None else None
    if item is None:
        raise DeskError(message("desk.stale"), fix=message("desk.fix.stale"))
    entry = {"kind": item.kind, "article": item.slug, "words": item.words, "numbers": list(numbers_in(item.why)), "decision": decision}
    reason = " ".join(str(data.get("reason") or "").split()) or room.words.say(f"why.{decision}")
    signed = {"reason": reason, "by": person.name, "on": person.now[:10]}
    entry = {key: value for key, value in {**entry, **signed}.items() if value not in (None, "", [])}
    file = room.folder.reviews
    room.desk.saver.change([file], lambda now: {file: with_decision(now[file], entry, file)}, f"review_{decision}", item.words or "")
    return {}
