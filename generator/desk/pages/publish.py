"""Publish: what changes for readers, the build, the preview, and git behind one button."""

from __future__ import annotations

import shlex

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.desk.problems import DeskError
from generator.desk.room import Room
from generator.errors import KyYeuError
from generator.messages import message

_LONGEST = 500  # characters of a commit's message


def routes(room: Room) -> list[Route]:
    """Return the routes of the page from which the archive is published."""
    publication = room.publication

    def publish(request: Request) -> Response:
        with room.speaking():
            whole = room.whole.last()
            if whole is None:
                return room.page(request, "waiting.html.jinja", title=room.words.say("rooms.publish"))
            has_git = publication.has_git()
            words = room.words.say("publish.message", n=len(whole.archive.entries))
            commands = [shlex.join(("git", *each)) for each in publication.commands(words, room.name_of(request))] if has_git else []
            return room.page(
                request, "publish.html.jinja", change=room.change(whole), fresh=room.whole.is_fresh(),
                error=whole.error, building=publication.is_building, last=publication.last, has_site=publication.has_site(),
                has_git=has_git, pending=publication.pending() if has_git else "", commands=commands, message=words,
            )  # fmt: skip

    def state(_request: Request) -> Response:
        return JSONResponse({"building": publication.is_building})

    def build(_request: Request) -> Response:
        return JSONResponse({"begun": publication.build()})

    def preview(_request: Request) -> Response:
        with room.speaking():
            if not publication.has_site():
                return room.problem(DeskError(message("desk.no_site"), fix=message("desk.fix.no_site")))
            return JSONResponse({"address": publication.preview()})

    async def commit(request: Request) -> Response:
        data = await request.json()
        return await run_in_threadpool(committed, request, str(data.get("message", "")))

    def committed(request: Request, words: str) -> Response:
        with room.speaking():
            try:
                person = room.who(request).name
            except KyYeuError as error:
                return room.problem(error, 422)
            stated = " ".join(words.split())[:_LONGEST]
            if not stated:
                return room.problem(DeskError(message("values.words"), fix=message("values.fix.words")), 422)
            done = publication.commit(stated, person)
            lines = [f"$ {each.command}\n{each.output}" for each in done]
            return JSONResponse({"output": "\n".join(lines), "failed": any(each.code for each in done)})

    return [
        Route("/publish", publish),
        Route("/publish/state", state),
        Route("/publish/build", build, methods=["POST"]),
        Route("/publish/preview", preview, methods=["POST"]),
        Route("/publish/commit", commit, methods=["POST"]),
    ]
