"""Building again gives the site of a clean build, byte for byte, whatever was changed before, and whatever became of the cache."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.structure.files import File

from generator import pipeline, processes
from generator.cache import store
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building.page_making import Frame, Made
from generator.rendering import article_pages
from generator.rendering.site import REVIEW, folders
from tests.conftest import ARTICLE, ROOT, new_archive

POOL = sorted((ROOT / "tests" / "invented" / "articles").glob("*.txt"))
UNIT = "- {id: hoa-mai, name: Đảng bộ phường Hoa Mai, variants: [Phường Hoa Mai], kind: dang-bo, source: test}\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def site_of(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def clean(archive: Path, to: Path) -> dict[str, bytes]:
    """Build a copy of what people wrote in ``archive``, with nothing kept from before."""
    shutil.rmtree(to, ignore_errors=True)
    new_archive(to, {})
    for name in ("mkdocs.yml", "mkdocs.base.yml"):
        shutil.copy(archive / name, to / name)
    shutil.rmtree(to / "seeds")
    shutil.copytree(archive / "seeds", to / "seeds")
    shutil.copytree(archive / "docs" / "overrides", to / "docs" / "overrides", dirs_exist_ok=True)
    shutil.copy(archive / "docs" / "gioi-thieu.md", to / "docs" / "gioi-thieu.md")
    shutil.rmtree(store.folder_of(to), ignore_errors=True)
    pipeline.build(ArchiveFolder.at(to))
    return site_of(to)


def seeds_of(archive: Path) -> list[Path]:
    return sorted((archive / "seeds").glob("*.txt"))


def add(archive: Path, rng: random.Random) -> None:
    path = rng.choice(POOL)
    shutil.copy(path, archive / "seeds" / f"{path.stem}-{rng.randrange(9)}.txt")


def edit(archive: Path, rng: random.Random) -> None:
    path = rng.choice(seeds_of(archive))
    words = path.read_text(encoding="utf-8")
    path.write_text(
        words.replace("đảng viên", "hội viên") if rng.random() < 0.5 else f"{words}\nTác giả viết thêm một câu.\n", encoding="utf-8"
    )


def remove(archive: Path, rng: random.Random) -> None:
    if len(found := seeds_of(archive)) > 2:
        rng.choice(found).unlink()


def rename(archive: Path, rng: random.Random) -> None:
    path = rng.choice(seeds_of(archive))
    path.rename(path.with_name(f"ten-moi-{rng.randrange(1000)}.txt"))


def units(archive: Path, _: random.Random) -> None:
    path = archive / "seeds" / "units.yml"
    path.unlink() if path.exists() else path.write_text(UNIT, encoding="utf-8")


def fact(archive: Path, rng: random.Random) -> None:
    """Change a number of an award in one article, and nothing else."""
    seeds = seeds_of(archive)
    for path in rng.sample(seeds, len(seeds)):
        words = path.read_text(encoding="utf-8")
        changed = re.sub(r"\b(\d{1,2}) (?=tập thể|cá nhân|đảng viên)", lambda number: f"{int(number[1]) + 1} ", words, count=1)
        if changed != words:
            path.write_text(changed, encoding="utf-8")
            return


def unit_name(archive: Path, rng: random.Random) -> None:
    """Give a unit another name, which stands on the pages of others too."""
    path = archive / "seeds" / "units.yml"
    own, renamed = "Đảng bộ phường Hoa Mai", f"Đảng bộ phường Hoa Mai {rng.choice(('Mới', 'Đông', 'Tây'))}"
    path.write_text(UNIT.replace(f"name: {own}, variants: [", f"name: {renamed}, variants: [{own}, "), encoding="utf-8")


def word(archive: Path, rng: random.Random) -> None:
    path = archive / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("\nextra:\n", f"\nextra:\n  # {rng.randrange(99)}\n"), encoding="utf-8")


def name(archive: Path, rng: random.Random) -> None:
    path = archive / "mkdocs.yml"
    words = path.read_text(encoding="utf-8").splitlines()
    lines = [f"site_name: Kho {rng.randrange(99)}" if line.startswith("site_name:") else line for line in words]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def template(archive: Path, rng: random.Random) -> None:
    path = archive / "docs" / "overrides" / "404.html"
    path.write_text(path.read_text(encoding="utf-8") + f"<!-- {rng.randrange(99)} -->\n", encoding="utf-8")


def own_page(archive: Path, rng: random.Random) -> None:
    path = archive / "docs" / "gioi-thieu.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\nThêm một đoạn {rng.randrange(99)}.\n", encoding="utf-8")


def damage(archive: Path, rng: random.Random) -> None:
    for path in store.folder_of(archive).glob("*.sqlite*"):
        data = bytearray(path.read_bytes())
        for _ in range(40):
            if data:
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        path.write_bytes(data)


def cut_off(archive: Path, rng: random.Random) -> None:
    for path in store.folder_of(archive).glob("*.sqlite"):
        path.write_bytes(path.read_bytes()[: rng.randrange(1, 50_000)])


def site_damaged(archive: Path, rng: random.Random) -> None:
    path = rng.choice(sorted((archive / "site" / "bai").rglob("*.html")))
    path.unlink() if rng.random() < 0.5 else path.write_text("nonsense", encoding="utf-8")


Step = Callable[[Path, random.Random], None]
STEPS: list[Step] = [add, add, edit, fact, remove, rename, units, unit_name, word, name, template, own_page, damage, cut_off, site_damaged]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = new_archive(tmp_path / "archive", {"hoa-mai.txt": ARTICLE.encode()})
    for path in POOL[:3]:
        shutil.copy(path, folder / "seeds")
    time.sleep(0.1)  # a file that changed just before a build may change again within the same tick of the disk's clock
    return folder


@pytest.mark.slow
@pytest.mark.site
@pytest.mark.parametrize("seed", range(int(os.environ.get("KYYEU_HISTORIES", "2"))))
def test_a_history_ends_in_the_site_of_a_clean_build(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    rng = random.Random(seed)
    monkeypatch.setattr(processes, "cores", lambda: 1 + seed % 2)
    folder = ArchiveFolder.at(small)
    pipeline.build(folder)
    for _ in range(4):
        steps = rng.sample(STEPS, rng.choice((1, 1, 2)))
        for step in steps:
            step(small, rng)
        pipeline.build(folder)
        assert site_of(small) == clean(small, tmp_path / "clean"), [step.__name__ for step in steps]


def pages_of(archive: Path) -> dict[str, bytes]:
    docs = archive / "docs"
    paths = (path for folder in (*folders(), "index.md", REVIEW) for path in [docs / folder, *(docs / folder).rglob("*")])
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in paths if path.is_file()}


@pytest.mark.slow
def test_what_one_change_leaves_is_what_a_clean_conversion_gives(small: Path, tmp_path: Path) -> None:
    rng = random.Random(1)
    pipeline.convert(ArchiveFolder.at(small))
    before = pages_of(small)
    for step in (fact, unit_name, edit, units, add, fact, remove, damage, rename):
        step(small, rng)
        pipeline.convert(ArchiveFolder.at(small))
        after = pages_of(small)
        clean_copy = tmp_path / "clean"
        shutil.rmtree(clean_copy, ignore_errors=True)
        new_archive(clean_copy, {})
        shutil.rmtree(clean_copy / "seeds")
        shutil.copytree(small / "seeds", clean_copy / "seeds")
        shutil.rmtree(store.folder_of(clean_copy), ignore_errors=True)
        pipeline.convert(ArchiveFolder.at(clean_copy))
        assert after == pages_of(clean_copy), step.__name__
        assert step is damage or after != before, step.__name__
        before = after


@pytest.mark.slow
def test_an_edit_makes_the_article_and_what_shows_it_alone(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.convert(ArchiveFolder.at(small))
    written: list[str] = []
    text = article_pages._pages

    def noted(settings: SiteSettings, piece: article_pages._Piece) -> dict[str, str]:
        written.append(piece.entry.slug)
        return text(settings, piece)

    monkeypatch.setattr(article_pages, "_pages", noted)
    path = small / "seeds" / "hoa-mai.txt"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nTác giả viết thêm một câu.\n", encoding="utf-8")
    pipeline.convert(ArchiveFolder.at(small))
    assert written == ["hoa-mai"]


@pytest.mark.slow
@pytest.mark.site
def test_several_processes_make_the_site_of_one(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = clean(small, tmp_path / "clean")
    monkeypatch.setattr(processes, "FEWEST", 1)
    monkeypatch.setattr(processes, "cores", lambda: 3)
    pipeline.build(ArchiveFolder.at(small))
    assert site_of(small) == alone


@pytest.mark.site
def test_what_is_the_same_is_not_made_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ArchiveFolder.at(small)
    pipeline.build(folder)
    made: list[str] = []
    work = Frame.made

    def noted(frame: Frame, file: File) -> Made:
        made.append(file.dest_uri)
        return work(frame, file)

    monkeypatch.setattr(Frame, "made", noted)
    assert pipeline.build(folder).unchanged
    (small / "docs" / "gioi-thieu.md").write_text("# Giới thiệu\n\nLời khác.\n", encoding="utf-8")
    before = (small / "site" / "bai" / "hoa-mai" / "index.html").stat()
    assert not pipeline.build(folder).unchanged
    assert made == ["gioi-thieu/index.html"]
    assert (small / "site" / "bai" / "hoa-mai" / "index.html").stat().st_ino == before.st_ino, "a link, no copy"
