"""Whatever bytes a document has, it is read or refused with a reason; nothing else is raised, and nothing takes long."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ReadingError
from generator.reading import formats
from generator.reading.formats import FORMATS, document_of
from generator.reading.formats.writing import text_of
from tests.adding.layouts import page_in
from tests.adding.made import open_document, word

LINES = ["Phường Hoa Mai tổng kết công tác năm 2023", "Sáng 5/1/2024, phường họp, tặng giấy khen cho 3 chi bộ."]
WHOLE = {
    ".docx": word(LINES),
    ".odt": open_document("".join(f"<text:p>{line}</text:p>" for line in LINES)),
    ".html": page_in("blog", LINES[0], "05/01/2024", LINES * 3),
    ".mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"
    b"<p>xin</p>\r\n--x--",
    ".md": "\n\n".join(("---\ntitle: x\n---", *LINES)).encode(),
    ".txt": "\n\n".join(LINES).encode("utf-16"),
}


@pytest.mark.parametrize("suffix", [pytest.param(suffix, marks=[pytest.mark.slow] * (suffix == ".html")) for suffix in WHOLE])
@settings(max_examples=10)
@given(data=st.data())
def test_changed_bytes_are_read_or_refused(suffix: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[suffix])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=6)):
        whole[at] = byte
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(whole))))
    try:
        text_of(document_of(bytes(whole[:cut]), Path(f"a{suffix}")))
    except ReadingError:
        return


@pytest.mark.parametrize("suffix", [suffix for suffix, one in FORMATS.items() if one.largest > 8_000_000 or suffix in WHOLE])
def test_bytes_of_another_kind_are_refused(suffix: str) -> None:
    for data in (b"", b"\0" * 100, b"PK\x05\x06" + b"\0" * 18, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with pytest.raises(ReadingError):
            document_of(data, Path(f"a{suffix}"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 50_000 + b"x"),
        ("a.html", b"<html><body><p>" + b"<b>" * 50_000 + b"x"),
        ("a.html", b"<html><body>" + b"<a href=x>y</a> " * 30_000),
        ("a.html", b"<html><body><table>" + b"<tr><td>" * 3_000 + b"x"),
        ("a.odt", open_document("<text:list><text:list-item>" * 2000 + "<text:p>x</text:p>" + "</text:list-item></text:list>" * 2000)),
        ("a.md", b"> " * 3_000 + b"x"),
    ],
    ids=["divisions", "bold", "links", "tables", "lists", "quotes"],
)
def test_deep_and_crowded_documents_end(name: str, data: bytes) -> None:
    began = time.process_time()
    with suppress(ReadingError):
        document_of(data, Path(name))
    assert time.process_time() - began < 20


def test_without_its_library_a_format_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _name: None)
    with pytest.raises(ReadingError, match=r"files \.pdf need additional libraries \(install them: pip install 'ky-yeu\[add\]'\)"):
        document_of(b"%PDF-1.7", Path("a.pdf"))
    assert document_of(WHOLE[".docx"], Path("a.docx")).parts
