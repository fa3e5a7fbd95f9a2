"""The desk as one application: its pages behind the gate, and the articles read ahead while a person looks at the first."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from generator.desk.access import Access
from generator.desk.checking.deciding import Desk
from generator.desk.checking.shelf import Shelf
from generator.desk.files.saving import Saver
from generator.desk.guard import Guard
from generator.desk.inbox import Inbox
from generator.desk.overview import lines_of
from generator.desk.pages import check, inbox, people, publish, removal, reviews, units
from generator.desk.publication import Publication
from generator.desk.room import Room, person_of
from generator.desk.whole import WholeArchive
from generator.desk.words import DeskWords
from generator.errors import KyYeuError
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder

_PAUSE = 1.5  # seconds
_STATIC = Path(__file__).resolve().parent / "static"


def room_of(folder: ArchiveFolder, access: Access) -> Room:
    """Return what the desk of the archive in ``folder`` needs. Raises ConfigurationError for settings that do not hold."""
    settings = site_settings(folder)
    desk = Desk(Shelf(folder), Saver(folder))
    words, whole = DeskWords(settings.language, settings.words), WholeArchive(desk.shelf, settings)
    return Room(folder, settings, access, desk, words, person_of(folder), whole, Inbox(desk.saver), Publication(folder, settings.language))


def app_of(room: Room) -> ASGIApp:
    """Return the desk."""

    def home(request: Request) -> Response:
        with room.speaking():
            whole = room.whole.last()
            left = len(units.proposals_of(room, whole)) + len(units.names_of(room, whole)) if whole else None
            persons = len(people.pairs_of(room, whole)) if whole else None
            items = len(reviews.open_items(room, whole)) if whole else None
            return room.page(
                request, "home.html.jinja", lines=lines_of(room.desk.shelf), units=left, people=persons, items=items,
                waiting=len(room.inbox.items()),
            )  # fmt: skip

    async def name(request: Request) -> Response:
        data = await request.json()
        return room.named(str(data.get("name", "")))

    def undo(request: Request) -> Response:  # noqa: ARG001 (Starlette's signature)
        with room.speaking():
            try:
                step = room.desk.saver.undo()
                room.hidden.clear()
                room.inbox.forget()
            except KyYeuError as error:
                return room.problem(error)
            what = room.words.say(f"steps.{step.what}") if step else room.words.say("undo.nothing")
            return JSONResponse({"what": what, "about": step.about if step else ""})

    pages = Starlette(
        routes=[
            Route("/", home),
            Route("/name", name, methods=["POST"]),
            Route("/undo", undo, methods=["POST"]),
            *inbox.routes(room),
            *check.routes(room),
            *removal.routes(room),
            *units.routes(room),
            *people.routes(room),
            *reviews.routes(room),
            *publish.routes(room),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ]
    )
    return Guard(pages, room.access, room.words)


def prepare(room: Room) -> None:
    """Compute what follows from all articles, so that the pages that show it are there at once."""
    with room.speaking():
        room.inbox.known()
        for waiting in room.inbox.items():
            room.inbox.proposal(waiting.id)
        lines_of(room.desk.shelf)
        whole = room.whole.now()
        room.hidden.clear()
        room.change(whole)
    if not gc.get_freeze_count():  # the articles stay: looking through them for what can go would hold a page up
        gc.collect()
        gc.freeze()


def read_ahead(room: Room, ending: threading.Event) -> None:
    """Read the articles one after the other, and put the archive together, until ``ending`` is set, so that each page is there when it is
    asked for."""
    shelf, before = room.desk.shelf, -1
    while not ending.is_set():
        try:
            names = shelf.names()
        except KyYeuError:
            names = ()
        for name in names:
            if ending.is_set():
                return
            if shelf.known(name) is None:
                try:
                    shelf.article(name)
                except KeyError:  # it went meanwhile
                    continue
                ending.wait(0.02)  # let the pages have the processor
        stamp = room.whole.stamp()
        if not room.whole.is_fresh() and stamp == before:  # what a person is just deciding is waited for
            prepare(room)
        before = stamp
        ending.wait(_PAUSE)
