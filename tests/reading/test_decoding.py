"""Bytes become text or one clear line says why not."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from generator.errors import ReadingError
from generator.reading import read
from generator.reading.decoding import decoded

PATH = Path("bai.txt")
TEXT = "Đảng ủy xã họp.\nHội nghị kết thúc."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_encodings_that_are_read(data: bytes) -> None:
    assert decoded(data, PATH) == TEXT


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", None, "empty"),
        (b" \n\t\r\n", None, "empty"),
        (codecs.BOM_UTF8, None, "empty"),
        (b"M\xe9t d\xf2ng", 1, "0xe9 is not UTF-8"),
        ("Một\r\nhai\rba\n".encode() + b"\xff\xfe", 4, "0xff is not UTF-8"),
        (codecs.BOM_UTF16_LE + "Một\nhai".encode("utf-16-le") + b"a", 2, "is not UTF-16"),
        (b"%PDF-1.7\n\xe2", None, "binary"),
        (b"PK\x03\x04\x00", None, "binary"),
        (b"abc\nd\0ef", 2, "binary"),
        (codecs.BOM_UTF32_LE + "a".encode("utf-32-le"), 1, "UTF-32"),
    ],
)
def test_what_is_refused_names_file_line_and_fix(data: bytes, line: int | None, words: str) -> None:
    with pytest.raises(ReadingError) as caught:
        decoded(data, PATH)
    error = caught.value
    assert (error.path, error.line) == (PATH, line)
    assert words in str(error.message)
    assert error.fix
    assert "\n" not in str(error)


def test_read_tells_path_digest_and_format(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.TXT").write_bytes(TEXT.encode())
    source = read(folder / "a.TXT", tmp_path).source
    assert (source.path, source.format, len(source.sha256)) == ("seeds/a.TXT", "text", 64)


@pytest.mark.parametrize(("name", "content"), [("a.docx", b"x"), ("absent.txt", None), ("menu.txt", "Chia sẻ\nTrang chủ\n".encode())])
def test_read_refuses_in_one_line(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadingError, match=name) as caught:
        read(tmp_path / name, tmp_path)
    assert caught.value.fix
