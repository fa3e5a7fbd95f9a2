"""The sentences that tests invented, with all that is read in them: ``tests/golden/sentences/``.

    python -m tests.sentences [NAME…]

renews the files (of these names only): it keeps their texts, reads them anew, and adds those of the tests, the cases and the rules'
examples that are not there yet. Read the difference (``git diff tests/golden/sentences``): each changed line is a changed reading.

``layouts`` has whole articles, each a group, with their parts instead of their facts; what is added there is written by hand and renewed.

A file has groups of texts; a group is read as one article, so that what is read in one text may depend on those before it. A line of text
begins with ``| ``, what is read with two spaces. A text is in one file only, and new texts come into groups of their own.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.extraction.extract import extract
from generator.model.article import Article, Source
from generator.model.facts import CERTAINTY, Decision, Fact, FactKind, Role
from generator.model.record import value_fields
from generator.model.span import Span
from generator.model.statement import Statement, Term
from generator.reading.text import article_from_text
from generator.yaml_documents import load_packaged
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "golden" / "sentences"
BESIDE = 5  #: texts of a group
LONG = 25  #: characters of a text that is more than a word or a name
SHOWN = 40  #: characters of evidence that are shown whole
_PATTERN = re.compile(r"\(\?|\\[swdWb]|\]\)|[)\]][*?+]|\{\w+\}")  #: what regular expressions and templates have
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")


def groups(file: Path) -> list[str]:
    """Return the texts of a file's groups."""
    whole = file.read_text(encoding="utf-8").split("\n\n")
    return ["\n".join(line[2:] for line in group.splitlines() if line.startswith("|")) for group in whole]


def reading(text: str, of_article: bool) -> str:
    """Return a group as the files have it: the text with all that is read in it; of the article itself only if ``of_article``."""
    article = article_from_text(text, Source("a.txt", "0" * 64, "text"))
    lines = [f"| {line}".rstrip() for line in text.split("\n")]
    lines += (f"  {line}" for line in (_of_article(article) if of_article else _facts(article)))
    return "\n".join(lines)


def _of_article(article: Article) -> Iterator[str]:
    """Yield what is read of an article before its facts."""
    yield f"title: {article.title}{'' if article.title_is_headline else ' (no headline)'} {_quote(article, article.title_span)}"
    for name in ("published", "byline"):
        span = getattr(article, f"{name}_span")
        if getattr(article, name) is not None:
            yield f"{name}: {getattr(article, name)} {'' if span is None else _quote(article, span)}".rstrip()
    if article.source.stated():
        yield f"source: {article.source.stated()}"
    if article.text.count("\n") and article.joins:
        yield f"joins: {[*article.joins]}"
    for block in article.blocks:
        yield f"{block.kind}{block.level or ''}: {_quote(article, block.span)}"


def _facts(article: Article) -> Iterator[str]:
    facts = extract(article)
    for kind in FactKind:
        for fact in facts.of_kind(kind):
            yield _fact(article, kind, fact)
        if kind is FactKind.UNITS and facts.years:
            yield f"years: {' '.join(map(str, facts.years))}"


def _fact(article: Article, kind: FactKind, fact: Fact) -> str:
    """Return a fact as one line: the fields that say something, why, and the ends of its evidence."""
    fields = {name: getattr(fact, name) for name in value_fields(type(fact)) if name not in CERTAINTY}
    said = [f"{name}={_value(value)}" for name, value in fields.items() if value not in (None, (), False)]
    said += [f"({inference.field}: {_value(inference.basis)})" for inference in fact.inferred]
    if not getattr(fact, "sure", True):
        said.append(f"(doubt: {_value(getattr(fact, 'doubt', None))})")
    return " ".join([f"{kind}:", *said, fact.rule, *(_quote(article, span) for span in fact.evidence)])


def _value(value: Any) -> str:
    match value:
        case Statement(key=key, parts=parts):
            return " ".join([key.partition(".")[2], *(f"{name}={_value(part)}" for name, part in parts)])
        case Term(table=table, id=id):
            return f"{table}.{id}"
        case tuple():
            return f"[{'; '.join(map(_value, value))}]"
        case Role(title=title, unit=unit, written=written):
            return " / ".join(filter(None, (title, unit, written)))
        case Decision(number=number, date=date, issuer=issuer):
            return " / ".join(filter(None, (number, date, issuer)))
    return str(value)


def _quote(article: Article, span: Span) -> str:
    """Return the words of a span, of many only the first and the last."""
    words = re.sub(r"\s+", " ", span.of(article.text))
    return f"«{words}»" if len(words) <= SHOWN else f"«{words[: SHOWN // 2]}…{words[-SHOWN // 2 :]}»"


def texts() -> dict[str, list[str]]:
    """Return the texts that tests invented, by the file that they belong to."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests" / "extraction" / "cases").glob("*.yml")):
        found[path.stem] = [case["text"] for case in load_packaged(path.read_text(encoding="utf-8"))]
    for top in (ROOT / "tests" / "extraction", ROOT / "generator" / "extraction"):
        for path in sorted(top.rglob("*.py")):
            inner = path.relative_to(top).parts
            found.setdefault(f"of-{inner[0] if len(inner) > 1 else 'all'}", []).extend(_strings(path))
    found["layouts"] = []
    return {name: [text for text in map(_plain, some) if text] for name, some in found.items()}


def _strings(path: Path) -> Iterator[str]:
    """Yield the texts in a module that are Vietnamese and more than a name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            text = node.value.replace("[[", "").replace("]]", "")
            if len(text) >= LONG and " " in text and _VIETNAMESE.search(text.lower()) and not _PATTERN.search(text):
                yield text


def _plain(text: str) -> str:
    """Return a text as the files can hold it: without lines at its ends, and only what a source may contain."""
    return "" if re.search("[^\n -\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u2026]", text) else text.strip("\n")


def renewed(name: str, new: Iterable[str], of_article: bool) -> str:
    """Return a file read anew, with the texts that it lacks behind the others."""
    file = FOLDER / f"{name}.txt"
    old = groups(file) if file.exists() else []
    known = "\n".join(old)
    lacking = list(dict.fromkeys(text for text in new if "\n".join(line.rstrip() for line in text.split("\n")) not in known))
    size = 1 if of_article else BESIDE
    old += ["\n\n".join(lacking[at : at + size]) for at in range(0, len(lacking), size)]
    return "\n\n".join(reading(text, of_article) for text in old) + "\n"


def main(names: Sequence[str]) -> None:
    """Renew the files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, new in texts().items():
        if not names or name in names:
            (FOLDER / f"{name}.txt").write_text(renewed(name, new, name == "layouts"), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
