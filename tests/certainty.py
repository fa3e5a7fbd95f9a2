"""Fit how sure a reading is, on labelled articles: writes ``generator/extraction/certainty/weights.yml``.

    python -m tests.certainty --set GOLD ARTICLES [FACTS.jsonl …] [--set …]     fit, measure, write the weights
    python -m tests.certainty --page                                             the page's part, from the weights

Each set is a folder of gold, one of articles, and any number of what earlier versions of the program gave for these articles
(``kyyeu extract``): what a version gave before it was corrected by an article is what it gives on articles never seen. A fact that several
readings give counts once. The seeds and their gold are always among the sets. Nothing of an article is written but counts and a digest.

The model is scikit-learn's logistic regression with a ridge, of which no weight may be above zero: a sign that comes out so is left out,
and the others are fitted anew. The ridge, the signs and the threshold are chosen by cross-validation over
articles, never parting one; so are all measures. Needs scikit-learn (``requirements/fit.txt``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp, log
from pathlib import Path
from typing import Any

import yaml

from generator.evaluation.gold import articles_for, name_of, read_gold
from generator.evaluation.matching import KINDS, Kind, largest_matching
from generator.extraction.certainty import award_signs, person_signs, rating_signs
from generator.extraction.certainty.judging import signs_of
from generator.extraction.certainty.probability import written
from generator.extraction.clauses import ArticleText
from generator.extraction.extract import unweighed
from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.record import facts_to_data
from generator.reading import FORMATS, read
from tests.accuracy import ROOT, SEEDS, write_part
from tests.restored import facts_from_data

WEIGHTS = ROOT / "generator" / "extraction" / "certainty" / "weights.yml"
SIGNS: Mapping[str, tuple[str, ...]] = {"awards": award_signs.SIGNS, "ratings": rating_signs.SIGNS, "people": person_signs.SIGNS}

PRECISE = 0.97  #: how precise facts must be that are marked sure
_RIDGES = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)  # scikit-learn's C
_FOLDS = 10
_BETTER = 0.001  # of the log loss, by which a sign must make it worse to be left out
_BINS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98)
#: What makes two readings of one article the same fact.
_SAYS = ("type", "kind", "count", "names", "status", "subject", "level", "percent", "name")
_HEAD = "# How sure a reading is. Only `python -m tests.certainty` writes this file; see there.\n"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact that a reading gave: its article, its signs, whether the gold holds it, and whether the program gives it now."""

    article: str
    kind: str
    signs: frozenset[str]
    right: bool
    now: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights that were fitted; those of signs left out are zero."""

    intercept: float
    weights: tuple[float, ...]

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability that a fact with the signs in ``row`` (0 or 1 each) is right."""
        total = self.intercept + sum(weight * one for weight, one in zip(self.weights, row, strict=True))
        return 1 / (1 + exp(-total))


def examples(gold: Path, articles: Path, readings: Sequence[Path]) -> Iterator[Weighed]:
    """Yield the facts that the program, and each of the earlier ``readings``, give for the articles of a gold standard."""
    wanted = read_gold(gold)
    earlier = [_by_name(path) for path in readings]
    for name, path in articles_for(list(wanted), articles, list(FORMATS)).items():
        article = read(path, articles)
        told: set[tuple[str, str]] = set()
        given = [unweighed(article)[1], *(facts_from_data(one[name]) for one in earlier if one.get(name, {}).get("text") == article.text)]
        for at, facts in enumerate(given):
            yield from _compared(f"{gold}/{name}", article, facts, wanted[name], told, now=at == 0)


def _by_name(path: Path) -> dict[str, dict[str, Any]]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {name_of(row["source"]["path"]): row for row in rows}


def _compared(
    name: str, article: Article, facts: Facts, gold: Mapping[str, Any], told: set[tuple[str, str]], *, now: bool
) -> Iterator[Weighed]:
    """Yield the facts that the gold speaks about; optional facts are neither right nor wrong, facts in ``told`` are known."""
    data = facts_to_data(facts, str)
    signs = {(kind, place): found for kind, place, found in signs_of(ArticleText(article), facts)}
    for kind in KINDS:
        wanted, given = kind.of_gold(gold), kind.of_record(data)
        if kind.name not in SIGNS or (not wanted and kind.unblamed):
            continue
        pairing = largest_matching(wanted, given, partial(_same, kind))
        optional = {fact for one, fact in pairing.items() if wanted[one].get("optional")}
        for place, fact in enumerate(given):
            says = json.dumps({key: fact[key] for key in _SAYS if key in fact}, sort_keys=True)
            known = (kind.name, says) in told and not now
            told.add((kind.name, says))
            if place not in optional and not known:
                at = next(at for at, one in enumerate(data[kind.name]) if one is fact)
                yield Weighed(name, kind.name, signs[kind.name, at], place in pairing.values(), now)


