"""Inbox: what was dropped or pasted, shown as it would be read, corrected and accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.adding.encodings import UnsureEncodingError
from generator.adding.fetched import pasted
from generator.adding.proposals import Changes, Proposal, propose
from generator.adding.web.addresses import is_address
from generator.desk.checking.views import look_of
from generator.desk.inbox import Waiting
from generator.desk.listing import part
from generator.desk.problems import DeskError
from generator.desk.room import Room
from generator.errors import KyYeuError
from generator.messages import message
from generator.reading.damage.choices import ENCODINGS, Choice
from generator.reading.formats.pdf.recognition import is_installed
from generator.reading.formats.writing import lines_of
from generator.rendering.words import wording

_LONGEST = 2_000_000  #: characters of a pasted text
_FIELDS = ("title", "published", "author", "publisher", "address", "folder")


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits, as it would be read. ``trouble`` keeps it from being accepted with all others, ``error`` at all.

    ``choices`` are the encodings of which a person chooses one; ``scan``: the letters of its pictures can be recognised.
    """

    id: str
    shown: str
    title: str
    date: str
    source: str
    trouble: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str = ""
    fix: str = ""
    choices: tuple[Choice, ...] = ()
    scan: bool = False

    @property
    def is_good(self) -> bool:
        """Whether nothing speaks against accepting it."""
        return not self.trouble and not self.error


