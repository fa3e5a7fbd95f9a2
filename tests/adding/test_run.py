"""A run of `kyyeu add`: every source once, one failing source stops no other, what is there is skipped."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from generator.adding.fetched import Fetched
from generator.adding.known import Known
from generator.adding.listings import listing_of
from generator.adding.run import Adding, Outcome
from generator.adding.unpacking import found_in_bytes, listed
from generator.adding.watching import watched
from generator.adding.web.client import Web
from generator.errors import AddingError, KyYeuError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import read
from tests.adding.made import in_bytes, lines_of, word
from tests.adding.news_site import Site, news_site
from tests.conftest import ROOT, Kyyeu, new_archive

SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
NEWS = (Path(__file__).parent / "news.html").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    return ArchiveFolder.at(new_archive(tmp_path / "archive", {}))


@pytest.fixture
def site() -> Iterator[Site]:
    with news_site() as running:
        yield running


def run(folder: ArchiveFolder, *given: str, here: Path = ROOT, web: Web | None = None, dry: bool = False) -> list[str]:
    adding = Adding(folder, web or Web(), Known.of(folder), dry=dry)
    return [told(outcome) for outcome in adding.outcomes(given, here)]


def told(outcome: Outcome) -> str:
    if outcome.error is not None:
        return f"error: {outcome.error.message.key}"
    if outcome.duplicate is not None:
        return f"{outcome.duplicate.how}: {outcome.duplicate.path}"
    return "other" if outcome.proposal is None else f"{'added' if outcome.added else 'would'}: {outcome.proposal.place}"


def seeds(folder: ArchiveFolder) -> list[str]:
    return sorted(path.relative_to(folder.seeds).as_posix() for path in folder.seeds.rglob("*") if path.is_file())


def test_a_folder_of_any_depth_with_an_archive_and_a_picture(folder: ArchiveFolder, tmp_path: Path) -> None:
    here = tmp_path / "khen"
    (here / "2023/quý 1").mkdir(parents=True)
    (here / "2023/quý 1/Lễ tổng kết.docx").write_bytes(word(lines_of(SEEDS[0])))
    (here / "ảnh.jpg").write_bytes(b"\xff\xd8")
    (here / "hỏng.docx").write_bytes(b"PK\x03\x04 x")
    inner, packed = BytesIO(), here / "nén.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("../../ra ngoài.txt", SEEDS[1])
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("trong.zip", inner.getvalue())
        archive.writestr("bản sao.txt", SEEDS[0])
    dry = run(folder, "khen", here=tmp_path, dry=True)
    assert seeds(folder) == []
    done = run(folder, "khen", "không có", here=tmp_path)
    assert done == [
        "added: seeds/le-tong-ket.txt", "error: formats.damaged", "text: seeds/le-tong-ket.txt", "added: seeds/ra-ngoai.txt", "other",
        "error: left_out.absent",
    ]  # fmt: skip
    assert dry == [line.replace("added", "would") for line in done[:-1]]
    assert seeds(folder) == ["le-tong-ket.docx", "le-tong-ket.txt", "ra-ngoai.orig", "ra-ngoai.txt"]
    again = run(folder, "khen", here=tmp_path)
    assert again[0] == "file: seeds/le-tong-ket.txt"
    assert not any(line.startswith("added") for line in again)


def test_an_interrupted_run_goes_on(folder: ArchiveFolder, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(SEEDS[number], encoding="utf-8")
    given = [f"{number}.txt" for number in range(3)]
    first = Adding(folder, Web(), Known.of(folder)).outcomes(given, tmp_path)
    assert told(next(first)) == "added: seeds/0.txt"
    first.close()  # type: ignore[attr-defined] # it is a generator
    assert run(folder, *given, here=tmp_path) == ["file: seeds/0.txt", "added: seeds/1.txt", "added: seeds/2.txt"]


def test_an_uploaded_archive_gives_its_files() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/bài.txt", "x")
    (found,) = found_in_bytes(file.getvalue(), "C:\\x\\tải.zip")
    assert isinstance(found, Fetched)
    assert (found.name, found.within, found.shown) == ("bài.txt", ("tải.zip", "a"), "tải.zip/a/bài.txt")


@pytest.mark.slow
def test_archives_in_archives_end_and_bombs_are_refused() -> None:
    data = b"x"
    for _ in range(6):
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("a.zip" if data != b"x" else "a.txt", data)
        data = file.getvalue()
    (found,) = found_in_bytes(data, "a.zip")
    assert isinstance(found, AddingError)
    assert found.message.key == "adding.deep"
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", b"\0" * 45_000_000)
    (found,) = found_in_bytes(file.getvalue(), "a.zip")
    assert isinstance(found, KyYeuError)
    assert found.message.key == "formats.bomb"


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("# của tôi\nhttps://a.example/1\n\nhttps://a.example/2\nhttps://a.example/1\n", ["https://a.example/1", "https://a.example/2"]),
        ("Xem https://a.example/1\n", []),
        ("Phường họp\nhttps://a.example/1\n", []),
        ("", []),
    ],
)
def test_a_list_of_addresses(text: str, addresses: list[str]) -> None:
    assert listed(text.encode()) == addresses


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title><link>http://a.example/</link>
<item><link>http://a.example/moi</link><pubDate>Thu, 05 Jan 2023 07:00:00 +0700</pubDate></item>
<item><link>/cu</link><pubDate>Wed, 04 Jan 2023 07:00:00 +0700</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="http://a.example/feed"/><entry><link rel="enclosure" href="http://a.example/x.mp3"/>
<link href="http://a.example/moi"/><updated>2023-01-05T00:00:00Z</updated></entry><entry><link href="http://a.example/cu"/></entry></feed>"""
MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.example/cu</loc><lastmod>2023-01-01</lastmod></url>
<url><loc>http://a.example/moi</loc><lastmod>2023-02-01</lastmod></url></urlset>"""


