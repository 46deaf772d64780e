// Word help: short glosses over the rarest words. They stand on a layer of their own over the text,
// which stays as it is: what is read aloud, lit, looked up or copied knows nothing of them. A
// screen reader is not told them either; it has the dictionary.

import { make } from "./word-entry.js";

// How many words of a hundred get a gloss at most, and how rare they have to be (Zipf value).
const AMOUNTS = {
  little: { share: 0.02, below: 3.5 },
  some: { share: 0.05, below: 3.95 },
  much: { share: 0.1, below: 4.35 },
};
const LONGEST = 32; // characters; a longer gloss is no help between two lines
const GAP_PX = 6;

export class WordHelp {
  constructor(text) {
    this.body = text.querySelector(".report-body");
    this.layer = make("div", "word-help");
    this.layer.setAttribute("aria-hidden", "true");
    this.resized = new ResizeObserver(() => this.place());
  }

  // "" takes it away.
  show(amount, words) {
    this.resized.disconnect();
    this.layer.remove();
    if (!AMOUNTS[amount]) return;
    this.words = words;
    this.glosses = this.chosen(AMOUNTS[amount]).map(({ number, gloss }) => {
      const element = make("span", "", gloss);
      this.layer.append(element);
      return { number, element };
    });
    this.layer.replaceChildren(...this.glosses.map(({ element }) => element));
    this.body.append(this.layer);
    this.resized.observe(this.body);
    document.fonts.ready.then(() => this.place());
  }

  // The rarest words of the running text, each where it is met first.
  chosen({ share, below }) {
    const told = new Set();
    const candidates = [];
    for (const number of this.words.told) {
      const entry = this.words.entries[number];
      if (!entry || told.has(entry.base)) continue;
      if (!this.body.contains(this.words.lineOf(number))) continue;
      told.add(entry.base);
      const gloss = shortOf(entry, this.words.language);
      const isRare = (entry.zipf ?? 0) < below;
      if (gloss && isRare) candidates.push({ number, gloss, zipf: entry.zipf ?? 0 });
    }
    candidates.sort((one, other) => one.zipf - other.zipf);
    return candidates.slice(0, Math.ceil(share * this.words.placed.length));
  }

  // Over the middle of each word; where two would touch, the second gives way.
  place() {
    const frame = this.body.getBoundingClientRect();
    const taken = [];
    const measured = this.glosses.map(({ number, element }) => {
      element.hidden = false;
      const [box] = this.words.range(number).getClientRects();
      return { element, box, width: element.offsetWidth };
    });
    for (const { element, box, width } of measured) {
      if (!box) continue;
      const middle = (box.left + box.right) / 2 - frame.left - width / 2;
      const left = Math.max(Math.min(middle, frame.width - width), 0);
      const top = box.top - frame.top;
      const isFree = taken.every(
        (one) =>
          Math.abs(one.top - top) > GAP_PX ||
          one.right + GAP_PX < left ||
          one.left - GAP_PX > left + width,
      );
      element.hidden = !isFree;
      if (!isFree) continue;
      taken.push({ top, left, right: left + width });
      element.style.insetInlineStart = `${left}px`;
      element.style.insetBlockStart = `${top}px`;
    }
  }
}

// A simpler word, or the first meaning as far as it is short.
function shortOf({ senses, pieces }, language) {
  const first = senses.find((sense) => sense.language === language);
  const [gloss] = (first?.gloss ?? "").split(/[;,(:]/);
  const short = [first?.simpler[0] ?? "", gloss.trim()].find((one) => one && one.length <= LONGEST);
  return pieces.length ? "" : short;
}
