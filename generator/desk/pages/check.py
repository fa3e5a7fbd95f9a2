"""Check: an article with its marks, and beside it what a person decides about each fact."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.desk.checking.deciding import Person
from generator.desk.checking.fields import form_of, read_form, values_of
from generator.desk.checking.rows import Row, row_with, rows_of
from generator.desk.checking.suggesting import suggested
from generator.desk.checking.views import blocks_of, progress_of, row_view
from generator.desk.overview import Line, lines_of, next_open
from generator.desk.problems import DeskError, StaleError
from generator.desk.removal import offer_of, taken_out
from generator.desk.room import Room
from generator.errors import KyYeuError
from generator.messages import message
from generator.model.facts import FactKind
from generator.model.span import Span
from generator.rendering.words.labels import labels

_MOST_WORDS = 2000  #: characters that one fact's evidence may have


def routes(room: Room) -> list[Route]:
    """Return the routes of the pages on which facts are checked."""

    def articles(request: Request) -> Response:
        with room.speaking():
            return room.page(request, "articles.html.jinja", lines=lines_of(room.desk.shelf), taken=taken_out(room))

    def article(request: Request) -> Response:
        name = request.query_params.get("a", "")
        with room.speaking():
            try:
                judged = room.desk.judged(name)
            except KeyError:
                return room.page(request, "missing.html.jinja", 404)
            except KyYeuError as error:
                line = Line(name, name, error=str(error.message), fix=str(error.fix or ""))
                return room.page(request, "unreadable.html.jinja", line=line, name=name, offer=offer_of(room, name))
            following = next_open(room.desk.shelf, name)
            taken = next((entry for entry in room.desk.shelf.hidden() if entry.article == f"seeds/{name}"), None)
            return room.page(
                request,
                "article.html.jinja",
                **_view(room, name),
                page=secrets.token_hex(8),
                following=following,
                title=judged.corrected.article.title,
                source=judged.article.source,
                offer=offer_of(room, name),
                taken=taken,
            )

    async def decide(request: Request) -> Response:
        return await run_in_threadpool(decided, request, await request.json())

    def decided(request: Request, data: Any) -> Response:
        with room.speaking():
            try:
                _decide(room, request, data)
            except StaleError as error:
                return JSONResponse({"error": str(error.message), "fix": str(error.fix or ""), **_parts(room, data["a"])}, 409)
            except KyYeuError as error:
                return room.problem(error, 422)
            except (KeyError, TypeError, ValueError):
                return room.problem(DeskError(message("desk.wrong_request"), fix=message("desk.fix.stale")), 400)
            return JSONResponse(_parts(room, data["a"]))

    def form(request: Request) -> Response:
        asked = request.query_params
        with room.speaking():
            try:
                view = _form(room, asked)
            except (KeyError, ValueError):
                return room.problem(DeskError(message("desk.stale"), fix=message("desk.fix.stale")))
            except KyYeuError as error:
                return room.problem(error, 422)
            return JSONResponse({"form": room.words.page("form.html.jinja", **view)})

    return [
        Route("/articles", articles),
        Route("/article", article),
        Route("/decide", decide, methods=["POST"]),
        Route("/form", form),
    ]


def _view(room: Room, name: str) -> dict[str, Any]:
    judged = room.desk.judged(name)
    rows = rows_of(judged)
    return {
        "name": name,
        "rows": [row_view(row, judged.article.text) for row in rows],
        "blocks": blocks_of(judged, rows),
        "progress": progress_of(rows),
        "whole": judged.confirmed.whole,
        "errors": judged.errors,
    }


def _parts(room: Room, name: str) -> dict[str, Any]:
    view = _view(room, name)
    return {
        "facts": room.words.page("facts.html.jinja", **view),
        "text": room.words.page("text.html.jinja", **view),
        "left": view["progress"].left,
        "kept": [path.relative_to(room.folder.root).as_posix() for path in room.desk.saver.kept],
    }


def _decide(room: Room, request: Request, data: Mapping[str, Any]) -> None:
    """Do what the script asks. Raises KeyError, TypeError or ValueError for what no script of ours asks."""
    desk, person, name = room.desk, room.who(request), str(data["a"])
    what = data["what"]
    if what == "finish":
        desk.finish(name, person)
        return
    if what == "add":
        kind = _kind(data["kind"])
        desk.add(name, kind, read_form(kind, data["values"]), _span(room, name, data), person, _why(room, data, "added"))
        return
    page, known = str(data.get("page", "")), {row.key for row in rows_of(desk.judged(name))}
    key, state = room.own.now(page, (str(data["key"]), str(data["state"])))
    if what == "correct":
        row = _row(room, name, key)
        span = _span(room, name, data) if data.get("start") is not None else None
        desk.correct(name, key, state, read_form(row.kind, data["values"]), span, person, _why(room, data, "corrected"))
    else:
        _decide_simply(room, data, key, state, person)
    after = [row for row in rows_of(desk.judged(name)) if (row.key == key or row.key not in known) and _is_of(row, person)]
    if len(after) == 1:
        room.own.note(page, (key, state), (after[0].key, after[0].state))


def _is_of(row: Row, person: Person) -> bool:
    """Return whether nobody but ``person`` has decided about ``row``."""
    return {*(each.by for each in row.corrections), *((row.checked[0],) if row.checked else ())} <= {person.name}


def _decide_simply(room: Room, data: Mapping[str, Any], key: str, state: str, person: Person) -> None:
    """Do what takes no form. Raises KeyError for what no script of ours asks."""
    desk, name = room.desk, str(data["a"])
    simple: dict[str, Callable[[], None]] = {
        "confirm": lambda: desk.confirm(name, key, state, person),
        "reject": lambda: desk.reject(name, key, state, person, _why(room, data, "rejected")),
        "reopen": lambda: desk.reopen(name, key, state),
    }
    simple[data["what"]]()


def _form(room: Room, asked: Mapping[str, str]) -> dict[str, Any]:
    name = asked["a"]
    kinds = [(kind.value, labels().of("facts", kind.value)) for kind in FactKind]
    if "key" in asked:
        key, _ = room.own.now(asked.get("page", ""), (asked["key"], asked.get("state", "")))
        row = _row(room, name, key)
        values = {row.kind: row.value} if row.fact is None else values_of(row.fact)
        return {"row": row, "kind": row.kind, "fields": form_of(row.kind, values), "kinds": kinds, "words": "", "start": "", "end": ""}
    start, end = int(asked["start"]), int(asked["end"])
    article = room.desk.judged(name).corrected.article
    words = _words(article.text, start, end)
    kind, values = suggested(article, words, _kind(asked["kind"]) if asked.get("kind") else None)
    return {"row": None, "kind": kind, "fields": form_of(kind, values), "kinds": kinds, "words": " ".join(words.split()),
            "start": start, "end": end}  # fmt: skip


def _row(room: Room, name: str, key: str) -> Row:
    found = row_with(room.desk.judged(name), key)
    if found is None:
        raise StaleError(message("desk.stale"), fix=message("desk.fix.stale"))
    return found


def _kind(kind: str) -> str:
    if kind not in list(FactKind):
        raise ValueError(kind)
    return kind


def _span(room: Room, name: str, data: Mapping[str, Any]) -> Span:
    """Return the words selected, without the white space around them."""
    text = room.desk.judged(name).article.text
    start, end = int(data["start"]), int(data["end"])
    words = _words(text, start, end)
    return Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))


def _words(text: str, start: int, end: int) -> str:
    if not (0 <= start < end <= len(text) and end - start <= _MOST_WORDS and text[start:end].strip()):
        raise DeskError(message("desk.no_words"), fix=message("desk.fix.no_words"))
    return text[start:end]


def _why(room: Room, data: Mapping[str, Any], what: str) -> str:
    return " ".join(str(data.get("why") or "").split()) or room.words.say(f"why.{what}")
