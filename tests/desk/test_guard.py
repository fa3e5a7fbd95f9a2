"""Nothing is shown or changed for who is not let in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.access import Access
from tests.desk.asking import ORIGIN, PORT, Browser, browser

DECISION = b'{"a": "hoa-mai.txt", "what": "finish"}'


@pytest.fixture
def desk(archive: Path) -> Browser:
    return browser(archive)


def changed(archive: Path) -> bool:
    return (archive / "seeds" / "checks").exists()


@pytest.mark.parametrize("host", ["evil.example:8010", "127.0.0.1:80", "127.0.0.1", "", "127.0.0.1:8010.evil.example", "10.0.0.7:8010"])
def test_another_sites_name_leads_nowhere(desk: Browser, host: str) -> None:
    answer = desk.ask("/", host=host)
    assert answer.status == 421
    assert "hoa" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8010", "localhost:8010", "[::1]:8010"])
def test_the_desks_own_names_are_known(desk: Browser, host: str) -> None:
    assert desk.ask("/", host=host).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x_desk_token": "right"},
        {"origin": ORIGIN},
        {"origin": ORIGIN, "x_desk_token": "0" * 64},
        {"origin": "https://evil.example", "x_desk_token": "right"},
        {"origin": "null", "x_desk_token": "right"},
        {"origin": f"http://127.0.0.1:{PORT + 1}", "x_desk_token": "right"},
        {"origin": ORIGIN, "x_desk_token": "right", "sec_fetch_site": "cross-site"},
        {"origin": ORIGIN, "x_desk_token": "right", "cookie": "kyyeu-desk-8010=guessed"},
        {"origin": ORIGIN, "x_desk_token": "right", "host": "evil.example:8010"},
    ],
)
def test_a_change_needs_session_token_and_origin(archive: Path, desk: Browser, headers: dict[str, str]) -> None:
    given = {name: desk.room.access.token if value == "right" else value for name, value in headers.items()}
    assert desk.ask("/decide", "POST", DECISION, **given).status in {403, 421}
    assert not changed(archive)
    assert desk.ask("/decide", "POST", DECISION, origin=ORIGIN, x_desk_token=desk.room.access.token).status == 200
    assert changed(archive)


def test_a_page_needs_the_key_once(desk: Browser) -> None:
    desk.cookies.clear()
    assert desk.ask("/").status == 403
    assert desk.ask("/?key=wrong").status == 403
    answer = desk.ask(f"/?key={desk.room.access.key}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    sealed = answer.headers["set-cookie"]
    assert "HttpOnly" in sealed
    assert "SameSite=Strict" in sealed
    assert desk.ask("/", cookie=sealed.partition(";")[0]).status == 200


def test_a_password_is_asked_for_and_the_key_does_not_replace_it(archive: Path) -> None:
    desk = browser(archive, "hoa-mai-2022", "0.0.0.0")
    desk.cookies.clear()
    assert desk.ask("/", host="192.168.1.9:8010").status == 401
    assert desk.ask(f"/?key={desk.room.access.key}", host="192.168.1.9:8010").status == 401
    assert desk.ask("/login", "POST", b"password=wrong", host="192.168.1.9:8010", origin="http://192.168.1.9:8010").status == 403
    answer = desk.ask("/login", "POST", b"password=hoa-mai-2022", host="192.168.1.9:8010", origin="http://192.168.1.9:8010")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert desk.ask("/login", "POST", b"password=hoa-mai-2022", origin="https://evil.example").status == 403


def test_a_guesser_of_passwords_must_wait() -> None:
    access = Access("0.0.0.0", 1, "right-one")
    assert [access.is_password("wrong", 0.0) for _ in range(7)] == [False] * 7
    assert not access.is_password("right-one", 0.5)
    assert access.is_password("right-one", 100.0)


def test_every_answer_bears_the_policy(desk: Browser) -> None:
    for answer in (desk.ask("/"), desk.ask("/", host="evil.example:8010"), desk.ask("/static/frame.js"), desk.ask("/nothing")):
        assert "script-src 'self';" in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


def test_what_is_too_large_is_refused_before_it_is_read(desk: Browser) -> None:
    token = desk.room.access.token
    assert desk.ask("/decide", "POST", b"{}", origin=ORIGIN, x_desk_token=token, content_length=str(10**12)).status == 413


@pytest.mark.parametrize("name", ["../mkdocs.yml", "/etc/passwd", "units.yml", "..%2F..%2Fetc%2Fpasswd", "seeds/hoa-mai.txt", ""])
def test_no_other_file_is_shown(desk: Browser, name: str) -> None:
    answer = desk.ask(f"/article?a={name}")
    assert answer.status == 404
    assert "root:" not in answer.text


def test_what_an_article_says_runs_nothing(archive: Path) -> None:
    (archive / "seeds" / "x.txt").write_text(
        "<script>alert(1)</script> tổng kết\n\nSáng 15/01/2022, Đảng ủy phường Hoa Mai tặng giấy khen "
        "cho 3 <img src=x onerror=alert(1)> chi bộ.\n"
    )
    answer = browser(archive).ask("/article?a=x.txt")
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
