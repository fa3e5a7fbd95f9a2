"""All messages of the program come from the message files, which hold nothing else."""

from __future__ import annotations

import pytest

import generator
from generator import messages
from generator.messages import FORMS, LANGUAGES, placeholders
from tests.conftest import ROOT
from tests.messages.spoken import literals, sources, uses, words_outside

SOURCES = sources(ROOT / "generator")
_WORDS = messages._words(LANGUAGES[0])


def test_nothing_is_said_outside_the_word_files() -> None:
    found = [
        f"{path}:{line}: {words!r}"
        for path, source in SOURCES.items()
        for line, words in words_outside(source, site=path.startswith(("rendering/", "desk/")))
    ]
    assert found == []


def base(key: str) -> str:
    """Return the key by which ``message`` finds the word at ``key``, which may be one of its forms."""
    above, _, form = key.rpartition(".")
    return above if form in FORMS and all(f"{above}.{one}" in _WORDS for one in FORMS) else key


@pytest.mark.parametrize(
    "code",
    [
        'raise ReadingError("the file is empty", path=path)',
        'raise ReadingError(message("text.empty"), path=path, fix="put an article in it")',
        'raise ReadingError(f"byte {byte} is wrong")',
        'raise errors.PublishingError("cannot be written: " + reason)',
        'raise Unfit(node, message("values.words"), "write them")',
        'raise Unfit("this is empty", message("rows.fix.empty"), 3)',
        'errors.append(Error(3, "unknown key", message("rows.fix.empty")))',
        'raise Stale(message("a.b"), "remove it")',
        'raise PluginError("the build stopped")',
        'raise click.UsageError("there is no such option")',
        'click.echo("done")',
        'click.echo(printable(f"{target}: made"))',
        'say(f"{n} pages")',
        'log.warning("another run works here")',
        'click.option("--json", is_flag=True, help="Print one JSON object")',
        'def listing(found):\n    yield f"# {len(found)} organisations"',
        'def listing(found):\n    lines = ["", "Nothing is left." if found else ""]',
        'def table(found):\n    lines.append(f"{one} match")',
        'told(words, fix=message("a.b") if x else "read it again")',
    ],
)
def test_words_in_the_code_are_found(code: str) -> None:
    assert list(words_outside(code))


@pytest.mark.parametrize(
    "code",
    [
        'raise ReadingError(message("text.empty"), path="seeds/units.yml", fix=message("text.fix.empty"))',
        'raise ValueError(f"not a span: {start}")',
        'raise YamlError("twice", 3, key=key)',
        'click.echo(json_line({"kind": kind}))',
        'say(str(message("commands.pages", n=pages)))',
        'log.warning("%s", error)',
        'click.echo(f"{path}: {error}")',
    ],
)
def test_what_is_no_message_is_let_be(code: str) -> None:
    assert list(words_outside(code)) == []


def test_every_key_in_the_code_is_in_the_word_files_and_is_filled() -> None:
    unknown, unfilled = [], []
    for path, source in SOURCES.items():
        for use in uses(source):
            found = [key for key in _WORDS if use.key.fullmatch(base(key)) or use.key.fullmatch(key)]
            if not found:
                unknown.append(f"{path}:{use.line}: {use.key.pattern}")
            if use.values is None or ".+" in use.key.pattern:
                continue
            for key in found:
                lacking = placeholders(_WORDS[key]) - use.values
                unfilled += [f"{path}:{use.line}: {key} lacks {sorted(lacking)}"] if lacking else []
    assert unknown == []
    assert unfilled == []


def test_every_key_in_the_word_files_is_used() -> None:
    patterns = {use.key for source in SOURCES.values() for use in uses(source)}
    strings = frozenset[str]().union(*map(literals, SOURCES.values()))
    assert sorted(key for key in map(base, _WORDS) if key not in strings and not any(pattern.fullmatch(key) for pattern in patterns)) == []


def test_a_use_tells_its_key_and_its_values() -> None:
    code = 'message("a.b" if x else f"a.{c}.d", n=1, **rest); message("a.e", path=p)'
    one, other, last = uses(code)
    assert one.key.fullmatch("a.b")
    assert other.key.fullmatch("a.c.d")
    assert not other.key.fullmatch("a.d")
    assert one.values is None
    assert last.values == frozenset({"path"})


def test_the_package_looked_at_is_the_one_that_runs() -> None:
    assert generator.__file__ == str(ROOT / "generator" / "__init__.py")
    assert len(SOURCES) > 100
