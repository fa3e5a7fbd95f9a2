"""Text is text: whatever an article says stands on its page as written and does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.rendering.escaping import markdown
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
    """What a reader should see of ``text``."""
    controls = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160), 0xFFFE, 0xFFFF], "\ufffd")
    return " ".join(text.translate(controls).split())


@pytest.mark.parametrize("many", [False, True], ids=["the site's extensions", "many extensions"])
@pytest.mark.parametrize("text", HOSTILE)
def test_commands_are_shown_and_do_nothing(text: str, many: bool) -> None:
    words, tags = read(html_of(f"{markdown(text)}\n", many=many))
    assert words == shown(text)
    assert {tag for tag, _ in tags} <= {"p", "br"}
    assert all(not attributes for _, attributes in tags)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "frame", ["# {}", "- {}", "[{}](x.md)", "| Cột |\n| --- |\n| {} |", '<p class="c" markdown>{}</p>', "<summary markdown>{}</summary>"]
)
def test_wherever_it_stands(text: str, frame: str) -> None:
    words, tags = read(html_of(frame.format(markdown(text)) + "\n"))
    _, expected = read(html_of(frame.format("x") + "\n"))
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


def test_markup_passes() -> None:
    assert markdown(Markup("<b>*</b>")) == "<b>*</b>"
