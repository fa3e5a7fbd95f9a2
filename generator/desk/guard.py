"""The gate before every page of the desk: what :mod:`generator.desk.access` does not let in goes no further."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk.access import HEADERS, MOST_BODY, Access
from generator.desk.words import DeskWords

LOGIN = "/login"
_OPEN = "/static/"  #: needs no session: the style sheet of the page that asks for the password
_MOST_LOGIN = 10_000  #: bytes
_READING = frozenset({"GET", "HEAD"})


class TooLargeError(Exception):
    """A request with more bytes than it may have."""


class Guard:
    """Wraps the desk's pages, ``app``."""

    def __init__(self, app: ASGIApp, access: Access, words: DeskWords) -> None:
        self.app, self.access, self.words = app, access, words

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                named = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in HEADERS if pair[0] not in named)]
            await send(message)

        answer = await self._refusal(scope, receive)
        if answer is not None:
            await answer(scope, receive, guarded)
            return
        try:
            await self.app(scope, _bounded(receive, MOST_BODY), guarded)
        except TooLargeError:
            await self._no("too_large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)(scope, receive, guarded)

    async def _refusal(self, scope: Scope, receive: Receive) -> Response | None:
        """Return what is answered instead of the page; None where the page may be shown."""
        headers, access = Headers(scope=scope), self.access
        if not access.knows_host(headers.get("host", "")):
            return self._no("wrong_host", HTTPStatus.MISDIRECTED_REQUEST)
        reading = scope["method"] in _READING
        origin = headers.get("origin")
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"} and not reading:
            return self._no("wrong_origin", HTTPStatus.FORBIDDEN)
        if (origin is None and not reading) or (origin is not None and not access.knows_origin(origin)):
            return self._no("wrong_origin", HTTPStatus.FORBIDDEN)
        if scope["path"] == LOGIN and access.password is not None:
            return await self._login(scope, receive)
        if scope["path"].startswith(_OPEN) and reading:
            return None
        if reading and access.opens(scope["query_string"].decode("latin-1")):
            return RedirectResponse(scope["path"], HTTPStatus.SEE_OTHER, {"set-cookie": access.seal()})
        if not access.has_session(headers.get("cookie", "")):
            return self._asking() if access.password is not None and reading else self._no("no_session", HTTPStatus.FORBIDDEN)
        if int(headers.get("content-length", "0") or 0) > MOST_BODY:
            return self._no("too_large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if not reading and not access.is_token(headers.get("x-desk-token", "")):
            return self._no("no_token", HTTPStatus.FORBIDDEN)
        return None

    async def _login(self, scope: Scope, receive: Receive) -> Response:
        if scope["method"] != "POST":
            return self._asking()
        try:
            body = await _body(_bounded(receive, _MOST_LOGIN))
        except TooLargeError:
            return self._no("too_large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        given = parse_qs(body.decode("utf-8", "replace")).get("password", [""])[0]
        if self.access.is_password(given):
            return RedirectResponse("/", HTTPStatus.SEE_OTHER, {"set-cookie": self.access.seal()})
        return self._asking(wrong=True)

    def _asking(self, *, wrong: bool = False) -> Response:
        page = self.words.page("login.html.jinja", wrong=wrong)
        return HTMLResponse(page, HTTPStatus.FORBIDDEN if wrong else HTTPStatus.UNAUTHORIZED)

    def _no(self, key: str, status: HTTPStatus) -> Response:
        return PlainTextResponse(self.words.say(f"refused.{key}", address=self.access.address), status)


def _bounded(receive: Receive, most: int) -> Receive:
    """Return ``receive`` that raises :class:`TooLargeError` once the body has more than ``most`` bytes."""
    count = 0

    async def bounded() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        if count > most:
            raise TooLargeError
        return message

    return bounded


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = bool(message.get("more_body"))
    return body
