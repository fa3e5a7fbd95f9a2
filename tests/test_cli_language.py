"""The commands speak Vietnamese or English, all that they say from the word files."""

from __future__ import annotations

import ast
import re
import shlex
from functools import cache
from pathlib import Path

import click
import pytest

from generator import messages
from generator.cli import kyyeu as commands
from generator.cli import main
from generator.cli.help import Command, Group, Option
from generator.cli.language import language_of
from generator.corpus.questions.asking import MERGED
from generator.corpus.questions.awards import DIMENSIONS
from generator.corpus.store.base import TABLES
from generator.corpus.store.schema import SET_ASIDE
from generator.messages import in_language
from generator.reading.damage.choices import ENCODINGS
from generator.rendering.words.labels import labels
from tests.conftest import ARTICLE, ROOT, Kyyeu, new_archive


def below(group: Group) -> dict[str, click.Command]:
    """Return the commands of a group by their names."""
    return {name: found for name in group.places if (found := group.get_command(click.Context(group), name))}


COMMANDS: dict[str, click.Command] = {"kyyeu": commands} | below(commands)
COMMANDS |= {
    f"{name} {inner}": found for name, group in [*COMMANDS.items()][1:] if isinstance(group, Group) for inner, found in below(group).items()
}
#: Words of the help that are names: of options, files, programs, kinds.
CORPUS = (*TABLES, SET_ASIDE, *MERGED, *DIMENSIONS, "evidence", "volumes")  # tables of a corpus, and what awards are counted by
PROGRAMS = ("kyyeu", "mkdocs", "hook", "vi", "en", *commands.places, *(review.key for review in labels().reviews), *CORPUS)
NAMES = re.compile(rf"{'|'.join(sorted((*PROGRAMS, *ENCODINGS), key=len, reverse=True))}|[\w./-]*[./_-][\w./-]*|[A-Z]\w*")


