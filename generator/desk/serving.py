"""The desk served to a browser of this machine, or to others with a password, until it is ended."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from generator.desk.access import Access
from generator.desk.app import app_of, read_ahead, room_of
from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.folder import ArchiveFolder


def bound(host: str, port: int) -> socket.socket:
    """Return an open socket at ``host``:``port`` (0: any free one). Raises PublishingError where it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host.strip("[]"), port))
    except OSError as error:
        listening.close()
        why = message("desk.taken", address=f"{host}:{port}", reason=refusal(error))
        raise PublishingError(why, fix=message("desk.fix.taken")) from error
    return listening


def serve(
    folder: ArchiveFolder, listening: socket.socket, access: Access, opened: Callable[[str], object] | None = webbrowser.open
) -> None:
    """Serve the desk of ``folder`` at ``listening`` until interrupted; ``opened`` shows the address to the person.

    Raises ConfigurationError for settings that do not hold.
    """
    room = room_of(folder, access)
    server = uvicorn.Server(
        uvicorn.Config(
            app_of(room), log_level="warning", access_log=False, server_header=False, date_header=False, timeout_graceful_shutdown=3
        )
    )
    ending = threading.Event()
    reader = threading.Thread(target=read_ahead, args=(room, ending), daemon=True, name="reading ahead")
    reader.start()
    if opened is not None:
        threading.Timer(0.5, opened, [f"{access.address}?key={access.key}" if access.password is None else access.address]).start()
    try:
        server.run(sockets=[listening])
    finally:
        ending.set()
        room.publication.end()
        listening.close()
