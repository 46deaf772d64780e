// A comment as it will be kept and counted: the same as talk/wording.py, to the character.

const LINE_END = /\r\n?|[\u2028\u2029\x85\x0b\x0c]/g;
const NO_TEXT = /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu;
const EMPTY_LINES = /\n[^\S\n]*\n\s*\n/g;
const CODE_POINTS_A_GRAPHEME = 4;

const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });

export function tidied(typed) {
  return typed
    .replace(LINE_END, "\n")
    .replaceAll("\t", " ")
    .replace(NO_TEXT, "")
    .normalize("NFC")
    .replace(EMPTY_LINES, "\n\n")
    .trim();
}

export function graphemes(text) {
  return segmenter ? [...segmenter.segment(text)].length : [...text].length;
}

// How many characters there are too many; a text of few characters with hundreds of marks on them
// is too long as well.
export function over(text, longest) {
  const marks = [...text].length - longest * CODE_POINTS_A_GRAPHEME;
  return Math.max(0, graphemes(text) - longest, marks);
}
