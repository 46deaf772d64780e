// The words that a reader keeps, in this browser and nowhere else: one item of its storage each, so
// that two windows do not undo one another.
//
// A kept word: { language, base, printed, form, part, ipa, glosses: [{ gloss, language, example }],
// sentence: { text, from, to }, report: { headline, path }, keptAt, box, askedAt }. `from` and `to`
// are where the word stands in the sentence; times are in milliseconds since 1970; `box` is how
// often in a row the reader has known it in the quiz.

import { ownPath } from "./own-path.js";

const PREFIX = "kept-word:";
export const MOST_KEPT = 2000;

// The word that was kept last first. What is spoilt is passed over.
export function keptWords() {
  return keys()
    .map((key) => read(key))
    .filter(Boolean)
    .sort((one, other) => other.keptAt - one.keptAt);
}

export function isKept(word) {
  return Boolean(read(keyOf(word)));
}

// Whether there was room for it.
export function keep(word) {
  const key = keyOf(word);
  try {
    if (keys().length >= MOST_KEPT && localStorage.getItem(key) === null) return false;
    localStorage.setItem(key, JSON.stringify(word));
    return true;
  } catch {
    return false; // no room, or a browser that refuses storage altogether
  }
}

export function forget(word) {
  try {
    localStorage.removeItem(keyOf(word));
  } catch {
    // as above: then nothing is kept either
  }
}

function keyOf({ language, base }) {
  return `${PREFIX}${language}:${base.toLowerCase()}`;
}

function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return whole(JSON.parse(localStorage.getItem(key)));
  } catch {
    return null;
  }
}

// Another version of the paper, or another hand, may have written it.
function whole(found) {
  if (typeof found?.base !== "string" || !found.base) return null;
  const text = (value) => (typeof value === "string" ? value : "");
  const number = (value) => (Number.isFinite(value) ? value : 0);
  const { sentence, report } = found;
  const glosses = Array.isArray(found.glosses) ? found.glosses : [];
  return {
    language: text(found.language),
    base: found.base,
    printed: text(found.printed) || found.base,
    form: text(found.form),
    part: text(found.part),
    ipa: text(found.ipa),
    glosses: glosses.map((one) => ({
      gloss: text(one?.gloss),
      language: text(one?.language),
      example: text(one?.example),
    })),
    sentence: {
      text: text(sentence?.text),
      from: number(sentence?.from),
      to: number(sentence?.to),
    },
    report: { headline: text(report?.headline), path: ownPath(report?.path) },
    keptAt: number(found.keptAt),
    box: number(found.box),
    askedAt: number(found.askedAt),
  };
}
