// The one normaliser of the search: which written words count as the same. Its twin is generator/text/search_terms.py;
// tests/search/vectors.json holds the two together. A term has an exact form (with diacritics) and a folded one (without).

const HIDDEN = "\\u00ad\\u200b\\u200c\\u200d\\u2060\\ufeff"; // soft hyphen, zero-width characters: inside a word they are nothing
const WORD = new RegExp(`[\\p{L}\\p{N}]+(?:[${HIDDEN}]+[\\p{L}\\p{N}]+)*`, "gu");
const HIDDEN_RUN = new RegExp(`[${HIDDEN}]+`, "g");
const JOINER = /^[/\-\u2010-\u2014\u2212]$/;
// y after these initials, at the syllable's end, is also written i: kỹ/kĩ, lý/lí; after qu before a consonant too.
const Y = /^(?:h|k|l|m|s|t)[yỳýỷỹỵ]$|^qu[yỳýỷỹỵ](?=$|[cnpt])/;
const TO_I = { y: "i", ỳ: "ì", ý: "í", ỷ: "ỉ", ỹ: "ĩ", ỵ: "ị" };

// Only an open syllable has two tone placements (hoà/hòa, but hoàn); after q the u is part of the consonant.
const PLACED = placements();
const SCHOOL = new RegExp(`(?<!q)(?:${Object.keys(PLACED).join("|")})(?![a-zà-ỹđ])`, "g");

function placements() {
  const marks = { a: "àảãáạ", e: "èẻẽéẹ", o: "òỏõóọ", u: "ùủũúụ", y: "ỳỷỹýỵ" };
  const pairs = {};
  for (const [first, second] of ["oa", "oe", "uy"])
    for (let i = 0; i < 5; i += 1) pairs[first + marks[second][i]] = marks[first][i] + second;
  return pairs;
}

const known = new Map();

/** The exact and the folded form of one written word in NFC. */
export function forms(word) {
  let found = known.get(word);
  if (!found) {
    found = formsOf(word);
    if (known.size > 20000) known.clear();
    known.set(word, found);
  }
  return found;
}

function formsOf(word) {
  const low = word.replace(HIDDEN_RUN, "").toLowerCase().replaceAll("ð", "đ");
  if (/^[0-9]+$/.test(low)) {
    const number = /^0[0-9]$/.test(low) ? low.slice(1) : low;
    return [number, number];
  }
  const placed = low.normalize("NFC").replace(SCHOOL, (pair) => PLACED[pair]);
  const exact = Y.test(placed) ? placed.replace(/[yỳýỷỹỵ]/, (y) => TO_I[y]) : placed;
  return [exact, fold(exact)];
}

/** An exact form without diacritics. */
export function fold(exact) {
  return exact.replaceAll("đ", "d").normalize("NFD").replace(/\p{Mn}/gu, "").normalize("NFC");
}

/** The words of a text in NFC, in order, with their places (UTF-16) and whether each is joined to the one before it. */
export function terms(text) {
  const found = [];
  let before = -1;
  for (const match of text.matchAll(WORD)) {
    const [exact, folded] = forms(match[0]);
    const start = match.index;
    const end = start + match[0].length;
    found.push({ exact, folded, start, end, joined: isJoined(text, before, start) });
    before = end;
  }
  return found;
}

function isJoined(text, before, start) {
  if (start - before !== 1 || before < 1) return false;
  const between = text[before];
  if (between === ".") return /\p{Nd}/u.test(text[before - 1]) && /\p{Nd}/u.test(text[start]); // 30.9, not the end of a sentence
  return JOINER.test(between);
}