@pytest.mark.parametrize("text", [RSS, ATOM, MAP])
def test_what_feeds_and_sitemaps_list_oldest_first(text: str) -> None:
    found = listing_of(Fetched(text.encode(), "feed", "http://a.example/feed"))
    assert found is not None
    assert found.addresses == ("http://a.example/cu", "http://a.example/moi")
    assert listing_of(Fetched(b"<!doctype html><html><body>rss</body></html>", "a")) is None
    index = "<sitemapindex><sitemap><loc>http://a.example/1.xml</loc></sitemap></sitemapindex>"
    assert (listing_of(Fetched(index.encode(), "a")) or found).maps == ("http://a.example/1.xml",)


def article(number: int) -> str:
    title, *lines = [line for line in lines_of(SEEDS[number]) if len(line) > 60]
    body = "\n".join(f"<p>{line}</p>" for line in lines)
    page = NEWS.replace("bai-1", f"bai-{number}")
    return page.format(title=title[:150], moment=f"2023-0{number + 1}-05T07:00:00+07:00", shown="", body=body)


@pytest.mark.slow
def test_a_feed_gives_only_what_is_new_and_what_failed_again(folder: ArchiveFolder, site: Site) -> None:
    def feed(*paths: str) -> str:
        items = "".join(f"<item><link>{site.at(path)}</link></item>" for path in paths)
        return site.page("/rss", f"<rss><channel>{items}</channel></rss>", kind="application/rss+xml")

    for number in (0, 1, 2):
        site.page(f"/bai-{number}.html", article(number))
    address = feed("/bai-1.html", "/hong.html", "/bai-0.html")
    first = run(folder, address, web=site.web())
    assert [line.partition(":")[0] for line in first] == ["added", "error", "added"]
    (folder.seeds / (first[0].partition("/")[2])).unlink()  # a person did not want it
    site.asked.clear()
    feed("/bai-2.html", "/bai-1.html", "/hong.html", "/bai-0.html")
    second = run(folder, address, web=site.web())
    assert [line.partition(":")[0] for line in second] == ["error", "added"]
    assert site.asked == [f"songxanh.example{path}" for path in ("/rss", "/hong.html", "/bai-2.html")]
    read_article = read(folder.root / second[1].removeprefix("added: "), folder.root)
    assert (read_article.published, read_article.source.url) == ("2023-03-05T07:00", site.at("/bai-2.html"))


