"""The numbers on record pages of a built site, beside those counted anew from the facts of the articles.

    python benchmarks/record_sample.py ARCHIVE [SIZE | all]

ARCHIVE is a folder with a built site; SIZE pages (default: 30) of units and as many of persons are drawn from their sorted ids by
``random.Random(20261129)``, or all are taken. The count knows nothing of the program's ledger or pages: it takes the awards in the front
matter of docs/bai/*.md, finds a unit or person in them by the names that the page states, and takes for one award what two articles state
alike. A name without a place (``Tỉnh ủy``) means the unit only in articles to which its page leads. Of the page it reads the HTML.
It prints each number that differs with the facts counted, for a person to say whether the page, the count or a fact is wrong, and ends with
1 if any differs. What it cannot know are wholes and their parts, which a page names beside each row.
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

SEED = 20261129
FEW = 10  #: recipients; as many by one granter are hardly stated twice of two awards
GIVEN = ("granted", "past")
PARTS = {"Nhận": "received", "Trao": "granted", "Công bố tại sự kiện của đơn vị": "announced"}
Fact = dict[str, Any]


@dataclass
class Page:
    """A record page as a reader sees it."""

    id: str
    names: set[str] = field(default_factory=set)  #: its title and other names
    written: set[str] = field(default_factory=set)  #: what articles call it besides
    articles: set[str] = field(default_factory=set)  #: those to which it leads
    numbers: dict[str, int] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)  #: of the table by year and form


def main(arguments: list[str]) -> int:
    """Print the numbers that differ; return the exit code."""
    root, size = Path(arguments[0]), arguments[1] if len(arguments) > 1 else "30"
    articles = {path.stem: front_matter(path) for path in sorted((root / "docs/bai").glob("*.md"))}
    facts = [award | {"article": slug, "of": article} for slug, article in articles.items() for award in article.get("awards") or ()]
    wrong = 0
    for folder, count in (("don-vi", of_unit), ("nguoi", of_person)):
        found = {path.parent.name: path for path in sorted((root / "site" / folder).glob("*--*/index.html"))}
        ids = [key for key in found if key.count("--") == 1 and not key.startswith("nhom--")]
        drawn = ids if size == "all" else random.Random(SEED).sample(ids, min(int(size), len(ids)))
        numbers = 0
        for key in drawn:
            page = read(key, [path for name, path in found.items() if name == key or name.startswith(f"{key}--")])
            counted, rows = count(page, facts, articles)
            stated = {name: page.numbers.get(name, 0) for name in counted}
            numbers += len(counted)
            for name in (name for name in counted if counted[name] != stated[name]):
                wrong += 1
                print(f"{folder}/{key} {name}: page {stated[name]}, counted {counted[name]}")
                print("".join(f"    {shown(row)}\n" for row in rows), end="")
        print(f"{folder}: {numbers} numbers on {len(drawn)} of {len(ids)} pages")
    print(f"{wrong} differ")
    return 1 if wrong else 0


def front_matter(path: Path) -> Fact:
    """Return the text between the first two lines ``---``."""
    text = path.read_text(encoding="utf-8")
    loaded: Fact = yaml.load(text.split("\n---", 1)[0].removeprefix("---"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    return loaded


def read(key: str, paths: list[Path]) -> Page:
    """Return what the pages of a unit or person state: its own, and those of its years."""
    page = Page(key)
    for path in paths:
        (article,) = LexborHTMLParser(path.read_text(encoding="utf-8")).css("article")
        for link in article.css("a[href*='/bai/']"):
            page.articles |= set(re.findall(r"/bai/([\w-]+)/", link.attributes["href"] or ""))
        if path.parent.name == key:
            read_own(page, article)
    return page


def read_own(page: Page, article: LexborNode) -> None:
    """Read names and numbers of the page of a unit or person itself."""
    page.names |= {plain(node.text()) for node in article.css("h1")}
    for node in article.css(".ky-standing li, .ky-meta"):
        head, _, words = node.text(strip=True).partition("Tên khác" if "Tên khác" in node.text() else "Bài báo còn gọi là")
        if words and not head:
            (page.names if "Tên khác" in node.text() else page.written).update(plain(name) for name in re.split(r"[;:]", words))
    for row in article.css(".ky-record tbody tr"):
        name, awards, recipients = ([own_words(cell) for cell in row.css("td")] + ["", "", ""])[:3]
        if name in PARTS:
            page.numbers[PARTS[name]] = number(awards)
            page.numbers[f"{PARTS[name]}, recipients"] = number(recipients)
    for paragraph in article.css("p"):
        if found := re.match(r"([\d.]+) (bài báo|lần được khen)", paragraph.text(strip=True, separator=" ").replace("  ", " ")):
            page.numbers["articles" if found[2] == "bài báo" else "received"] = number(found[1])


def own_words(cell: LexborNode) -> str:
    """Return the words of a cell without its remarks."""
    return cell.text(deep=False).strip() or cell.text(strip=True)


def plain(name: str) -> str:
    """Return ``name`` without marks, capitals and signs."""
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(char for char in bare if not unicodedata.combining(char))))


def of_unit(page: Page, facts: list[Fact], articles: dict[str, Fact]) -> tuple[dict[str, int], list[Fact]]:
    """Count the awards of a unit and the articles about it."""
    hosted = {slug for slug, article in articles.items() if any(unit["id"] == page.id for unit in article.get("unit") or ())}
    rows: dict[str, list[Fact]] = {"received": [], "granted": [], "announced": []}
    for fact in filter(counts, facts):
        names = page.names | page.written if fact["article"] in page.articles | hosted else page.names
        gets = any(plain(name) in names for name in fact["names"])
        if gets:
            rows["received"].append(fact)
        if grants(page, fact, names):
            rows["granted"].append(fact | {"granted_by": page.id})
        elif fact["article"] in hosted and not gets:
            rows["announced"].append(fact)
    counted = {"articles": len(hosted), "received": len(once(rows["received"]))}
    for part in ("granted", "announced"):
        given = rows[part] = [fact for fact in once(rows[part]) if fact["status"] == "granted"]
        counted |= {part: len(given), f"{part}, recipients": sum(fact["count"] or 0 for fact in given if not fact["approximate"])}
    return counted, [fact for part in rows.values() for fact in part]


def grants(page: Page, fact: Fact, names: set[str]) -> bool:
    """Return whether a unit is who grants: by a name, by who heads it, or by the first words of its name in an article of its page."""
    name = plain_of(fact, "granted_by")
    headed = re.sub(r"^(?:bo truong|chu tich|giam doc|bi thu|tong giam doc) ", "", name)
    own = fact["article"] in page.articles and not re.search(r" (?:tinh|huyen|quan|xa|phuong|thanh pho)$", name)
    shortened = own and " " in name and any(title.startswith(f"{name} ") for title in page.names)
    return bool(name) and (name in names or headed in names or f"bo {headed}" in names or shortened)


def of_person(page: Page, facts: list[Fact], _: dict[str, Fact]) -> tuple[dict[str, int], list[Fact]]:
    """Count the awards of a person in the articles to which the page leads."""
    names = page.names | page.written
    mine = (fact for fact in facts if counts(fact) and fact["article"] in page.articles and names & set(map(plain, fact["names"])))
    rows = once(list(mine))
    return {"received": len(rows)}, rows


def counts(fact: Fact) -> bool:
    """Return whether an award was given, and its reading is certain."""
    return fact["status"] in GIVEN and fact["sure"] and not fact["type"].startswith("tang-") and fact["type"] != "tien-thuong"


def once(facts: list[Fact]) -> list[Fact]:
    """Return each award once: one that another article, or another sentence, states alike is the same."""
    found: list[Fact] = []
    for fact in facts:
        if not any(alike(other, fact) for other in found):
            found.append(fact)
    return found


def alike(one: Fact, other: Fact) -> bool:
    """Return whether two facts state one award: its form, its recipients, its years and its occasion agree as far as both state them."""
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
    again = one["granted_by"] and one["granted_by"] == other["granted_by"] and one["count"] == other["count"] and (one["count"] or 0) >= FEW
    return bool(again or (day[0] is not None and day[0] == day[1]) or "past" in {one["status"], other["status"]})


def agree(one: object, other: object) -> bool:
    """Return whether two values are one, or one is not stated."""
    return not one or not other or one == other


def plain_of(fact: Fact, key: str) -> str:
    """Return the name at ``key`` as it is compared."""
    return plain(fact[key] or "")


def number(words: str | None) -> int:
    """Return the first number in ``words``; 0 where there is none."""
    digits = re.search(r"\d[\d.]*", words or "")
    return int(digits[0].replace(".", "")) if digits else 0


def shown(fact: Fact) -> str:
    """Return a fact on a line."""
    fields: Iterator[str] = (f"{key}={fact[key]}" for key in ("type", "rank", "kind", "count", "names", "granted_by", "years", "status"))
    return f"bai/{fact['article']}: {' '.join(fields)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