def routes(room: Room) -> list[Route]:
    """Return the routes of the inbox."""

    def inbox(request: Request) -> Response:
        with room.speaking():
            items = room.inbox.items()
            shown = part(items, request.query_params.get("page", ""))
            made = [(each, room.inbox.proposal(each.id)) for each in shown.rows]
            twins = room.inbox.twins()
            cards = [card_of(room, each, proposal, twins.get(each.id)) for each, proposal in made]
            return room.page(request, "inbox.html.jinja", shown=shown, cards=cards)

    def item(request: Request) -> Response:
        with room.speaking():
            try:
                waiting = next(each for each in room.inbox.items() if each.id == request.query_params.get("id"))
                proposal = room.inbox.proposal(waiting.id)
            except (StopIteration, KeyError):
                return room.problem(DeskError(message("desk.stale"), fix=message("desk.fix.stale")), 404)
            if isinstance(proposal, KyYeuError):
                return room.problem(proposal, 422)
            return JSONResponse({"form": room.words.page("inbox_item.html.jinja", **_details(proposal, waiting))})

    def answered(work: Callable[[], dict[str, Any]]) -> Response:
        return room.answered(work, message("desk.stale"))

    async def file(request: Request) -> Response:
        data = await request.body()
        return await run_in_threadpool(answered, lambda: _uploaded(room, data, unquote(request.headers.get("x-desk-name", ""))))

    async def text(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(answered, lambda: _pasted(room, data))

    async def decide(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(answered, lambda: _decided(room, data))

    return [
        Route("/inbox", inbox),
        Route("/inbox", decide, methods=["POST"]),
        Route("/inbox/item", item),
        Route("/inbox/file", file, methods=["POST"]),
        Route("/inbox/text", text, methods=["POST"]),
    ]


def card_of(room: Room, waiting: Waiting, made: Proposal | KyYeuError, twin: str | None) -> Card:
    """Return the card of one thing that waits and would be ``made`` into an article; ``twin`` is the title of one like it before."""
    shown = waiting.fetched.shown or room.words.say("inbox.pasted")
    if isinstance(made, KyYeuError):
        choices = made.choices if isinstance(made, UnsureEncodingError) else ()
        scan = made.message.key == "formats.scan" and is_installed()
        fix = room.words.say("inbox.choose") if choices else room.words.say("inbox.scan") if scan else str(made.fix or "")
        return Card(waiting.id, shown, shown, "", "", error=str(made.message), fix=fix, choices=choices, scan=scan)
    article = made.article
    trouble = [room.words.say(f"inbox.same.{each.how}", path=each.path) for each in made.duplicates]
    trouble += [room.words.say("inbox.twin", title=twin)] if twin is not None else []
    trouble += [str(made.damage)] if made.damage is not None else []
    source = made.document.publisher or article.source.url or ""
    date = wording.date(article.published) if article.published else ""
    return Card(waiting.id, shown, article.title, date, source, tuple(trouble), tuple(map(str, made.warnings)))


def _details(proposal: Proposal, waiting: Waiting) -> dict[str, Any]:
    article, changes = proposal.article, waiting.changes
    read = {
        "title": article.title,
        "published": article.published or "",
        "author": article.byline or "",
        "publisher": proposal.document.publisher or "",
        "address": article.source.url or "",
        "folder": changes.folder or "",
    }
    body = changes.body if changes.body is not None else "\n".join(lines_of(proposal.document))
    head = article.title_span.start  # the lines above the title state what the fields show
    blocks = [
        (look, block.span.of(article.text)) for block in article.blocks if block.span.start >= head and (look := look_of(block, article))
    ]
    return {"id": waiting.id, "fields": read, "body": body, "blocks": blocks, "place": proposal.place, "original": proposal.original}


def _uploaded(room: Room, data: bytes, name: str) -> dict[str, Any]:
    if not data:
        raise DeskError(message("text.empty"), fix=message("text.fix.empty"))
    ids, errors, addresses = room.inbox.upload(data, name)
    return {"taken": len(ids), "errors": [f"{error.path or name}: {error.message}" for error in errors], "addresses": addresses}


def _pasted(room: Room, data: Mapping[str, Any]) -> dict[str, Any]:
    """Take a text, or one address; of a list of addresses return them, for the script to ask for one after another."""
    words = str(data["text"])[:_LONGEST].strip()
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        raise DeskError(message("text.empty"), fix=message("text.fix.empty"))
    if len(lines) > 1 and all(map(is_address, lines)):
        return {"taken": 0, "errors": [], "addresses": lines}
    if is_address(lines[0]) and len(lines) == 1:
        there = room.inbox.known().address(lines[0])
        if there is not None:
            return {"taken": 0, "errors": [room.words.say("inbox.same.address", path=there.path)], "addresses": []}
        room.inbox.take(room.web.get(lines[0]))
    else:
        room.inbox.take(pasted(words))
    return {"taken": 1, "errors": [], "addresses": []}


def _decided(room: Room, data: Mapping[str, Any]) -> dict[str, Any]:
    what = data["what"]
    if what == "accept_all":
        return _accept_all(room)
    key = str(data["id"])
    if what == "accept":
        return {"place": room.inbox.accept(key)}
    if what == "drop":
        room.inbox.drop(key)
        return {}
    waiting = next((each for each in room.inbox.items() if each.id == key), None)
    if waiting is None:
        raise KeyError(key)
    if what == "read_as":
        changes = replace(waiting.changes, encoding=str(data["encoding"]))
        if changes.encoding not in ENCODINGS:
            raise ValueError(changes.encoding)
    elif what == "recognise":
        read = propose(waiting.fetched, room.inbox.known(), replace(waiting.changes, ocr=True))
        changes = replace(waiting.changes, title=read.article.title, body="\n".join(lines_of(read.document)))
    elif what == "change":
        before = room.inbox.proposal(key)
        if isinstance(before, KyYeuError):
            raise before
        changes = _changes(data["values"], _details(before, waiting), waiting.changes)
    else:
        raise ValueError(what)
    room.inbox.change(key, changes)
    made = room.inbox.proposal(key)
    if isinstance(made, KyYeuError):
        room.inbox.change(key, waiting.changes)
        raise made
    return {}


def _changes(given: Mapping[str, Any], read: Mapping[str, Any], before: Changes) -> Changes:
    """Return what a person wrote that differs from what was read, with what was corrected before."""
    values = {name: getattr(before, name) for name in (*_FIELDS, "body")}
    for name in _FIELDS:
        value = " ".join(str(given.get(name, "")).split())
        if value != " ".join(str(read["fields"][name]).split()):
            values[name] = value or None
    body = str(given.get("body", "")).replace("\r\n", "\n")
    if body.split() != str(read["body"]).split():
        values["body"] = body
    return replace(before, **values)


def _accept_all(room: Room) -> dict[str, Any]:
    """Accept everything against which nothing speaks; what fails meanwhile waits on."""
    count, errors = 0, []
    items = room.inbox.items()
    made = {waiting.id: room.inbox.proposal(waiting.id) for waiting in items}
    twins = room.inbox.twins()
    for waiting in items:
        if card_of(room, waiting, made[waiting.id], twins.get(waiting.id)).is_good:
            try:
                room.inbox.accept(waiting.id)
                count += 1
            except KyYeuError as error:
                errors.append(str(error.message))
    return {"count": count, "errors": errors, "said": room.words.say("inbox.accepted", n=count)}
