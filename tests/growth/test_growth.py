"""Four times the text costs at most six times the CPU, whatever it says: no work grows with the square of the length.

Ratios of CPU time, so neither the machine nor its load matters; how many seconds a MB cost, benchmarks/hostile.py measures.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import ROOT
from tests.growth.measure import HEAD, combinations, converted, extracted, read_phrases, repeated, seconds, varied, warm

TIMES, MOST = 4, 6.0
SMALL = 50_000  # bytes of UTF-8
ROUNDS = 3
QUICK = 0.05  # seconds of CPU in which a long text, refused at once, took no time to speak of
PHRASES = read_phrases()
COMBINATIONS = combinations(PHRASES, 60, seed=12)
#: What once took quadratic time and shows it early; the others of "slow" need longer texts for it.
ONCE_SLOW = ("rating-sentence", "rating-dot", "history", "spans", "mixed")
FIRST = 2  #: how many of a list are measured in the first tier
LONG = ("figure-d", "figure-k", "rating-n", "doc-k")

Fill = Callable[[str, int], str]


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm(extracted, PHRASES)


def check(work: Callable[[str], object], fill: Fill, words: str, small: int = SMALL) -> None:
    """Assert the growth; a measurement that says otherwise is repeated, for what disturbs one only adds to it."""
    short, long = fill(words, small), fill(words, TIMES * small)
    least = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        least = [min(before, seconds(work, text)) for before, text in zip(least, (short, long), strict=True)]
        if least[1] <= MOST * least[0] or least[1] < QUICK:
            return
    pytest.fail(f"{TIMES} times the text takes {least[1] / least[0]:.1f} times the CPU ({least[0]:.2f} s, {least[1]:.2f} s)")


def seeds(_: str, size: int) -> str:
    """Return the text of the seeds, again and again."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    return (text + "\n\n") * (size // len(text.encode()))


@pytest.mark.parametrize("name", [one if at < FIRST else pytest.param(one, marks=pytest.mark.slow) for at, one in enumerate(ONCE_SLOW)])
def test_what_was_once_slow_grows_as_its_text(name: str) -> None:
    check(extracted, repeated, PHRASES[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["award-par", "award-dot", "spans"])
def test_ever_new_awards_cost_no_more_than_their_text(name: str) -> None:
    check(extracted, varied, PHRASES[name])


@pytest.mark.parametrize("name", list(COMBINATIONS)[:FIRST])
def test_combinations_grow_as_their_text(name: str) -> None:
    check(extracted, repeated, COMBINATIONS[name])


@pytest.mark.slow
def test_conversion_grows_as_its_text() -> None:
    converted(HEAD)  # templates are compiled
    check(converted, seeds, "", 2 * SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_grows_as_its_text(name: str) -> None:
    check(extracted, repeated, PHRASES[name], 2 * SMALL)
    if varied(PHRASES[name], 2000) != repeated(PHRASES[name], 2000):
        check(extracted, varied, PHRASES[name], 2 * SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_long_texts_grow_no_faster(name: str) -> None:
    check(extracted, repeated, PHRASES[name], 10 * SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(COMBINATIONS)[FIRST:])
def test_more_combinations_grow_as_their_text(name: str) -> None:
    check(extracted, repeated, COMBINATIONS[name], 2 * SMALL)
    check(extracted, varied, COMBINATIONS[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", [*ONCE_SLOW, *LONG, "award-par", "nl-num", "unit-comma", "dongchi-role"])
def test_conversion_of_what_tells_many_facts_grows_as_its_text(name: str) -> None:
    converted(HEAD)
    check(converted, repeated, PHRASES[name], 2 * SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["decision-dot", "decision-list"])
def test_conversion_of_ever_new_decisions_grows_as_its_text(name: str) -> None:
    converted(HEAD)
    check(converted, varied, PHRASES[name])
