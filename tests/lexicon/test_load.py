"""Lexicons: what breaks the schema is told in one line, and a pattern of variants finds what a plain list would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import LexiconError
from generator.lexicon.load import Lexicon, alternatives, lexicon, parse_lexicon, prefix_tree

GOOD = "- {id: bang-khen, label: Bằng khen, variants: [tấm bằng khen, 'BK, thưởng'], source: law, class: form}\n"


def broken(text: str) -> str:
    with pytest.raises(LexiconError) as caught:
        parse_lexicon("mau", text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: a", "not a list of entries"),
        ("", "not a list of entries"),
        ("- [a", "not valid YAML"),
        ("- a", "entry 1 needs id, label and source"),
        (GOOD + "- {id: b, label: B}", "entry 2 needs id, label and source"),
        ("- {id: Bằng, label: B, source: s}", "entry 1: 'Bằng' is not an ASCII slug"),
        ("- {id: a--b, label: B, source: s}", "entry 1: 'a--b' is not an ASCII slug"),
        ("- {id: b, label: B, source: ' '}", "entry b has no source"),
        ("- {id: b, label: B, source: }", "entry b has no source"),
        ("- {id: b, label: ' ', source: s}", "entry b: label and variants must be non-empty text"),
        ("- {id: b, label: B, variants: [''], source: s}", "entry b: label and variants must be non-empty text"),
        ("- {id: b, label: B, variants: [12], source: s}", "entry b: label and variants must be non-empty text"),
        ("- {id: b, label: B, variants: abc, source: s}", "entry b: variants is not a list"),
        ("- {id: b, label: Hòa, variants: [HOÀ], source: s}", "entry b: 'hòa' occurs twice"),
        ("- {id: b, label: a - b, variants: [a – b], source: s}", "entry b: 'a - b' occurs twice"),
        ("- {id: b, label: 'a, b', variants: ['a,b'], source: s}", "entry b: 'a, b' occurs twice"),
        (GOOD + GOOD, "two entries with the id bang-khen"),
        (GOOD + "- {id: b, label: BẰNG KHEN, source: s}", "'bằng khen' is a variant of both bang-khen and b"),
    ],
)
def test_a_error_is_one_line_that_names_file_and_entry(text: str, told: str) -> None:
    message = broken(text)
    assert message.startswith("mau.yml:")
    assert told in message
    assert "\n" not in message


def test_an_entry_as_read() -> None:
    read = parse_lexicon("mau", GOOD)
    (entry,) = read.entries
    assert (entry.id, entry.label, entry.source) == ("bang-khen", "Bằng khen", "law")
    assert entry.variants == ("bằng khen", "tấm bằng khen", "bk, thưởng")
    assert entry.get("class") == "form"
    assert entry.get("until") is None
    assert entry.get("until", 2017) == 2017
    assert read.by_id == {"bang-khen": entry}


@pytest.mark.parametrize("words", ["Bằng khen", "BẰNG\u00a0KHEN", " tấm  bằng\nkhen", "bk,thưởng", "BK , thưởng"])
def test_an_entry_is_found_by_any_spelling(words: str) -> None:
    assert parse_lexicon("mau", GOOD).entry_of(words).id == "bang-khen"


def test_unknown_words_have_no_entry() -> None:
    with pytest.raises(KeyError):
        parse_lexicon("mau", GOOD).entry_of("khen")


def test_every_variant_of_the_pattern_has_its_entry() -> None:
    read = parse_lexicon("mau", GOOD)
    found = re.findall(read.alternatives, "ba tấm bằng  khen, bằng khen; bk,thưởng; bằng khenx")
    assert [read.entry_of(words).id for words in found] == ["bang-khen"] * 3
    assert found[0] == "tấm bằng  khen"


def test_a_lexicon_is_read_once() -> None:
    assert lexicon("award-types") is lexicon("award-types")
    assert isinstance(lexicon("award-types"), Lexicon)


def test_the_longer_of_two_is_preferred_behind_a_comma_too() -> None:
    pattern = re.compile(alternatives(["trong đó", "trong đó,", "trong đó, có"]))
    for text in ("trong đó, có 3", "trong đó,  có 3"):
        match = pattern.search(text)
        assert match is not None
        assert match.group().endswith("có")


def test_a_space_may_be_asked_for_as_it_stands() -> None:
    pattern = re.compile(alternatives(["bằng khen", "bằng"], space=" "))
    assert pattern.findall("bằng khen, bằng  khen, xbằng") == ["bằng khen", "bằng"]


# A comma stands before a space or at the end, as the loader writes it.
WORDS = st.lists(st.text(alphabet="abđ-", min_size=1, max_size=3), min_size=1, max_size=3)
VARIANTS = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", ", "]), st.sampled_from(["", "", ","])).map(lambda one: one[1].join(one[0]) + one[2]),
    min_size=1,
    max_size=8,
)


def plain_list(variants: list[str]) -> str:
    """Return the variants one after the other, longest first, as the tree holds them."""
    ordered = sorted(set(variants), key=lambda one: (-len(one), one))
    return "|".join(re.escape(one).replace(r",\ ", r",\s*").replace(r"\ ", r"\s+") for one in ordered)


@given(VARIANTS, st.text(alphabet="abđ-,  \n", max_size=40), st.data())
def test_property_the_tree_matches_what_a_list_longest_first_matches(variants: list[str], text: str, data: st.DataObject) -> None:
    text += " " + " ".join(data.draw(st.lists(st.sampled_from(variants), max_size=4))) + text
    bare = [match.span() for match in re.finditer(prefix_tree(variants), text)]
    assert bare == [match.span() for match in re.finditer(plain_list(variants), text)]
    whole = [match.span() for match in re.finditer(alternatives(variants), text)]
    assert whole == [match.span() for match in re.finditer(rf"(?<!\w)(?:{plain_list(variants)})(?!\w)", text)]
    verbose = [match.span() for match in re.finditer(alternatives(variants), text, re.VERBOSE)]
    assert verbose == whole


@given(VARIANTS)
def test_property_a_variant_is_matched_whole(variants: list[str]) -> None:
    pattern = re.compile(prefix_tree(variants))
    assert all(pattern.fullmatch(variant) for variant in variants)
