"""A page in fewer bytes is the same page: to a parser, to the search, to a reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.publishing.building.compaction import compact
from generator.publishing.search.pages import search_page
from tests import built_sites


@pytest.mark.parametrize(
    ("page", "less"),
    [
        ("<body>\n <p>\n  Xã  A\n\n <b>12</b> \n</p>\n</body>", "<body><p>Xã A <b>12</b></p></body>"),
        ("<body><span>a</span>\n  <span>b</span></body>", "<body><span>a</span> <span>b</span></body>"),
        ("<body><p>a <!-- x --> b</p>", "<body><p>a b</p>"),
        ("<body><pre>\n a\n  b&#10;&#123;&#38;&#60;</pre>", "<body><pre>\n a\n  b\n{&#38;&#60;</pre>"),
        ("<body><pre>&#10;a</pre>", "<body><pre>&#10;a</pre>"),
        ("<body><textarea>  a\n b </textarea>", "<body><textarea>  a\n b </textarea>"),
        ("<head>\n <title>A  B</title>\n <meta charset=x>\n</head>", "<head><title>A B</title><meta charset=x></head>"),
        ("<script>a  =  '  <p>  '</script>", "<script>a  =  '  <p>  '</script>"),
        ('<script type="application/json">{"a": "<\\/p>\\u1ea1", "b": [1, 2]}</script>',
         '<script type="application/json">{"a":"\\u003c/p>ạ","b":[1,2]}</script>'),
        ('<script type="application/json">{"a": "\\ud800"}</script>', '<script type="application/json">{"a": "\\ud800"}</script>'),
        ('<body><div data-x="{&quot;a&quot;:1}" title="a  &quot;\'">', '<body><div data-x=\'{"a":1}\' title="a  &quot;\'">'),
        ("<body><p>a&#32;<b>b</b>&#123;&amp;#60;&#35;60;</p>", "<body><p>a <b>b</b>{&amp;#60;&#35;60;</p>"),
        ("<body>a <script>b</script> c", "<body>a <script>b</script> c"),
        ('<body><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
         '<body><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'),
        ('<body><script id="__config" type="application/json">{"translations": {"search.x": "a", "b": "c"}}</script>',
         '<body><script id="__config" type="application/json">{"translations":{"b":"c"}}</script>'),
        ('<body><i data-md-component="search"></i><script id="__config" type="application/json">{"translations": {"search.x": 1}}</script>',
         '<body><i data-md-component="search"></i><script id="__config" type="application/json">{"translations":{"search.x":1}}</script>'),
        ("<body><p>1 < 2 > 0</p>", "<body><p>1 < 2 > 0</p>"),
    ],
)  # fmt: skip
def test_case(page: str, less: str) -> None:
    assert compact(page) == less
    assert compact(less) == less


def seen(html: str) -> list[object]:
    tree = LexborHTMLParser(html)
    words = " ".join((tree.body.text(separator="\n") if tree.body else "").split())
    return [words, *((node.tag, dict(node.attributes)) for node in tree.css("*"))]


_WORDS = st.sampled_from([" ", "\n  ", "a", "&#32;", "&#10;", "&#123;", "&amp;", "<!-- c -->", "\xa0", "&#35;", "&#59;", "60;", "&#38;"])
_TAGS = st.sampled_from(["b", "div", "pre", "i t='&quot;  '", 'i t="&quot;  "', "ul", "span", "details"])
_BODIES = st.recursive(
    _WORDS,
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>", _TAGS, st.lists(inner, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_BODIES, max_size=4).map("".join))
def test_any_page_has_the_same_words_elements_and_attributes(body: str) -> None:
    page = f"<html><head></head><body><main>{body}</main></body></html>"
    assert seen(compact(page)) == seen(page)
    assert compact(compact(page)) == compact(page)


def test_pages_of_a_site_are_compact_and_the_search_reads_them_alike(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = built_sites.seeds_site(tmp_path_factory)
    for path in sorted(site.glob("bai/*/index.html")):
        html = path.read_text(encoding="utf-8")
        assert compact(html) == html
        loose = html.replace("><", ">\n  <").replace("> ", ">   ")
        assert len(loose) > len(html)
        found = search_page("x", html)
        assert found is not None
        assert found.blocks
