// The words file of a report (its shape is in docs/dictionaries.md) → what there is to say of a
// word of the text, by the galley's number of that word. What the file holds is taken as text and
// nothing else; a file that is not of that shape is refused as a whole.

import { ownPath } from "./own-path.js";
import { offsetOf, rangeOf } from "./text-place.js";

const VERSION = 1;

export async function fetchWords(address, text) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return new Words(await answer.json(), text);
}

export class Words {
  // `text` is the element that the lines of the report stand in.
  constructor(file, text) {
    if (file?.version !== VERSION) throw new Error(`words of version ${file?.version} are unknown`);
    this.text = text;
    this.language = written(file.language);
    this.sources = list(file.sources).map(sourceOf);
    const senses = list(file.senses).map((sense) => this.senseOf(sense));
    // The sources of meanings; the others tell sounds and counts.
    this.meant = new Set(senses.map(({ source }) => source));
    const entries = list(file.entries).map((entry) => entryOf(entry, senses));
    this.entries = list(file.words).map((number) => entries[number]);
    this.placed = list(file.lines).flatMap(wordsOf).map((word, number) => ({ ...word, number }));
    this.lines = Map.groupBy(this.placed, ({ place }) => place);
    this.units = new Map();
    for (const [entry, ...words] of list(file.units).map(list)) {
      if (!entries[entry] || !words.every((number) => this.placed[number])) continue;
      for (const word of words)
        this.units.set(word, [...(this.units.get(word) ?? []), { entry: entries[entry], words }]);
    }
  }

  senseOf({ gloss, part, from, example, simpler }) {
    const source = this.sources.find(({ name }) => name === from);
    return {
      gloss: written(gloss),
      part: written(part),
      source,
      language: source?.language ?? this.language,
      example: written(example),
      simpler: list(simpler ?? []).map(written).filter(Boolean),
    };
  }

  // What a word is a part of, then the word itself: each an entry with the numbers of its words.
  of(number) {
    const entry = this.entries[number];
    return [...(this.units.get(number) ?? []), ...(entry ? [{ entry, words: [number] }] : [])];
  }

  // The numbers of all words that have something to say, in the order of the text.
  get told() {
    this.known ??= this.placed
      .map(({ number }) => number)
      .filter((number) => this.of(number).length && this.lineOf(number));
    return this.known;
  }

  // The word that an offset touches in a line.
  at(line, offset) {
    const words = this.lines.get(line.dataset.line) ?? [];
    return words.find(({ from, to }) => from <= offset && offset <= to)?.number;
  }

  // The word that the caret, or a selection's beginning, stands in.
  atCaret() {
    const { rangeCount } = getSelection();
    if (!rangeCount) return undefined;
    const { startContainer: node, startOffset } = getSelection().getRangeAt(0);
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element.closest?.("[data-line]");
    if (!line || !this.text.contains(line)) return undefined;
    return this.at(line, offsetOf(line, node, startOffset));
  }

  range(number) {
    const { from, to } = this.placed[number];
    return rangeOf(this.lineOf(number), from, to);
  }

  // Words that follow on one another are in one range.
  ranges(numbers) {
    const runs = [];
    for (const number of numbers) {
      if (runs.at(-1)?.last === number - 1) runs.at(-1).last = number;
      else runs.push({ first: number, last: number });
    }
    return runs.map(({ first, last }) =>
      rangeOf(this.lineOf(first), this.placed[first].from, this.placed[last].to),
    );
  }

  lineOf(number) {
    const { place } = this.placed[number];
    return this.text.querySelector(`[data-line="${CSS.escape(place)}"]`);
  }

  // As printed: "drawn a line", and "carried … out" where other words stand between.
  printed(numbers) {
    let printed = "";
    numbers.forEach((number, at) => {
      const last = numbers[at - 1];
      const { from, to } = this.placed[number];
      const text = this.lineOf(number).textContent;
      if (at && number !== last + 1) printed += " … ";
      else if (at) printed += text.slice(this.placed[last].to, from);
      printed += text.slice(from, to);
    });
    return printed;
  }

  // The sentence that words stand in, and where in it they begin and end.
  sentence(numbers) {
    const own = numbers.map((number) => this.placed[number]);
    const [{ sentence }] = own;
    const text = this.lineOf(numbers[0]).textContent.slice(sentence.from, sentence.to);
    const within = own.filter((word) => word.sentence === sentence);
    return {
      text: text.trimEnd(),
      from: within[0].from - sentence.from,
      to: within.at(-1).to - sentence.from,
    };
  }
}

function wordsOf([place, sentences]) {
  return list(sentences).flatMap(([from, to, spans]) => {
    const sentence = { from: whole(from), to: whole(to) };
    const words = [];
    let at = sentence.from;
    for (let index = 0; index < list(spans).length; index += 2) {
      const start = at + whole(spans[index]);
      at = start + whole(spans[index + 1]);
      words.push({ place: written(place), sentence, from: start, to: at });
    }
    return words;
  });
}

function entryOf({ kind, base, form, part, ipa, zipf, senses, pinned, pieces, name, path }, all) {
  return {
    kind: written(kind) || "word",
    base: written(base),
    form: written(form),
    part: written(part),
    ipa: written(ipa),
    zipf: Number.isFinite(zipf) ? zipf : undefined,
    senses: list(senses ?? []).map((number) => all[number]).filter(Boolean),
    isPinned: pinned === true,
    pieces: list(pieces ?? []).map(([piece, gloss]) => [written(piece), written(gloss)]),
    name: written(name),
    path: ownPath(path),
  };
}

function sourceOf({ name, title, language, licence }) {
  return {
    name: written(name),
    title: written(title),
    language: written(language),
    licence: written(licence),
  };
}

function list(value) {
  if (!Array.isArray(value)) throw new Error("the words file has no list where one belongs");
  return value;
}

function whole(value) {
  if (!Number.isInteger(value)) throw new Error("the words file has no number where one belongs");
  return value;
}

function written(value) {
  return typeof value === "string" ? value : "";
}
