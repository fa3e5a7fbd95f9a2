"""A corpus published in yearly volumes: one archive a year, each with its site, and a front page with one search over all of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.corpus.cutting.choosing import Choice, chosen
from generator.corpus.cutting.cut import cut
from generator.corpus.store.base import base, with_views
from generator.corpus.store.folder import CorpusFolder, alone, refusing
from generator.errors import CorpusError
from generator.messages import message
from generator.publishing.safe_changes.staging import cleared, remove
from generator.publishing.starter.contents import Wishes
from generator.rendering.pages.volumes import Volume, front_page

_UNDATED = "khong-ro-nam"
_DONE = (0, 3)  #: exit codes of a build: all, or some articles left out


def publish(root: Path, target: Path, choice: Choice, wishes: Wishes, show: Callable[[Volume], None] = lambda _: None) -> list[Volume]:
    """Publish the articles of the corpus in ``root`` that ``choice`` means in ``target``, a folder that is empty or not there yet: the
    archives in ``archives/``, the site in ``site/``. ``show`` is called with each volume before it is made; return them, newest first.

    Raises CorpusError where no article fits, a volume cannot be built, or the disk refuses; then nothing is left behind.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CorpusError(message("corpus.not_empty"), path=target, fix=message("corpus.fix.not_empty"))
    volumes = _volumes(root, choice)
    new = target.with_name(f".{target.name}.new")
    with refusing(target):
        try:
            cleared(new)
            for volume in volumes:
                show(volume)
                _made(root, new, volume, choice, wishes)
            newest = new / "site" / volumes[0].folder
            shutil.copytree(newest / "assets", new / "site" / "assets")
            (new / "site" / "index.html").write_text(front_page(volumes, wishes.called, wishes.language), encoding="utf-8", newline="\n")
            if target.exists():
                target.rmdir()
            new.rename(target)
        finally:
            remove(new)
    return volumes


def _volumes(root: Path, choice: Choice) -> list[Volume]:
    folder = CorpusFolder.at(root)
    with alone(root) as room, base(room) as connection:
        with_views(connection, folder.tables)
        condition = chosen(connection, choice)
        rows = connection.execute(
            f"SELECT year, count(*) FROM articles WHERE {condition} GROUP BY year ORDER BY year DESC NULLS LAST"
        ).fetchall()
    return [Volume(_UNDATED if year is None else str(year), year, number) for year, number in rows]


def _made(root: Path, new: Path, volume: Volume, choice: Choice, wishes: Wishes) -> None:
    """Make the archive and the site of a volume, in a process of its own: its memory goes with it."""
    archive, site = new / "archives" / volume.folder, new / "site" / volume.folder
    called = wishes.called if volume.year is None else f"{wishes.called} {volume.year}"
    url = f"{wishes.url.rstrip('/')}/{volume.folder}/" if wishes.url else ""
    cut(root, archive, replace(choice, year=volume.year, undated=volume.year is None), Wishes(wishes.language, called, url))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(archive), "build"],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode not in _DONE:
        reason = " ".join(done.stderr.split())[-300:]
        raise CorpusError(message("corpus.volume_fails", volume=volume.folder, reason=reason), fix=message("corpus.fix.volume_fails"))
    site.parent.mkdir(exist_ok=True)
    (archive / "site").rename(site)