def shown(name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KYYEU_LANGUAGE", language)
    assert main([*([] if name == "kyyeu" else name.split()), "--help"]) == 0
    done = capsys.readouterr()
    assert done.err == ""
    return done.out


@cache
def english() -> set[str]:
    """Return the words of the English help that no Vietnamese help has."""
    told = " ".join(words for key, words in messages._words("en").items() if key.startswith(("commands.", "usage.", "done.")))
    vietnamese = " ".join(words for key, words in messages._words("vi").items() if key.startswith(("commands.", "usage.", "done.")))
    plain = set(re.findall(r"[a-z]+", NAMES.sub(" ", told))) - set(re.findall(r"[^\W\d_]+", vietnamese.lower()))
    return {word for word in plain if len(word) > 1}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_vietnamese_throughout(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    help_of_it = shown(name, "vi", monkeypatch, capsys)
    lines = [line for line in help_of_it.splitlines() if not line.startswith("  kyyeu ")]
    assert set(re.findall(r"[^\W\d_]+", NAMES.sub(" ", "\n".join(lines)))) & english() == set()
    assert len(english()) > 100
    assert all(heading in help_of_it for heading in ("Cách dùng: kyyeu", "Ví dụ:", "Tùy chọn:", "-C THƯ_MỤC"))
    assert not re.search("Usage|Options|Show this|Examples|default:", help_of_it)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_option_has_a_text(name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    help_of_it = shown(name, language, monkeypatch, capsys)
    command = COMMANDS[name]
    for option in command.params:
        with in_language(language), click.Context(command) as context:
            if isinstance(option, click.Option):
                assert isinstance(option, Option)
                record = option.get_help_record(context)
                assert record is not None
                assert re.search(rf"^  {re.escape(record[0])}\s+\S", help_of_it, re.MULTILINE), option.opts
            else:
                assert option.make_metavar(context) in help_of_it
    for line in help_of_it.splitlines():
        assert len(line) <= 95, line


def test_there_are_no_words_for_options_that_are_gone() -> None:
    known = {f"commands.{one.name}.options.{option.name}" for one in COMMANDS.values() for option in one.params}
    told = {key for key in messages._words("en") if re.fullmatch(r"commands\.\w+\.options\.\w+", key)}
    assert told <= known


@pytest.mark.parametrize(
    ("name", "line"),
    [(name, line) for name, one in COMMANDS.items() if isinstance(one, Command) for line, _ in one.examples],
)
def test_examples_can_be_run(name: str, line: str) -> None:
    program, *arguments = shlex.split(re.split(r" [|>]", line)[0])
    if "-C" in arguments:
        at = arguments.index("-C")
        del arguments[at : at + 2]
    assert program == "kyyeu"
    if name != "kyyeu":
        assert arguments[: len(name.split())] == name.split()
    called = next(words for words in (" ".join(arguments[:2]), arguments[0]) if words in COMMANDS)
    COMMANDS[called].make_context(called, arguments[len(called.split()) :])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["convrt"], "không có lệnh 'convrt'; có phải là 'convert' không? (xem 'kyyeu --help')"),
        (["zzz"], "không có lệnh 'zzz' (xem 'kyyeu --help')"),
        (["-C", "."], "thiếu tên lệnh (xem 'kyyeu --help')"),
        (["extract"], "thiếu TỆP... (xem 'kyyeu extract --help')"),
        (
            ["evaluate"],
            "nêu thư mục dữ kiện ghi bằng tay, hoặc dùng --checked (khi đó mới dùng được --export) (xem 'kyyeu evaluate --help')",
        ),
        (["build", "a", "b"], "thừa: 'a b' (xem 'kyyeu build --help')"),
        (["build", "--jason"], "không có tùy chọn --jason (xem 'kyyeu build --help')"),
        (["units", "--jsn"], "không có tùy chọn --jsn; có phải là --json không? (xem 'kyyeu units --help')"),
        (["units", "-x"], "không có tùy chọn -x (xem 'kyyeu units --help')"),
        (["serve", "--address"], "sau --address phải có một giá trị (xem 'kyyeu serve --help')"),
        (["units", "--json=1"], "sau --json không được có giá trị (xem 'kyyeu units --help')"),
        (["serve", "-a", "1"], "--address: '1' không có dạng MÁY:CỔNG, chẳng hạn 127.0.0.1:8000 (xem 'kyyeu serve --help')"),
        (["new", "--language", "fr", "x"], "--language: 'fr' không phải là một trong vi, en (xem 'kyyeu new --help')"),
        (["-C", "nix", "build"], "-C: 'nix' không phải là thư mục (xem 'kyyeu --help')"),
        (["new", "--update", "x", "--language", "en"], "--name, --url và --language chỉ dùng khi tạo kho mới"),
        (["new", "--update", "x", "--name", "y"], "--name, --url và --language chỉ dùng khi tạo kho mới"),
    ],
)
def test_wrong_usage_is_said_in_vietnamese(
    arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KYYEU_LANGUAGE", "vi")
    assert main(arguments) == 2
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.startswith(f"kyyeu: {words}")
    assert done.err.count("\n") == 1


def test_no_text_stands_in_the_code_of_the_commands() -> None:
    """All printed text, including click's, comes from the message files."""
    printing = {
        "echo",
        "say",
        "say_done",
        "secho",
        "BadParameter",
        "UsageError",
        "ClickException",
        "fail",
        "write_text",
        "section",
        "track",
    }
    words = re.compile(r"[^\W\d_]{2}")
    found = []
    for path in sorted((ROOT / "generator" / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [*(node.args if name in printing else ())]
            given += [keyword.value for keyword in node.keywords if keyword.arg in {"help", "short_help", "epilog", "metavar", "prompt"}]
            for one in given:
                parts = one.values if isinstance(one, ast.JoinedStr) else [one]
                texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                found += [f"{path.name}:{node.lineno}: {text}" for text in texts if words.search(text)]
    assert found == []


@pytest.fixture
def archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("KYYEU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, settings in {
        "vi": "theme: {language: vi}",
        "en": "theme: {language: en}",
        "unsaid": "theme: {name: material}",
        "plain": "theme: material",
        "inherits": "INHERIT: ../en/mkdocs.yml",
        "broken": "theme: [",
        "runs": "theme: {language: !!python/name:os.system }",
        "french": "theme: {language: fr}",
        "number": "theme: {language: 1}",
        "bomb": "a: &a [1, 1, 1, 1]\n" + "".join(f"{one}: &{one} [{', '.join([f'*{chr(ord(one) - 1)}'] * 9)}]\n" for one in "bcdefgh"),
    }.items():
        (tmp_path / name / "seeds").mkdir(parents=True)
        (tmp_path / name / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
    (tmp_path / "folder" / "mkdocs.yml").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "language"),
    [
        ("build -C vi", "vi"),
        ("-C en build", "en"),
        ("build -Cvi", "vi"),
        ("-C vi build -C ../en", "en"),
        ("-C empty build -C .. -C vi", "vi"),
        ("-C unsaid build", "vi"),
        ("-C plain build", "vi"),
        ("-C inherits build", "en"),
        ("-C broken build", "en"),
        ("-C runs build", "en"),
        ("-C french build", "en"),
        ("-C number build", "en"),
        ("-C bomb build", "en"),
        ("-C folder build", "en"),
        ("-C empty build", "en"),
        ("-C nowhere build", "en"),
        ("build -C", "en"),
        ("build", "en"),
        ("", "en"),
        ("new x", "vi"),
        ("-C en new x", "vi"),
        ("new x --language vi", "vi"),
        ("new --language=vi x", "vi"),
        ("-C vi new ../x --language en", "en"),
        ("new --language fr x", "vi"),
        ("new --update vi", "vi"),
        ("-C en new --update ../vi", "vi"),
        ("new en", "vi"),
        ("review --kind -C vi", "en"),
        ("extract -- -C vi", "en"),
    ],
)
def test_it_speaks_the_language_of_the_archive(archives: Path, command: str, language: str) -> None:  # noqa: ARG001
    assert language_of(command.split()) == language


@pytest.mark.parametrize(
    ("environment", "command", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "-C empty build", "vi"),
        ({"LANG": "vi"}, "-C broken build", "vi"),
        ({"LANG": "vi_VN.UTF-8"}, "-C en build", "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "build", "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"}, "build", "vi"),
        ({"LANG": "vi_VN", "LC_ALL": ""}, "build", "vi"),
        ({"LANG": "vih_XX"}, "build", "en"),
        ({"LANG": "C.UTF-8"}, "build", "en"),
        ({"KYYEU_LANGUAGE": "vi"}, "-C en build", "vi"),
        ({"KYYEU_LANGUAGE": "EN"}, "-C vi build", "en"),
        ({"KYYEU_LANGUAGE": "xx"}, "-C vi build", "vi"),
        ({"KYYEU_LANGUAGE": "en"}, "new --language vi x", "en"),
        ({"LANG": "en_US.UTF-8"}, "new x", "en"),
        ({"LANG": "en_US.UTF-8"}, "-C vi new x", "en"),
        ({"LANG": "en_US.UTF-8"}, "new --update vi", "vi"),
        ({"LANG": "de_DE.UTF-8"}, "new x", "en"),
        ({"LANG": "POSIX"}, "-C en new x", "vi"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, "new x", "vi"),
    ],
)
def test_the_environment_decides_first_or_last(
    archives: Path,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    command: str,
    language: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(command.split()) == language


def test_a_vietnamese_archive_is_answered_in_vietnamese(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "empty.txt").touch()
    done = kyyeu("convert", "-C", archive, KYYEU_LANGUAGE="", LC_ALL="C")
    assert done.returncode == 3
    assert re.fullmatch(
        r"Đã chuyển 1 bài có \d+ dữ kiện thành \d+ trang \(\d+ tệp mới hoặc có thay đổi\) trong \d+,\d giây; các trang nằm trong .*docs\n"
        r"Còn 1 chỗ không đưa vào được, đã nêu ở trên\n",
        done.stdout,
    )


@pytest.mark.slow
def test_the_pages_do_not_depend_on_the_language_of_messages(kyyeu: Kyyeu, tmp_path: Path) -> None:
    """Skipped files are reported on the pages too, in the language of the site."""
    made = []
    for language in messages.LANGUAGES:
        articles = {"hoa-mai.txt": ARTICLE.encode(), "empty.txt": b"", "x.docx": b"1", "bad.txt": b"Ca \xff\xfe"}
        folder = new_archive(tmp_path / language / "archive", articles)
        assert kyyeu("convert", "-C", folder, KYYEU_LANGUAGE=language).returncode == 3
        made.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert made[0] == made[1]