def _same(kind: Kind, one: Any, other: Any) -> bool:
    return bool(kind.same(one, other, False))


def digest(sets: Iterable[Sequence[Path]]) -> str:
    """SHA-256 over names and bytes of all gold, articles with gold, and earlier readings."""
    sha = hashlib.sha256()
    for gold, articles, *readings in sets:
        found = articles_for(list(read_gold(gold)), articles, list(FORMATS))
        for path in (*sorted(gold.glob("*.yml")), *sorted(found.values()), *readings):
            sha.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return sha.hexdigest()


def fitted(rows: Sequence[Sequence[float]], right: Sequence[bool], ridge: float) -> Fit:
    """Fit a model none of whose weights is above zero. Without a wrong fact, or a right one, all is one probability, held off 0 and 1."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  only fitting needs it

    signs = len(rows[0])
    use = list(range(signs)) if len(set(right)) == 2 else []
    while use:
        model = LogisticRegression(C=ridge, max_iter=5000).fit([[row[at] for at in use] for row in rows], right)
        found = dict(zip(use, (float(one) for one in model.coef_[0]), strict=True))
        if all(weight <= 0 for weight in found.values()):
            return Fit(float(model.intercept_[0]), tuple(found.get(at, 0.0) for at in range(signs)))
        use = [at for at in use if found[at] <= 0]
    share = (sum(right) + 1) / (len(right) + 2)
    return Fit(log(share / (1 - share)), (0.0,) * signs)


def _matrix(signs: Sequence[str], facts: Sequence[Weighed]) -> list[list[float]]:
    return [[float(sign in fact.signs) for sign in signs] for fact in facts]


def held_out(signs: Sequence[str], facts: Sequence[Weighed], ridge: float) -> list[float]:
    """Return the probability of each fact, by ``signs``, from a model that saw no fact of its article."""
    articles = sorted({fact.article for fact in facts}, key=lambda name: hashlib.sha256(name.rsplit("/", 1)[-1].encode()).hexdigest())
    fold = {name: at % _FOLDS for at, name in enumerate(articles)}
    rows = _matrix(signs, facts)
    found = [0.0] * len(facts)
    for one in range(min(_FOLDS, len(articles))):
        inside = [at for at, fact in enumerate(facts) if fold[fact.article] != one]
        model = fitted([rows[at] for at in inside], [facts[at].right for at in inside], ridge)
        for at, fact in enumerate(facts):
            if fold[fact.article] == one:
                found[at] = model.probability(rows[at])
    return found


def loss(facts: Sequence[Weighed], chances: Sequence[float]) -> float:
    """Return the mean log loss: how far the probabilities lie from what is right."""
    return -sum(log(max(1e-9, chance if fact.right else 1 - chance)) for fact, chance in zip(facts, chances, strict=True)) / len(facts)


def lowering(signs: Sequence[str], facts: Sequence[Weighed], ridge: float, chances: list[float]) -> tuple[Sequence[str], list[float]]:
    """Return those of ``signs`` without which the probabilities would be no better, and the probabilities by these."""
    for sign in tuple(signs):
        fewer = [one for one in signs if one != sign]
        without = held_out(fewer, facts, ridge) if fewer and any(sign in fact.signs for fact in facts) else chances
        if loss(facts, without) < loss(facts, chances) - _BETTER:
            signs, chances = fewer, without
    return signs, chances


def threshold(facts: Sequence[Weighed], chances: Sequence[float]) -> float:
    """Return the least probability from which on facts are :data:`PRECISE`; 1 where there is none."""
    for least in sorted({round(chance, 3) for chance in chances}):
        sure = [fact.right for fact, chance in zip(facts, chances, strict=True) if chance >= least]
        if sure and sum(sure) / len(sure) >= PRECISE:
            return least
    return 1.0


def measures(facts: Sequence[Weighed], chances: Sequence[float], least: float) -> dict[str, int]:
    """Return how many ``facts`` there are, how many ``right``, how many ``sure``, and how many of these ``right_and_sure``."""
    sure = [fact.right for fact, chance in zip(facts, chances, strict=True) if chance >= least]
    return {"facts": len(facts), "right": sum(fact.right for fact in facts), "sure": len(sure), "right_and_sure": sum(sure)}


def bins(facts: Sequence[Weighed], chances: Sequence[float]) -> list[dict[str, float]]:
    """Return the calibration: for each range of probabilities how many facts, the mean probability, and how many were right."""
    rows: list[dict[str, float]] = []
    for low, high in zip(_BINS, (*_BINS[1:], 1.01), strict=True):
        inside = [(fact.right, chance) for fact, chance in zip(facts, chances, strict=True) if low <= chance < high]
        if inside:
            mean = sum(one for _, one in inside) / len(inside)
            rows.append({"from": low, "facts": len(inside), "expected": round(mean, 3), "right": sum(right for right, _ in inside)})
    return rows


def fit_kind(kind: str, facts: Sequence[Weighed]) -> dict[str, Any]:
    """Return what the file says of one kind of fact: model, threshold, and the measures by cross-validation."""
    tried = {ridge: held_out(SIGNS[kind], facts, ridge) for ridge in _RIDGES}
    ridge = min(_RIDGES, key=lambda one: (round(loss(facts, tried[one]), 6), one))
    signs, chances = lowering(SIGNS[kind], facts, ridge, tried[ridge])
    least = threshold(facts, chances)
    model = fitted(_matrix(signs, facts), [fact.right for fact in facts], ridge)
    weights = dict(zip(signs, model.weights, strict=True))
    now = [at for at, one in enumerate(facts) if one.now]
    return {
        "threshold": least,
        "intercept": round(model.intercept, 4),
        "weights": {sign: round(weights.get(sign, 0.0), 4) + 0.0 for sign in SIGNS[kind]},
        "ridge": ridge,
        "all": measures(facts, chances, least),
        "now": measures([facts[at] for at in now], [chances[at] for at in now], least),
        "bins": bins(facts, chances),
    }


def fit(sets: Sequence[Sequence[Path]]) -> dict[str, Any]:
    """Return the content of the weights' file, fitted on ``sets`` and the seeds."""
    every = [(SEEDS.gold, SEEDS.articles), *sets]
    facts = [example for gold, articles, *readings in every for example in examples(gold, articles, readings)]
    articles = {fact.article for fact in facts}
    by_kind = {kind: fit_kind(kind, [fact for fact in facts if fact.kind == kind]) for kind in SIGNS}
    return {"digest": digest(every), "articles": len(articles), **by_kind}


