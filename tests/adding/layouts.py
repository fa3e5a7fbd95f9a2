"""Layouts of Vietnamese news sites and portals, as templates: each has title, date and body of an article among its menus and links."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Liên hệ")
LINKS = (
    "Phường Sông Xanh ra quân làm sạch môi trường",
    "Thông báo lịch tiếp công dân tháng 3",
    "Kết quả cuộc thi viết về gương người tốt việc tốt",
)


def _links(kind: str, words: Sequence[str] = LINKS) -> str:
    return f'<ul class="{kind}">' + "".join(f'<li><a href="/x/{number}">{word}</a></li>' for number, word in enumerate(words)) + "</ul>"


def tables(title: str, date: str, lines: Sequence[str]) -> str:
    """Make a page of an old portal, laid out by tables."""
    body = "".join(f'<p align="justify"><font face="Arial" size="2">{line}</font></p>' for line in lines)
    menu = "".join(f'<tr><td><a href="/m/{number}">{word}</a></td></tr>' for number, word in enumerate(MENU))
    return f"""<html><head><title>{title}</title></head><body bgcolor="#ffffff"><table width="980"><tr><td colspan="3">
<img src="b.jpg"></td></tr>
<tr><td width="180" valign="top"><table>{menu}</table></td><td valign="top"><table width="100%"><tr><td class="tieude"><b>{title}</b>
</td></tr>
<tr><td><i>{date}</i></td></tr><tr><td class="noidung">{body}</td></tr><tr><td>Các tin khác:{_links("tinkhac")}</td></tr></table></td>
<td width="180" valign="top">{_links("lienket")}</td></tr><tr>
<td colspan="3">Bản quyền thuộc UBND phường. Điện thoại: 024 1234567</td></tr></table></body></html>"""


def blog(title: str, date: str, lines: Sequence[str]) -> str:
    """Make a page of WordPress."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"""<!DOCTYPE html><html><head><title>{title} - Phường Hoa Mai</title><script src="/1.js"></script></head><body class="single">
<div id="page"><header id="masthead"><div class="menu-main">{_links("menu", MENU)}</div></header><div id="content"><div id="primary">
<main>
<article class="post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1>
<div class="entry-meta">Posted on {date} by admin</div></header>
<div class="entry-content">{body}</div><footer class="entry-footer">Chuyên mục: <a href="/c">Tin tức</a></footer></article>
<nav class="post-navigation">{_links("nav-links")}</nav></main></div><aside id="secondary">{_links("widget")}</aside></div>
<footer><p>© 2023 Phường Hoa Mai. Thiết kế bởi Công ty Sao Mai</p></footer></div></body></html>"""


def breaks(title: str, date: str, lines: Sequence[str]) -> str:
    """Make a page of SharePoint, its paragraphs parted by line breaks."""
    body = "<br/><br/>".join(f"<span style='font-family:Arial'>{line}</span>" for line in lines)
    return f"""<html><head><title>{title}</title><script src="/_layouts/init.js"></script><script src="/_layouts/core.js"></script>
</head><body>
<form id="aspnetForm"><div id="s4-workspace"><div class="ms-nav">{_links("static", MENU)}</div><div class="row"><div class="col-md-9">
<div class="ArticleHeader"><h2 class="ArticleTitle">{title}</h2></div><div class="ArticleDate">{date}</div>
<div class="ArticleContent">{body}</div>
<div class="ArticleRelated"><b>Tin cùng chuyên mục</b>{_links("list")}</div></div><div class="col-md-3">{_links("quick")}</div></div>
</div></form></body></html>"""


def plain_divs(title: str, date: str, lines: Sequence[str]) -> str:
    """Make a page without headings, whose paragraphs are divisions."""
    body = "".join(f'<div style="text-align:justify">{line}</div>' for line in lines)
    return f"""<html><head><title>Cổng thông tin điện tử phường Hoa Mai</title><meta property="og:title" content="{title}"></head><body>
<div class="top">{_links("topmenu", MENU)}</div><div class="wrap"><div class="left">{_links("danhmuc", MENU)}</div><div class="center">
<div class="detail-title">{title}</div><div class="detail-date">{date}</div><div class="detail-content">{body}</div>
<div class="news-other"><div class="head">Tin đã đưa</div>{_links("other")}</div></div><div class="right">{_links("adv")}</div></div>
<div class="bottom">Chịu trách nhiệm: Ban biên tập. Ghi rõ nguồn khi phát hành lại thông tin.</div></body></html>"""


def newspaper(title: str, date: str, lines: Sequence[str]) -> str:
    """Make a page of a newspaper, with a lead of its own and links among the paragraphs."""
    lead, *rest = lines
    body = "".join(f"<p>{line}</p>" for line in rest)
    box = f'<div class="box-inner-link"><p><a href="/r/1">{LINKS[0]}</a></p></div>'
    return f"""<!doctype html><html><head><title>{title} - Báo Sông Xanh</title><meta property="og:site_name" content="Báo Sông Xanh">
<meta name="pubdate" content="2023-01-04T07:30:00+07:00"></head><body><header><nav>{_links("nav", MENU)}</nav></header>
<section class="page-detail">
<div class="sidebar-1"><div class="header-content"><ul class="breadcrumb"><li><a href="/">Xã hội</a></li></ul>
<span class="date">{date}</span></div>
<h1 class="title-detail">{title}</h1><p class="description">{lead}</p><article class="fck_detail">{body}{box}</article>
<div class="footer-content"><div class="social_pin"><a href="#">Chia sẻ</a></div></div></div>
<div class="sidebar-2">{_links("most-read")}</div></section>
<footer class="footer"><p>Báo Sông Xanh, cơ quan của Đảng bộ tỉnh. Tổng biên tập: Lê Văn Mẫu</p></footer></body></html>"""


#: What makes a page of an article, by name.
LAYOUTS: dict[str, Callable[[str, str, Sequence[str]], str]] = {
    "tables": tables, "blog": blog, "breaks": breaks, "divisions": plain_divs, "newspaper": newspaper,
}  # fmt: skip


def page_in(layout: str, title: str, date: str, lines: Sequence[str]) -> bytes:
    """Return the page of an article in a layout."""
    return LAYOUTS[layout](html.escape(title), date, [html.escape(line) for line in lines]).encode()
