"""What every page of the desk needs: the archive, its language, who sits at it."""

from __future__ import annotations

import datetime as dt
import getpass
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from generator.adding.web.client import Web
from generator.desk.access import Access
from generator.desk.checking.deciding import Desk, Person
from generator.desk.difference import Difference, difference
from generator.desk.inbox import Inbox
from generator.desk.overview import line_of
from generator.desk.own_answers import OwnAnswers
from generator.desk.problems import DeskError
from generator.desk.publication import Publication
from generator.desk.whole import Whole, WholeArchive
from generator.desk.words import DeskWords
from generator.errors import KyYeuError
from generator.messages import Message, in_language, message
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.words.speaking import speaking

NAME = "kyyeu-desk-name"  #: the cookie with the name of who decides
_YEAR = 365 * 24 * 3600  # seconds
_LONGEST = 120  # characters of a name


@dataclass(frozen=True)
class Room:
    """One run of the desk. ``now`` gives the present moment, ``person`` the name of who decides where the browser states none;
    ``whole`` the archive put together, ``hidden`` the names decided since that was done,
    ``changes`` what was computed of it for the page on publishing, ``own`` what each open page has itself decided."""

    folder: ArchiveFolder
    settings: SiteSettings
    access: Access
    desk: Desk
    words: DeskWords
    person: str
    whole: WholeArchive
    inbox: Inbox
    publication: Publication
    web: Web = field(default_factory=Web)
    hidden: set[str] = field(default_factory=set)
    changes: dict[str, Any] = field(default_factory=dict)
    own: OwnAnswers = field(default_factory=OwnAnswers)
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone()

    def change(self, whole: Whole) -> Difference:
        """Return what a build changes for readers, computed once for an archive and a built site."""
        built = self.publication.built()
        if self.changes.get("of") != (whole.stamp, built):
            self.changes["difference"] = difference(whole.archive, self.settings, self.folder)
            self.changes["of"] = (whole.stamp, built)
        made: Difference = self.changes["difference"]
        return made

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Speak the archive's language within the block."""
        with in_language(self.settings.language), speaking(self.settings):
            yield

    def who(self, request: Request) -> Person:
        """Return who decides. Raises DeskError if nobody has stated a name."""
        name = self.name_of(request)
        if not name:
            raise DeskError(message("desk.no_name"), fix=message("desk.fix.no_name"))
        return Person(name, self.now().strftime("%Y-%m-%dT%H:%M"))

    def name_of(self, request: Request) -> str:
        """Return the name of who decides; empty if nobody has stated one."""
        return clean_name(unquote(request.cookies.get(NAME, ""))) or self.person

    def page(self, request: Request, template: str, status: int = 200, **view: object) -> Response:
        """Return the page that ``template`` makes of ``view``, in the frame of all pages."""
        html = self.words.page(
            template, site=self.settings.site_name, token=self.access.token, person=self.name_of(request), path=request.url.path,
            can_undo=bool(self.desk.saver.steps), **view,
        )  # fmt: skip
        return HTMLResponse(html, status)

    def title_of(self, name: str) -> str:
        """Return the headline of the article ``name``, or the name of its file while it has not been read."""
        return line_of(self.desk.shelf, name).title

    def answered(self, work: Callable[[], Mapping[str, Any]], unfit: Message) -> Response:
        """Return what a script shows of ``work``: what it gave, or why it cannot be done. ``unfit`` is said of data that no script of ours
        sends."""
        with self.speaking():
            try:
                return JSONResponse(work())
            except KyYeuError as error:
                return self.problem(error, 422)
            except (KeyError, TypeError, ValueError):
                return self.problem(DeskError(unfit, fix=message("desk.fix.stale")), 400)

    def problem(self, error: KyYeuError, status: int = 409) -> Response:
        """Return what a script shows for ``error``."""
        return JSONResponse({"error": str(error.message), "fix": str(error.fix or "")}, status)

    def named(self, name: str) -> Response:
        """Return the answer that makes the browser remember who decides."""
        answer = JSONResponse({"name": clean_name(name)})
        answer.set_cookie(NAME, quote(clean_name(name)), max_age=_YEAR, httponly=True, samesite="strict")
        return answer


def clean_name(name: str) -> str:
    """Return a name on one line, without signs that no name has."""
    return " ".join("".join(char for char in name if char.isprintable()).split())[:_LONGEST]


def person_of(folder: ArchiveFolder) -> str:
    """Return the name that git or the system has for who works here; empty if neither has one."""
    try:
        stated = subprocess.run(
            ["git", "-C", str(folder.root), "config", "user.name"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        stated = ""
    try:
        return clean_name(stated) or clean_name(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""