_KINDS = {"awards": "Khen thưởng", "ratings": "Xếp loại", "people": "Người"}


def page(told: Mapping[str, Any]) -> str:
    """Return the page's part: how precise what is marked sure was, and how often what had a probability was right."""
    lines = ["| Loại dữ kiện | Dữ kiện | Đúng | Không ghi “chưa chắc” | Trong đó đúng | Giữ lại được |", "|---|--:|--:|--:|--:|--:|"]
    for kind, label in _KINDS.items():
        one = told[kind]["all"]
        shares = (_share(one["right_and_sure"], one["sure"]), _share(one["right_and_sure"], one["right"]))
        lines.append(f"| {label} | {one['facts']} | {one['right']} | {one['sure']} | {' | '.join(shares)} |")
    lines += ["", "| Loại dữ kiện | Xác suất máy cho | Dữ kiện | Máy chờ đợi đúng | Thật sự đúng |", "|---|---|--:|--:|--:|"]
    for kind, label in _KINDS.items():
        rows = told[kind]["bins"]
        for row in rows:
            upper = next((one for one in _BINS if one > row["from"]), 1.0)
            span = f"{_percent(row['from'])} – {_percent(upper)}"
            told_right = f"{_percent(row['expected'])} | {_share(row['right'], row['facts'])}"
            lines.append(f"| {label} | {span} | {row['facts']} | {told_right} |")
    return "\n".join(lines) + "\n"


def _share(part: float, whole: float) -> str:
    return _percent(part / whole) if whole else "–"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the commands of the module's docstring; returns the exit code."""
    cli = argparse.ArgumentParser(prog="python -m tests.certainty", description=str(__doc__).split("\n", maxsplit=1)[0])
    cli.add_argument("--set", dest="sets", nargs="+", action="append", type=Path, metavar="PATH", help="GOLD ARTICLES [FACTS.jsonl …]")
    cli.add_argument("--page", action="store_true", help="write the page's part from the weights")
    options = cli.parse_args(arguments)
    if not options.page and (not options.sets or any(len(folder_pair) < 2 for folder_pair in options.sets)):
        cli.error("--set takes GOLD, ARTICLES and any number of FACTS.jsonl")
    if options.sets:
        told = fit(options.sets)
        WEIGHTS.write_text(
            _HEAD + yaml.safe_dump(told, sort_keys=False, default_flow_style=None, width=140), encoding="utf-8", newline="\n"
        )
        written.cache_clear()
        for kind in SIGNS:
            sys.stdout.write(f"{kind}: threshold {told[kind]['threshold']}, all {told[kind]['all']}, now {told[kind]['now']}\n")
    write_part("certainty", page(written()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
