"""The seeds as documents of every format, made by the libraries and programs of these: words in order, title and date, facts."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, Page

from generator import inspection
from generator.errors import KyYeuError
from generator.model.article import Article, Source
from generator.model.document import PartKind
from generator.reading import read
from generator.reading.formats import document_of
from generator.reading.formats.writing import article_of
from tests.adding.made import in_bytes, lines_of, open_document, saved, stored_as, word

pytestmark = pytest.mark.slow
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
NEWS = (Path(__file__).parents[1] / "adding/news.html").read_text(encoding="utf-8")
PRINTED = {
    "display_header_footer": True,
    "header_template": '<span style="font-size:8px;margin-left:40px">Bản tin phường Hoa Mai, số 3</span>',
    "footer_template": '<span style="font-size:8px;margin:auto">Trang <span class="pageNumber"></span></span>',
    "margin": {"top": "60px", "bottom": "60px", "left": "40px", "right": "40px"},
}
COLUMNS = ".body{column-count:2;column-gap:24px;text-align:justify} p{text-indent:1.2em;margin:0}"
#: A producer makes a file of the lines of a seed; its first line is a headline if the seed has one.
Producer = Callable[[list[str], bool], tuple[str, bytes]]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def page_of(lines: list[str], headed: bool, style: str = "") -> str:
    head = f'<h1 style="font-size:20px">{html.escape(lines[0])}</h1>' if headed else ""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines[headed:])
    css = f'<meta charset="utf-8"><style>body{{font:13px serif}}{style}</style>'
    return f'<html><head>{css}</head><body>{head}<div class="body">{body}</div></body></html>'


def printed(page: Page, lines: list[str], headed: bool, *, style: str = "", size: str = "A4") -> tuple[str, bytes]:
    page.set_content(page_of(lines, headed, style))
    options: dict[str, Any] = PRINTED
    return "a.pdf", page.pdf(format=size, **options)


def saved_whole(page: Page, lines: list[str], headed: bool) -> tuple[str, bytes]:
    page.set_content(page_of(lines, headed))
    session = page.context.new_cdp_session(page)
    return "a.mhtml", session.send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode()


def in_open_document(lines: list[str], headed: bool) -> tuple[str, bytes]:
    tags = ["h" if headed and number == 0 else "p" for number in range(len(lines))]
    return "a.odt", open_document("".join(f"<text:{tag}>{html.escape(line)}</text:{tag}>" for tag, line in zip(tags, lines, strict=True)))


def in_markdown(lines: list[str], headed: bool) -> tuple[str, bytes]:
    return "a.md", "\n\n".join(("# " if headed and number == 0 else "") + line for number, line in enumerate(lines)).encode()


def in_news(lines: list[str], headed: bool, stamp: str = "") -> tuple[str, bytes]:
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines[headed:])
    title = lines[0] if headed else ""
    page = NEWS.replace('<meta property="article:published_time" content="{moment}">', "")
    return "a.html", page.format(title=html.escape(title), shown=stamp, body=body).encode()


def producers(page: Page) -> dict[str, Producer]:
    return {
        "Word": lambda lines, _headed: ("a.docx", word(lines)),
        "Word, title": lambda lines, headed: ("a.docx", word(lines, title=lines[0] if headed else "", styled=True)),
        "Word, .VnTime": lambda lines, _headed: ("a.docx", word(lines, change=stored_as("TCVN3"), font=".VnTime")),
        "Word, VNI-Times": lambda lines, _headed: ("a.docx", word(lines, change=stored_as("VNI"), font="VNI-Times")),
        "OpenDocument": in_open_document,
        "HTML": lambda lines, headed: ("a.html", page_of(lines, headed).encode()),
        "HTML, news site": in_news,
        "MHTML, Chromium": partial(saved_whole, page),
        "PDF, Chromium": partial(printed, page),
        "PDF, Chromium, columns": partial(printed, page, style=COLUMNS, size="A5"),
        "Markdown": in_markdown,
        "text, UTF-16": lambda lines, _headed: ("a.txt", "\n\n".join(lines).encode("utf-16")),
        "text, VNI": lambda lines, _headed: ("a.txt", in_bytes("\n\n".join(lines), "vni")),
    }


def read_from(name: str, data: bytes) -> Article:
    document = document_of(data, Path(name))
    return article_of(document, Source(name, "", name))


def test_words_title_and_date_of_every_format(page: Page) -> None:
    made, shares, wrong = 0, [], []
    for seed in SEEDS:
        article = read(seed, seed.parent)
        lines = lines_of(seed.read_text(encoding="utf-8"))
        # A document has no section of a site above its headline, and no mark of an export before it.
        lines = lines[lines.index(article.title) :] if article.title_is_headline else [lines[0].removeprefix("date 2023-03 "), *lines[1:]]
        want = " ".join(lines).split()
        for producer, produce in producers(page).items():
            found = read_from(*produce(lines, article.title_is_headline))
            got = found.text.split()
            matched = sum(block.size for block in SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks())
            shares.append(matched / len(want))
            made += 1
            assert matched / len(want) >= 0.995, (seed.name, producer)
            dated = article.published if "date 2023-03" not in seed.read_text(encoding="utf-8") else None
            right = (found.title == article.title, (found.published or "")[:10] == (dated or "")[:10])
            if not all(right):
                wrong.append((seed.name[:3], producer, found.title[:40], found.published))
    assert made >= 60
    assert sum(shares) / made >= 0.999
    assert len(wrong) <= 0.05 * made, wrong


def facts(path: Path) -> dict[str, Any]:
    """Return the facts of a file with their quotes in the place of offsets."""
    (record,) = inspection.records([path], path.parent)
    assert not isinstance(record, KyYeuError), record
    text = record.pop("text")
    record.pop("source")

    def quoted(value: Any) -> Any:
        if isinstance(value, dict):
            if set(value) == {"start", "end"}:
                return " ".join(text[value["start"] : value["end"]].split())
            return {key: quoted(one) for key, one in value.items()}
        return [quoted(one) for one in value] if isinstance(value, list) else value

    whole: dict[str, Any] = quoted(record)
    return whole


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_the_facts_of_a_document_are_those_of_its_text(page: Page, seed: Path, tmp_path: Path) -> None:
    lines = lines_of(seed.read_text(encoding="utf-8"))
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    expected = facts(tmp_path / "a.txt")
    assert expected["units"]
    for name, data in (
        ("a.docx", word(lines)),
        ("a.html", page_of(lines, headed=False).encode()),
        printed(page, lines, headed=False),
    ):
        (tmp_path / name).write_bytes(data)
        assert facts(tmp_path / name) == expected, name


def test_a_page_of_a_site_has_the_facts_of_its_article(page: Page, tmp_path: Path) -> None:
    del page
    for seed in SEEDS[:4]:
        article = read(seed, seed.parent)
        lines = lines_of(seed.read_text(encoding="utf-8"))
        lines = lines[lines.index(article.title) :]
        (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
        (tmp_path / "b.html").write_bytes(in_news(lines, True)[1])
        assert facts(tmp_path / "b.html") == facts(tmp_path / "a.txt"), seed.name


def test_libreoffice_documents_are_read(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice found")
    lines = lines_of(SEEDS[1].read_text(encoding="utf-8"))
    (tmp_path / "a.docx").write_bytes(word(lines))
    want = " ".join(lines).split()
    for kind in ("odt", "doc", "rtf", "html", "pdf"):
        command = [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(tmp_path),
        ]
        subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180)
        assert read(tmp_path / f"a.{kind}", tmp_path).text.split() == want, kind


def test_libreoffice_keeps_what_parts_are(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice found")
    made: Any = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Đầu trang"
    made.add_heading("Phường Hoa Mai khen thưởng năm 2023", 0)
    made.add_paragraph("Sáng 5/1/2024, Ủy ban nhân dân phường Hoa Mai tổ chức hội nghị tổng kết công tác thi đua, khen thưởng.")
    for style in ("List Number", "List Bullet"):
        for text in ("Chi bộ khu phố một", "Chi bộ khu phố hai"):
            made.add_paragraph(text, style=style)
    table = made.add_table(rows=3, cols=3)
    cells = (("STT", "Họ tên", "Mức"), ("1", "Lê Thị Lụa", "A"), ("2", "Trần Văn Thí", "B"))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    (tmp_path / "a.docx").write_bytes(saved(made))
    listed = ["1. Chi bộ khu phố một", "2. Chi bộ khu phố hai", "- Chi bộ khu phố một", "- Chi bộ khu phố hai"]
    for kind in ("docx", "odt", "html", "pdf", "doc", "rtf"):
        if kind != "docx":
            command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", kind]
            subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180)
        parts = document_of((tmp_path / f"a.{kind}").read_bytes(), Path(f"a.{kind}")).parts
        items = [part.text.replace("•", "-") for part in parts if part.kind is PartKind.LIST_ITEM]
        assert items == listed, kind
        assert [part.rows for part in parts if part.kind is PartKind.TABLE] == [cells], kind
        assert "Đầu trang" not in [part.text for part in parts] or kind == "pdf", "on one page nobody knows"
