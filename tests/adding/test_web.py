"""A guest on the web: what is private stays so, robots.txt holds, nothing takes for ever."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from generator.adding.web.addresses import is_address, is_private, target_of
from generator.adding.web.client import Limits, Web
from generator.errors import AddingError
from tests.adding.news_site import Site, news_site

PRIVATE = [
    *(
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
    ),
    *("::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::", "x"),
    "255.255.255.255",
]
PUBLIC = ["8.8.8.8", "103.1.210.5", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


def test_which_addresses_are_private() -> None:
    assert [ip for ip in PRIVATE if not is_private(ip)] == []
    assert [ip for ip in PUBLIC if is_private(ip)] == []


def public(_host: str) -> list[str]:
    return ["8.8.8.8"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://bao.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "no web address"),
        ("http://a:99999/", "no web address"),
        ("http://user:secret@bao.example/", "no web address"),
        ("http://bao.example/a b", "no web address"),
        ("http://[::1", "no web address"),
        (f"http://bao.example/{'a' * 3000}", "no web address"),
        (f"http://{'a' * 70}.example/", "no host"),
    ],
)
def test_what_is_no_address_to_fetch(address: str, words: str) -> None:
    with pytest.raises(AddingError, match=words):
        target_of(address, public, is_private)


def test_an_address_is_connected_to_where_it_was_checked() -> None:
    target = target_of("https://Báo.example:8443/tin tức".replace(" ", "%20") + "?a=é", public, is_private)
    assert (target.scheme, target.host, target.port, target.ip) == ("https", "xn--bo-mia.example", 8443, "8.8.8.8")
    assert (target.path, target.authority) == ("/tin%20t%E1%BB%A9c?a=%C3%A9", "xn--bo-mia.example:8443")
    with pytest.raises(AddingError, match="lies in this machine"):
        target_of("http://a.example/", lambda _: ["8.8.8.8", "10.0.0.1"], is_private)
    assert target_of("http://a.example/", lambda _: ["10.0.0.1"], None).ip == "10.0.0.1"


@pytest.mark.parametrize(
    ("given", "is_one"),
    [("https://a.example", True), ("ftp://a", True), ("seeds/a.txt", False), ("C:/a.docx", False), ("c://a", False), ("a", False)],
)
def test_what_is_meant_as_an_address(given: str, is_one: bool) -> None:
    assert is_address(given) is is_one


@pytest.fixture
def site() -> Iterator[Site]:
    with news_site() as running:
        yield running


@pytest.mark.slow
def test_a_page_with_its_address_after_redirects(site: Site) -> None:
    site.page("/bai.html", "<p>Xin chào</p>")
    found = site.web().get(site.redirect("/cu", "/bai.html", 301))
    assert (found.address, found.name, found.media_type, found.data) == (
        site.at("/bai.html"),
        "bai.html",
        "text/html; charset=utf-8",
        b"<p>Xin ch\xc3\xa0o</p>",
    )
    assert (found.retrieved or "").endswith("Z")


@pytest.mark.slow
@pytest.mark.parametrize(
    "to", ["http://noibo.example/", "http://127.0.0.9/", "http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd"]
)
def test_no_redirect_leads_inside(site: Site, to: str) -> None:
    site.hosts |= {"127.0.0.9": "127.0.0.9", "169.254.169.254": "169.254.169.254", "::1": "::1"}
    with pytest.raises(AddingError, match=r"lies in this machine|only http"):
        site.web().get(site.redirect("/ra", to))
    with pytest.raises(AddingError, match=r"lies in this machine|only http"):
        site.web().get(to)


@pytest.mark.slow
def test_a_name_that_changes_its_mind_is_checked_again(site: Site) -> None:
    site.page("/a", "x")
    web = site.web()
    web.get(site.at("/a"))
    site.hosts["songxanh.example"] = "10.0.0.1"
    with pytest.raises(AddingError, match="lies in this machine"):
        web.get(site.at("/a"))


@pytest.mark.slow
def test_redirects_in_a_circle_end(site: Site) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    with pytest.raises(AddingError, match="without end"):
        site.web().get(site.at("/a"))
    for number in range(20):
        site.redirect(f"/n{number}", f"/n{number + 1}")
    with pytest.raises(AddingError, match="without end"):
        site.web().get(site.at("/n0"))
    assert len(site.asked) <= 2 + 9


@pytest.mark.slow
def test_one_request_a_second_a_host_and_robots_once(site: Site) -> None:
    robots = []

    def none(handler: BaseHTTPRequestHandler) -> None:
        robots.append(1)
        handler.send_error(404)

    site.pages["songxanh.example", "/robots.txt"] = none
    web = site.web()
    for number in range(3):
        web.get(site.page(f"/{number}", "x"))
    web.get(site.page("/khac", "x", host="hoamai.example"))
    assert robots == [1]
    assert site.slept == [1, 1, 1, 1], "four requests to the first host, two to the second"


@pytest.mark.slow
def test_robots_txt_is_honoured_also_for_redirects(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /kin/\n\nUser-agent: KyYeu\nDisallow: /rieng/\nCrawl-delay: 5\n"
    site.page("/robots.txt", rules, kind="text/plain")
    site.page("/rieng/a", "x")
    site.page("/kin/a", "x")
    web = site.web()
    for address in (site.at("/rieng/a"), site.redirect("/vao", "/rieng/a")):
        with pytest.raises(AddingError, match=r"robots\.txt of songxanh\.example"):
            web.get(address)
    web.get(site.at("/kin/a"))
    assert site.asked == ["songxanh.example/vao", "songxanh.example/kin/a"]
    assert site.slept[-1] == 5
    site.pages["hoamai.example", "/robots.txt"] = (503, {}, b"")
    with pytest.raises(AddingError, match="not ready"):
        web.get(site.page("/a", "x", host="hoamai.example"))


@pytest.mark.slow
def test_a_busy_server_is_asked_again_when_it_says(site: Site) -> None:
    answers = [(429, {"Retry-After": "7"}, b""), (503, {}, b""), (200, {"Content-Type": "text/html"}, b"<p>x</p>")]

    def busy(handler: BaseHTTPRequestHandler) -> None:
        status, headers, body = answers.pop(0)
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    site.pages["songxanh.example", "/ban"] = busy
    assert site.web().get(site.at("/ban")).data == b"<p>x</p>"
    assert 7 in site.slept
    site.pages["songxanh.example", "/luon-ban"] = (429, {"Retry-After": "100000"}, b"")
    with pytest.raises(AddingError, match="status 429"):
        site.web().get(site.at("/luon-ban"))
    assert max(site.slept) == 60


@pytest.mark.slow
@pytest.mark.parametrize(("status", "words"), [(404, "no such page"), (410, "no such page"), (403, "refuses"), (500, "not ready")])
def test_an_answer_that_is_none(site: Site, status: int, words: str) -> None:
    site.pages["songxanh.example", "/a"] = (status, {}, b"")
    with pytest.raises(AddingError, match=words):
        site.web().get(site.at("/a"))


@pytest.mark.slow
def test_endless_slow_and_swollen_answers_end(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65_536)

    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    def silent(_handler: BaseHTTPRequestHandler) -> None:
        time.sleep(2)

    site.pages["songxanh.example", "/vo-tan"] = endless
    with pytest.raises(AddingError, match="larger than 2 MB"):
        site.web().get(site.at("/vo-tan"))
    swollen = gzip.compress(b"\0" * 100_000_000)
    site.pages["songxanh.example", "/phong"] = (200, {"Content-Encoding": "gzip"}, swollen)
    with pytest.raises(AddingError, match="larger than 2 MB"):
        site.web().get(site.at("/phong"))
    site.pages["songxanh.example", "/cham"], site.pages["songxanh.example", "/im"] = slow, silent
    began = time.monotonic()
    # Each limit alone: on a busy machine a slow answer may pause for longer than either.
    with pytest.raises(AddingError, match=r"needs more than"):
        site.web(limits=Limits(wait=30, whole=0.5, tries=1), real_time=True).get(site.at("/cham"))
    with pytest.raises(AddingError, match="does not answer"):
        site.web(limits=Limits(wait=0.3, whole=30, tries=1), real_time=True).get(site.at("/im"))
    assert time.monotonic() - began < 10


@pytest.mark.slow
def test_a_server_that_is_not_there_is_tried_thrice(site: Site) -> None:
    site.page("/a", "x")
    web = site.web()
    web.get(site.at("/a"))
    with pytest.raises(AddingError, match="no host"):
        web.get("http://khong-co.example/")
    before = len(site.slept)
    with pytest.raises(AddingError, match="does not answer"):
        web.get("http://songxanh.example:1/a")
    assert len(site.slept) == before + 1, "robots.txt could not be asked for"


def test_without_its_libraries_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.adding.web.client.find_spec", lambda _name: None)
    with pytest.raises(AddingError, match=r"pip install 'ky-yeu\[add\]'"):
        Web().get("https://bao.example/")
