"""The maker of articles for measurements: as many as asked, always the same, no two alike."""

from __future__ import annotations

import re
from collections import Counter

from benchmarks.recombining import article, articles, reprinted


def test_articles_differ_and_do_not_depend_on_their_number() -> None:
    made = list(articles(600, seed=3))
    assert len({name for name, _ in made}) == len({text for _, text in made}) == 600
    assert made[:40] == list(articles(40, seed=3))
    assert made[0] != next(articles(1, seed=4))


def test_articles_are_spread_over_years_and_provinces() -> None:
    texts = [text for _, text in articles(600)]
    years = Counter(re.findall(r"\d\d/\d\d/(\d{4})", text)[0] for text in texts)
    assert set(years) >= {str(year) for year in range(2010, 2027)}
    assert max(years.values()) < 80
    assert all(500 < len(text.encode()) < 8_000 for text in texts)


def test_a_reprint_has_the_body_of_an_earlier_article_and_another_headline() -> None:
    made = dict(articles(44, reprints=10))
    copies = [name for name in made if "in-lai" in name]
    assert len(copies) == 4
    for name in copies:
        original = made[f"{name[:9]}.txt"]
        assert made[name].split("\n\n")[0] != original.split("\n\n")[0]
        assert made[name].split("\n\n")[2:-1] == original.split("\n\n")[2:-1]
    assert reprinted(article(5)) == reprinted(article(5))
