"""A page that is lent again is as a new one would be, and tells only what went wrong since."""

from __future__ import annotations

from tests.browser.windows import Windows

STATE = """() => [localStorage.getItem('kept'), sessionStorage.getItem('kept'), matchMedia('print').matches,
  matchMedia('(prefers-color-scheme: dark)').matches]"""


def test_a_page_comes_back_as_a_new_one(windows: Windows, address: str) -> None:
    with windows.lent(address) as (page, _):
        page.goto("robots.txt")
        page.evaluate("() => { localStorage.setItem('kept', '1'); sessionStorage.setItem('kept', '1') }")
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(STATE) == ["1", "1", True, True]
    with windows.lent(address) as (again, _):
        assert (again, again.url) == (page, "about:blank")
        again.goto("robots.txt")
        assert again.evaluate(STATE) == [None, None, False, False]


def test_a_page_that_was_changed_for_good_is_lent_to_nobody_else(windows: Windows, address: str) -> None:
    with windows.lent(address) as (page, _):
        page.add_init_script("window.kept = 1")
        page.goto("robots.txt")
    assert page.is_closed()
    with windows.lent(address) as (page, _):
        page.context.grant_permissions(["clipboard-read"])
        page.goto("robots.txt")
    assert page.is_closed()
    with windows.lent(address) as (page, _):
        page.goto("robots.txt")
        assert page.evaluate("'kept' in window") is False


def test_each_is_told_its_own_errors(windows: Windows, address: str) -> None:
    with windows.lent(address) as (page, errors):
        page.goto("robots.txt")
        with page.expect_console_message():
            page.evaluate("console.error('x')")
    assert errors == ["console: x"]
    with windows.lent(address) as (page, errors):
        page.goto("robots.txt")
    assert errors == []


def test_two_at_once_are_two(windows: Windows, address: str) -> None:
    with windows.lent(address) as (one, _), windows.lent(address) as (other, _):
        assert one is not other
        one.goto("robots.txt")
        other.goto("robots.txt")
    assert (one.is_closed(), other.is_closed()) == (True, False), "one is enough to keep"
