// The keyboard's way to a word: a control beside the dictionary's switch that goes from word to
// word of the text by the arrow keys, and looks one up by Enter. It is a slider to the browser: a
// screen reader says the word whenever it changes, and lets the arrow keys through.

import { docked } from "./card-place.js";
import { light } from "./text-place.js";

const MARGIN_PX = 96; // the word stays so far from the edges of the window
const SAME_LINE_PX = 4;

export class WordCursor {
  constructor(host, dictionary) {
    this.dictionary = dictionary;
    this.element = host.querySelector('[role="slider"]');
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.element.addEventListener("focus", () => this.enter());
    this.element.addEventListener("blur", () => light("word-cursor", []));
  }

  setShown(isShown) {
    this.element.hidden = !isShown;
  }

  async enter() {
    this.words = await this.dictionary.words().catch(() => undefined);
    if (!this.words || document.activeElement !== this.element) return;
    const { told } = this.words;
    // Where the reader has just put the caret, but not where it has been since long.
    const caret = this.words.atCaret();
    if (caret !== this.caret && told.includes(caret)) this.at = told.indexOf(caret);
    this.caret = caret;
    this.at ??= Math.max(told.findIndex((number) => this.box(number).top >= 0), 0);
    this.show();
  }

  async press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowRight: () => this.go(this.at + 1),
      ArrowLeft: () => this.go(this.at - 1),
      ArrowDown: () => this.goLine(+1),
      ArrowUp: () => this.goLine(-1),
      Home: () => this.go(0),
      End: () => this.go(Infinity),
      Enter: () => this.lookUp(),
      " ": () => this.lookUp(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    if (this.words) act();
  }

  go(to) {
    this.at = Math.min(Math.max(to, 0), this.words.told.length - 1);
    this.show();
  }

  // The word that stands nearest in the next line of print, or in the one before.
  goLine(by) {
    const { told } = this.words;
    const here = this.box(told[this.at]);
    const isNext = ({ top, bottom }) =>
      by > 0 ? top >= here.bottom - SAME_LINE_PX : bottom <= here.top + SAME_LINE_PX;
    const middle = ({ left, right }) => (left + right) / 2;
    let best, line;
    for (let at = this.at + by; told[at] !== undefined; at += by) {
      const box = this.box(told[at]);
      if (!isNext(box)) continue;
      line ??= box;
      if (Math.abs(box.top - line.top) > SAME_LINE_PX) break;
      const away = Math.abs(middle(box) - middle(here));
      if (!best || away < best.away) best = { at, away };
    }
    if (best) this.go(best.at);
  }

  show() {
    const { told } = this.words;
    if (!told.length) return;
    const number = told[this.at];
    const printed = this.words.printed([number]);
    const isLit = light("word-cursor", [this.words.range(number)], 3);
    if (!isLit) this.select(number);
    for (const [name, value] of Object.entries({
      "aria-valuemax": told.length,
      "aria-valuenow": this.at + 1,
      "aria-valuetext": printed,
    }))
      this.element.setAttribute(name, value);
    this.scrollTo(number);
  }

  // Where the browser knows no highlights, a selection is what can be seen everywhere.
  select(number) {
    getSelection().removeAllRanges();
    getSelection().addRange(this.words.range(number));
  }

  scrollTo(number) {
    const { top, bottom } = this.box(number);
    const end = innerHeight - docked() - MARGIN_PX;
    if (top < MARGIN_PX) scrollBy({ top: top - MARGIN_PX, behavior: "instant" });
    else if (bottom > end) scrollBy({ top: bottom - end, behavior: "instant" });
  }

  lookUp() {
    const number = this.words?.told[this.at];
    if (number !== undefined) this.dictionary.lookUp(this.words, number);
  }

  box(number) {
    return this.words.range(number).getBoundingClientRect();
  }
}
