"""Taking an article out, and putting it back: the form below an article, and the list below all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk.problems import DeskError
from generator.desk.removal import Way, put_back, take_out
from generator.desk.room import Room
from generator.messages import message

_LONGEST = 500  # characters of a reason


def routes(room: Room) -> list[Route]:
    """Return the routes by which articles are taken out and put back."""

    async def remove(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(room.answered, lambda: _take_out(room, request, data), message("desk.wrong_request"))

    async def restore(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(room.answered, lambda: _put_back(room, request, data), message("desk.wrong_request"))

    return [Route("/take-out", remove, methods=["POST"]), Route("/put-back", restore, methods=["POST"])]


def _take_out(room: Room, request: Request, data: Mapping[str, Any]) -> dict[str, Any]:
    person, way = room.who(request), Way(str(data["way"]))
    reason = " ".join(str(data.get("reason") or "").split())[:_LONGEST]
    if not reason and way in {Way.HIDE, Way.DELETE}:  # it is published
        raise DeskError(message("desk.no_reason"), fix=message("desk.fix.no_reason"))
    take_out(room, str(data["a"]), way, reason, person)
    room.inbox.forget()
    return {"said": room.words.say("removal.done")}


def _put_back(room: Room, request: Request, data: Mapping[str, Any]) -> dict[str, Any]:
    room.who(request)
    put_back(room, str(data["name"]))
    room.inbox.forget()
    return {"said": room.words.say("removal.back")}
