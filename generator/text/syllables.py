"""Vietnamese syllables by spelling: an onset, a rhyme, a tone. Stricter than the syllables accepted in names of persons.

Rhymes and onsets follow Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977). Both tone placements (``hòa``, ``hoà``) are accepted;
which letter has the tone is not checked further.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

_ONSET_LIST = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh
    êp êt êu êng êc i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơu u ua uâc
    uân uâng uât uây uc uê uêch uênh uêt uêu ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh ych yn ym uơn uơt
"""
ONSETS = frozenset({"", *_ONSET_LIST.split()})  #: The consonants before a rhyme; ``gi`` and ``qu`` hold their vowel letter.
RHYMES = frozenset(_RHYME_LIST.split())  #: What follows the onset, without its tone.
STOPPED = ("c", "ch", "p", "t")  #: Rhymes that end so bear no tone but sắc and nặng.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LONGEST = 7  # letters: nghiêng


@lru_cache(maxsize=65536)
def is_vietnamese_syllable(word: str) -> bool:
    """Return whether ``word``, in any letter case and normal form, is spelled as a Vietnamese syllable."""
    if not word or len(word) > 3 * _LONGEST:
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if char in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    if len(bare) > _LONGEST:
        return False
    return any(_stands(bare[at:], tones) for at in range(min(4, len(bare))) if bare[:at] in ONSETS) or (
        bare.startswith("gi") and _stands(bare[1:], tones)  # gì, gìn, giếng: one i for both
    )


def _stands(rhyme: str, tones: list[str]) -> bool:
    return rhyme in RHYMES and (not rhyme.endswith(STOPPED) or not tones or tones[0] in "\u0301\u0323")


def bare(word: str) -> str:
    """Return ``word`` in lower case without diacritics; the placeholder of a lost letter is kept."""
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()).replace("đ", "d") if not unicodedata.combining(char))


#: The placeholder of a lost letter, in :func:`may_be_syllable`.
LOST = "?"
_VOWELS = frozenset("aeiouy")


def _with_losses(letters: str, losable: frozenset[str]) -> set[str]:
    choices = [(char, LOST) if char in losable else (char,) for char in letters]
    return {"".join(letters_left) for letters_left in product(*choices)}


_BARE_RHYMES = frozenset(form for rhyme in RHYMES for form in _with_losses(bare(rhyme), _VOWELS))
_BARE_ONSETS = frozenset({bare(onset) for onset in ONSETS} | {LOST})  # đ is the only consonant that can be lost


@lru_cache(maxsize=16384)
def may_be_syllable(word: str) -> bool:
    """Return whether ``word`` can be a syllable if each ``?`` in it is replaced by some vowel with its diacritics, or by đ."""
    letters = bare(word)
    return len(letters) <= _LONGEST and any(
        letters[:at] in _BARE_ONSETS and letters[at:] in _BARE_RHYMES for at in range(min(4, len(letters)))
    )


WORD = re.compile(r"[^\W\d_]+")  #: A run of letters.


def are_syllables(words: str) -> bool:
    """Return whether ``words`` has letters beyond ASCII and every run of letters with such a letter is a syllable of at least
    two letters."""
    runs = [run for run in WORD.findall(unicodedata.normalize("NFC", words)) if not run.isascii()]
    return bool(runs) and all(len(run) > 1 and is_vietnamese_syllable(run) for run in runs)


def is_cased(word: str) -> bool:
    """Return whether ``word`` is in lower case, in capitals, or begins with its only capital."""
    return word[1:].islower() or word.isupper() or len(word) == 1
