"""Output of ``kyyeu units``: entries that can be pasted as they are, like names that are proposed and never decided."""

from __future__ import annotations

import json

from generator.extraction.extract import extract
from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.unit import Standing
from generator.reading import read
from generator.rendering.words.statements import written
from generator.resolution.units.authority import Authority
from generator.resolution.units.proposals import Unsettled, listing, to_data, unsettled
from generator.resolution.units.resolve import resolve
from tests.resolution.naming import SEEDS, authority_of, naming

LISTED = "- {id: quan-uy-hoa-mai, name: Quận ủy Hoa Mai, kind: quan-uy, valid_until: '2025-06-30', source: s}\n"


def found_in(articles: list[tuple[Article, Facts]], known: Authority) -> Unsettled:
    resolved = resolve(articles, known)
    return unsettled({article.source.path: resolved.names(at) for at, (article, _) in enumerate(articles)}, resolved.units, known)


def test_an_unlisted_unit_with_where_it_is_written_and_like_names() -> None:
    articles = [naming(["Quận ủy Hoa Mái", "Công ty Sao"], path=f"seeds/{n}.txt") for n in "ba"]
    known = authority_of(LISTED)
    found = found_in(articles, known)
    assert list(listing(found, written)) == [
        "# 2 organisations that seeds/units.yml does not list; paste those that fit, and correct them:",
        "# in 2 articles, such as seeds/a.txt; written: Công ty Sao",
        "- {id: cong-ty-sao, name: Công ty Sao, kind: doanh-nghiep, source: seeds/a.txt}",
        "# in 2 articles, such as seeds/a.txt; written: Quận ủy Hoa Mái",
        "#   perhaps quan-uy-hoa-mai (Quận ủy Hoa Mai)? if so, add the written form to its variants instead",
        "- {id: quan-uy-hoa-mai-2, name: Quận ủy Hoa Mái, kind: quan-uy, source: seeds/a.txt}",
        "",
        "# 0 names that may mean several organisations, or an unknown one:",
    ]


def test_what_more_articles_name_comes_first() -> None:
    articles = [naming(["Công ty Sao"], path="a"), naming(["Công ty Sao", "Công ty An"], path="b")]
    found = found_in(articles, Authority())
    assert [organisation.unit.id for organisation in found.unlisted] == ["cong-ty-sao", "cong-ty-an"]


def test_an_ambiguous_name_with_its_candidates_and_the_fix() -> None:
    found = found_in([naming(["Quận ủy Hoa Mai", "Quận ủy Hoa Lan", "Quận ủy"], path="x")], Authority())
    assert list(listing(found, written))[-1] == (
        "# x: Quận ủy: quan-uy-hoa-lan, quan-uy-hoa-mai (give the right organisation this source: sites: [x])"
    )
    assert json.loads(json.dumps(to_data(found, written)))["ambiguous"][0]["candidates"] == ["quan-uy-hoa-lan", "quan-uy-hoa-mai"]


def test_pasted_entries_settle_the_seeds() -> None:
    text = (SEEDS / "units.yml").read_text(encoding="utf-8")
    articles = [(one, extract(one)) for one in (read(path, SEEDS.parent) for path in sorted(SEEDS.glob("*.txt")))]
    known = authority_of(text)
    found = found_in(articles, known)
    entries = [organisation.entry(written).replace("kind: quan-uy,", "kind: dang-bo,") for organisation in found.unlisted]
    pasted = authority_of(text + "\n".join(entries) + "\n")
    again = resolve(articles, pasted)
    assert len(found.unlisted) > 5
    assert [name.written for names in again.by_article for name in names.values() if name.standing is Standing.UNLISTED] == []
