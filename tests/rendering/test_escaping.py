"""Text is text: whatever an article says is on its page as written and does nothing."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.messages.terminal import json_line
from generator.rendering.escaping import attribute, clean, cleaned, markdown, script_data, verbatim
from tests.rendering.shown import html_of, read

HOSTILE = [
    "<script>alert(1)</script>", "</div></p><h1>x</h1>", "<!-- comment -->", "<![CDATA[x]]>", "<?php echo 1 ?>", "<b>đậm</b>", "a < b > c",
    "&amp; &lt;b&gt; &#60; &nbsp;", "AT&T", "*nghiêng* **đậm** _gạch_ __đậm__", "`mã` ``mã``", "```\nmã\n```", "~~xóa~~ ~dưới~ ^trên^",
    "==dấu== ++ctrl+c++ {++thêm++} {--bớt--}", "# Đề mục", "## Đề mục ##", "Đề mục\n=====", "Đề mục\n-----", "- gạch", "* sao", "+ cộng",
    "1. một", "12) mười hai", "2023. Năm", "> trích", "    thụt vào", "\tthụt", "---", "***", "___", "- - -",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[chữ](http://x.test)", "![ảnh](x.png)", "[chữ][ref]\n\n[ref]: http://x.test", "[[wiki]]", "<http://x.test>", "http://x.test/a_b",
    "www.x.test", "ai@x.test", "<ai@x.test>", "Từ[^1]\n\n[^1]: chú", "*[HTML]: Ngôn ngữ", "[TOC]",
    "{: .lớp #id }", "{ .x onclick=alert(1) }",
    "{{ config }} {% raw %} {# x #}", "${x} $x^2$ \\(x\\)", ":smile: :+1:", '--8<-- "mkdocs.yml"', "-8<- x", "!!! note\n    x", "??? note",
    "/// note\nx\n///", '=== "Thẻ"', "- [ ] việc", "\\*thoát\\*", "dòng  \nsau", "Thuật ngữ\n:   nghĩa", "---\ntitle: x\n---", "%% x %%",
    "#12 @ai", "x\x02wzxhzdk:0\x03y", "klzzwxh:0001", 'dấu " và \' nháy', "…–—“”‘’«»", "a\\\nb", "\\", "`", "*", "_", "&", "<",
    "[", "]", "!",
]  # fmt: skip


def shown(text: str) -> str:
    """Return what a reader should see of ``text``."""
    return " ".join("".join("\ufffd" if acts(char) else char for char in text).split())


def acts(char: str) -> bool:
    """Return whether a character acts unseen, by its number."""
    number = ord(char)
    return (
        (unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n")
        or number & 0xFFFE == 0xFFFE
        or any(first <= number <= last for first, last in ACTING)
    )


ACTING = [(0xFDD0, 0xFDEF), (0xFFF9, 0xFFFB), (0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F)]


@pytest.mark.parametrize("many", [False, True], ids=["the site's extensions", "many extensions"])
@pytest.mark.parametrize("text", HOSTILE)
def test_commands_are_shown_and_do_nothing(text: str, many: bool) -> None:
    words, tags = read(html_of(f"{markdown(text)}\n", many=many))
    assert words == shown(text)
    assert {tag for tag, _ in tags} <= {"p", "br"}
    assert all(not attributes for _, attributes in tags)


@pytest.mark.parametrize(
    "frame", ["# {}", "- {}", "[{}](x.md)", "| Cột |\n| --- |\n| {} |", '<p class="c" markdown>{}</p>', "<summary markdown>{}</summary>"]
)
def test_wherever_it_stands(frame: str) -> None:
    _, expected = read(html_of(frame.format("x") + "\n"))
    for text in HOSTILE:
        words, tags = read(html_of(frame.format(markdown(text)) + "\n"))
        assert words.removeprefix("Cột ").strip() == shown(text)
        assert [tag for tag, _ in tags if tag != "br"] == [tag for tag, _ in expected]


MEANINGFUL = st.text(st.sampled_from("<>&*_`[](){}#+-.!|\\~^=:@$%\"'/;?1a đỘ\n\t"), max_size=40)


@given(MEANINGFUL | st.text(max_size=60) | st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join))
def test_any_text_is_shown_as_written(text: str) -> None:
    """Together with text around it, and cut anywhere as evidence cuts it."""
    for cut in {0, len(text) // 2}:
        parts = markdown(text[:cut], whole=True) + Markup('<span class="ev">') + markdown(text[cut:], whole=False) + Markup("</span>")
        words, tags = read(html_of(f"Trước\n\n{parts}\n\nSau\n"))
        assert words.split() == shown(f"Trước {text} Sau").split() or words.replace(" ", "") == shown(f"Trước {text} Sau").replace(" ", "")
        assert {tag for tag, _ in tags} <= {"p", "span", "br"}


@given(MEANINGFUL | st.text(max_size=60))
def test_it_is_one_line(text: str) -> None:
    assert "\n" not in markdown(text)


EVERY = [chr(number) for number in range(0x110000)]


def test_what_acts_unseen_is_shown_one_for_one_and_nothing_else_changes() -> None:
    text = "".join(EVERY)
    assert clean(text) == "".join("\ufffd" if acts(char) else char for char in EVERY)
    assert len(clean(text)) == len(text)
    bidirectional = [
        char for char in EVERY if unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    assert len(bidirectional) == 9
    assert set(clean("".join(bidirectional))) == {"\ufffd"}


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200f", "\u061c", "\x1b", "\x9b", "\ufffe", "\ufdd0", "\U0003ffff", "\ud800"])
def test_no_way_into_a_page_lets_it_act(char: str) -> None:
    text = f"trao {char} 123 giấy khen"
    for told in (markdown(text), markdown(text, whole=False), attribute(text), verbatim(text), script_data({text: [text, {"x": (text,)}]})):
        assert char not in told
        assert "\ufffd" in told
    assert cleaned({"a": [text, 1, None]}) == {"a": [text.replace(char, "\ufffd"), 1, None]}


@pytest.mark.parametrize("char", ["\u202e", "\x9b", "\ufffe", "\U0003ffff", "\ud800"])
def test_a_terminal_is_told_what_it_is_and_programs_read_it_back(char: str) -> None:
    written = json_line({"a": f"á{char}b"})
    assert char not in written
    assert "á" in written
    assert json.loads(written) == {"a": f"á{char}b"}


def test_markup_passes() -> None:
    assert markdown(Markup("<b>*</b>")) == "<b>*</b>"
