"""The numbers on a sample of record pages, beside those counted anew from the facts of the articles.

    python benchmarks/record_sample.py ARCHIVE [SIZE]

ARCHIVE is a folder whose pages were made (`kyyeu convert`); SIZE pages (default: 30) of units and as many of persons are drawn from their
sorted ids by ``random.Random(20261129)``. The count knows nothing of the program's ledger or pages: it takes the awards in the front matter
of docs/bai/*.md, finds a unit or person in them by the names that the page states, and takes for one award what two articles tell alike.
It prints each number that differs with the facts counted, for a person to say whether the page, the count or a fact is wrong, and ends with
1 if any differs.
"""

from __future__ import annotations

import html
import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SEED = 20261129
FEW = 10  #: recipients; as many by one granter are hardly told twice of two awards
GIVEN = ("granted", "past")
Fact = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Print the numbers that differ; return the exit code."""
    docs, size = Path(arguments[0]) / "docs", int(arguments[1]) if len(arguments) > 1 else 30
    articles = {path.stem: front_matter(path) for path in sorted((docs / "bai").glob("*.md"))}
    facts = [award | {"article": slug, "of": article} for slug, article in articles.items() for award in article.get("awards") or ()]
    wrong = 0
    for folder, count in (("don-vi", unit_numbers), ("nguoi", person_numbers)):
        pages = {path.stem: path.read_text(encoding="utf-8").split("\n---", 1)[1] for path in (docs / folder).glob("*.md")}
        ids = sorted(key for key, text in pages.items() if is_record(key, text))
        for key in random.Random(SEED).sample(ids, min(size, len(ids))):
            stated, counted, rows = count(key, pages[key], facts, articles)
            if stated != counted:
                wrong += 1
                print(f"{folder}/{key}: page {stated}, counted {counted}")
                print("".join(f"    {shown(row)}\n" for row in rows), end="")
        print(f"{folder}: {min(size, len(ids))} of {len(ids)} pages")
    print(f"{wrong} differ")
    return 1 if wrong else 0


def front_matter(path: Path) -> Fact:
    """Return what stands between the first two lines ``---``."""
    text = path.read_text(encoding="utf-8")
    loaded: Fact = yaml.load(text.split("\n---", 1)[0].removeprefix("---"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    return loaded


def is_record(key: str, text: str) -> bool:
    """Return whether a page is one of a unit or person, not a list, a year or several namesakes."""
    return "--" in key and not key.startswith("nhom--") and "ky-years-of-one" not in text and bool(re.search(r"(?m)^# ", text))


def plain(name: str) -> str:
    """Return ``name`` without marks, capitals and signs."""
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(char for char in bare if not unicodedata.combining(char))))


def names_on(text: str) -> set[str]:
    """Return the title of a page and the other names that it states."""
    title = re.findall(r"(?m)^# (.+)$", text)[0]
    others = re.findall(r"(?:Tên khác|Bài báo còn gọi là)[^\n]*?</span>\s*([^\n]+)", text)
    names = [title, *(name for line in others for name in re.split(r"[;,·]", html.unescape(re.sub(r"<[^>]+>", "", line))))]
    return {key for name in names if (key := plain(html.unescape(name)))}


def unit_numbers(key: str, text: str, facts: list[Fact], articles: dict[str, Fact]) -> tuple[Any, Any, list[Fact]]:
    """Return awards received, granted and announced with the recipients of both, and the articles about the unit: stated and counted."""
    names = names_on(text)
    hosted = {slug for slug, article in articles.items() if any(unit["id"] == key for unit in article.get("unit") or ())}
    received, granted, announced = [], [], []
    for fact in facts:
        if not counts(fact):
            continue
        if any(plain(name) in names for name in fact["names"]):
            received.append(fact)
        if fact["granted_by"] and plain(fact["granted_by"]) in names:
            granted.append(fact | {"granted_by": key})
        elif fact["article"] in hosted and not any(plain(name) in names for name in fact["names"]):
            announced.append(fact)
    parts = [once(part) for part in (received, granted, announced)]
    given = [[fact for fact in part if fact["status"] == "granted"] for part in parts[1:]]
    sums = ((len(part), sum(fact["count"] or 0 for fact in part if not fact["approximate"])) for part in given)
    counted = (len(hosted), len(parts[0]), *sums)
    told = re.search(r"\*\*([\d.]+)\*\* bài báo", text)
    stated = (number(told and told[1]), cell(text, "Nhận")[0], cell(text, "Trao"), cell(text, "Công bố tại sự kiện của đơn vị"))
    return stated, counted, [*parts[0], *given[0], *given[1]]


def person_numbers(_: str, text: str, facts: list[Fact], __: dict[str, Fact]) -> tuple[Any, Any, list[Fact]]:
    """Return the awards of a person, stated and counted: those of articles to which the page leads."""
    names, there = names_on(text), set(re.findall(r"\.\./bai/([\w-]+)\.md", text))
    rows = once([fact for fact in facts if counts(fact) and fact["article"] in there and names & set(map(plain, fact["names"]))])
    found = re.search(r"\*\*([\d.]+)\*\* lần được khen", text)
    return number(found and found[1]), len(rows), rows


def counts(fact: Fact) -> bool:
    """Return whether an award was given, and its reading is certain."""
    return fact["status"] in GIVEN and fact["sure"] and fact["type"] != "qua"


def once(facts: list[Fact]) -> list[Fact]:
    """Return each award once: one that another article, or another sentence, tells alike is the same."""
    found: list[Fact] = []
    for fact in facts:
        same = next((other for other in found if alike(other, fact)), None)
        if same is None:
            found.append(fact)
    return found


def alike(one: Fact, other: Fact) -> bool:
    """Return whether two facts tell one award: its form, its recipients, its years and its occasion agree as far as both state them."""
    if (one["type"], one["rank"]) != (other["type"], other["rank"]) or not agree(
        plain_of(one, "granted_by"), plain_of(other, "granted_by")
    ):
        return False
    if not agree(one["count"], other["count"]) or not agree(tuple(one["years"]), tuple(other["years"])):
        return False
    if one["names"] and other["names"] and not set(map(plain, one["names"])) & set(map(plain, other["names"])):
        return False
    if one["article"] == other["article"]:
        return one["kind"] == other["kind"] and agree(one["standard"], other["standard"]) and one["names"] == other["names"]
    day = one["of"].get("event_page"), other["of"].get("event_page")
    told = one["granted_by"] and one["granted_by"] == other["granted_by"] and one["count"] == other["count"] and (one["count"] or 0) >= FEW
    return bool(told or (day[0] is not None and day[0] == day[1]) or "past" in {one["status"], other["status"]})


def agree(one: object, other: object) -> bool:
    """Return whether two values are one, or one is not stated."""
    return not one or not other or one == other


def plain_of(fact: Fact, key: str) -> str:
    """Return the name at ``key`` as it is compared."""
    return plain(fact[key] or "")


def cell(text: str, part: str) -> tuple[int, int]:
    """Return awards and recipients in the row ``part`` of a unit's table of numbers."""
    row = re.search(rf"(?m)^\| {re.escape(part)} \| ([^|]+)\| ([^|]+)\|", text)
    return (number(row[1]), number(row[2])) if row else (0, 0)


def number(words: str | None) -> int:
    """Return the first number in ``words``; 0 where there is none."""
    digits = re.search(r"\d[\d.]*", html.unescape(words or ""))
    return int(digits[0].replace(".", "")) if digits else 0


def shown(fact: Fact) -> str:
    """Return a fact on a line."""
    fields: Iterator[str] = (f"{key}={fact[key]}" for key in ("type", "rank", "kind", "count", "names", "granted_by", "years", "status"))
    return f"bai/{fact['article']}: {' '.join(fields)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