@pytest.mark.slow
def test_one_failing_source_stops_no_other_and_the_rest_goes_on(folder: ArchiveFolder, site: Site, tmp_path: Path) -> None:
    good = [site.page(f"/bai-{number}.html", article(number)) for number in (0, 1)]
    inside = site.redirect("/vao", "http://noibo.example/")
    circle = site.redirect("/quanh", "/quanh")
    given = [good[0], inside, "ftp://a.example/x", circle, site.at("/khong"), good[1]]
    (tmp_path / "links.txt").write_text("\n".join(given), encoding="utf-8")
    assert [line.partition(" ")[0] + line.partition(": ")[2][:4] for line in run(folder, "links.txt", here=tmp_path, web=site.web())] == [
        "added:seed", "error:web.", "error:web.", "error:web.", "error:web.", "added:seed",
    ]  # fmt: skip
    site.asked.clear()
    again = run(folder, "links.txt", here=tmp_path, web=site.web())
    assert [line.partition(":")[0] for line in again] == ["address", "error", "error", "error", "error", "address"]
    assert not any("bai" in asked for asked in site.asked), "what is there is not fetched again"


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "cp1258", "tcvn3", "vni", "viscii"])
def test_layouts_and_wrong_charsets(folder: ArchiveFolder, site: Site, encoding: str) -> None:
    page = article(0).replace('"utf-8"', '"iso-8859-1"')
    address = site.page("/bai-0.html", in_bytes(page, encoding), kind="text/html; charset=iso-8859-1")
    (line,) = run(folder, address, web=site.web())
    text = (folder.root / line.removeprefix("added: ")).read_text(encoding="utf-8")
    assert "Đảng ủy Ban Quản lý các Khu Chế xuất và Công nghiệp Thành phố" in text
    assert f"# url = {address}\n" in text
    assert "# sha256 = " in text


def collect(into: list[str], outcomes: Iterator[Outcome]) -> None:
    for outcome in outcomes:
        into.append(told(outcome))  # noqa: PERF401 (what came before an exception stays)


def test_a_folder_is_watched(folder: ArchiveFolder, tmp_path: Path) -> None:
    place = tmp_path / "hộp"
    place.mkdir()
    (place / "a.txt").write_text(SEEDS[0], encoding="utf-8")
    looks: list[float] = []

    def sleep(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) in {2, 3}:  # half of it, then all
            (place / "b.txt").write_text(SEEDS[1][: 900 if len(looks) == 2 else None], encoding="utf-8")
        if len(looks) == 6:
            raise EOFError

    done: list[str] = []
    with pytest.raises(EOFError):
        collect(done, watched(Adding(folder, Web(), Known.of(folder)), place, sleep))
    assert done == ["added: seeds/a.txt", "added: seeds/b.txt"]
    assert lines_of(SEEDS[1])[-1] in (folder.seeds / "b.txt").read_text(encoding="utf-8"), "only when it was there whole"


def test_the_command(kyyeu: Kyyeu, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "Bài mới.txt").write_text(SEEDS[1], encoding="utf-8")
    done = kyyeu("-C", archive, "add", "--to", "2023", tmp_path / "Bài mới.txt", "không-có.docx")
    assert done.returncode == 3
    assert "seeds/2023/bai-moi.txt: “Đảng bộ Các cơ quan tỉnh tổng kết công tác năm 2022”, –" in done.stdout
    assert "no file here" in done.stderr
    assert (archive / "seeds/2023/bai-moi.orig").is_file()


@pytest.mark.slow
def test_the_command_says_what_it_did(kyyeu: Kyyeu, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "Bài mới.txt").write_text(SEEDS[1], encoding="utf-8")
    dry = kyyeu("-C", archive, "add", "--dry-run", tmp_path / "Bài mới.txt")
    assert (dry.returncode, "Would add 1 article; 0 already there, 0 failed. Nothing was written" in dry.stdout) == (0, True)
    kyyeu("-C", archive, "add", tmp_path / "Bài mới.txt")
    again = kyyeu("-C", archive, "add", tmp_path / "Bài mới.txt", KYYEU_LANGUAGE="vi")
    assert (again.returncode, "đã có trong kho, tại seeds/bai-moi.txt (cùng tệp)" in again.stdout) == (0, True)
    assert kyyeu("-C", archive, "add", "không-có").returncode == 1
    assert kyyeu("-C", archive, "watch", "không-có").returncode == 2
    assert kyyeu("-C", archive, "extract", archive / "seeds/bai-moi.txt").returncode == 0
