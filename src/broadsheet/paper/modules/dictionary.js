// The dictionary of a report, once a reader has turned it on: a tap, a click, or Enter at the caret
// opens the card of a word. <word-lookup> fetches this file.
//
// The words come when the page has loaded, so that nothing is asked of the network later; where
// the reader saves data they come at the first look-up.

import { holds, offsetAtPoint, rangeOf } from "./text-place.js";
import { WordCard } from "./word-card.js";
import { WordCursor } from "./word-cursor.js";
import { WordHelp } from "./word-help.js";
import { WordSound } from "./word-sound.js";
import { fetchWords } from "./words.js";

const ELSEWHERE = "a, button, input, select, textarea, summary, label";

export async function open(host) {
  await styled(host.dataset.style);
  return new Dictionary(host);
}

class Dictionary {
  constructor(host) {
    this.host = host;
    this.text = host.closest("article");
    this.card = new WordCard(host, this.text);
    this.cursor = new WordCursor(host, this);
    this.isOn = false;
    this.help = new WordHelp(this.text);
    host.addEventListener("click", (event) => {
      if (event.target.closest('[role="slider"]')) this.cursor.lookUp();
    });
  }

  turn(isOn) {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    document.documentElement.toggleAttribute("data-dictionary", isOn);
    this.cursor.setShown(isOn);
    if (!isOn) {
      this.listening.abort();
      this.card.close();
      return;
    }
    this.listen();
    if (!navigator.connection?.saveData) afterLoad(() => this.words().catch(() => {}));
  }

  listen() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const listen = (target, name, act) => target.addEventListener(name, act, { signal });
    // A click that lets go of a selection asks for nothing else.
    listen(document, "pointerdown", () => (this.isFree = getSelection().isCollapsed));
    listen(this.text, "click", (event) => this.tap(event));
    listen(document, "click", (event) => this.leave(event));
    listen(document, "keydown", (event) => this.press(event));
    // <read-along> would play from there.
    listen(this.text, "hear-from", (event) => event.preventDefault());
  }

  // The words of this report, fetched once; after a failure the next call tries again.
  words() {
    this.fetching ??= fetchWords(this.host.dataset.words, this.text).then(
      (words) => {
        this.openSound(words);
        return words;
      },
      (error) => {
        this.fetching = undefined;
        throw error;
      },
    );
    return this.fetching;
  }

  openSound({ language }) {
    this.sound = new WordSound(document.querySelector("audio-report"), language);
    afterLoad(() => this.sound.open().then(() => this.card.setSound()));
  }

  tap(event) {
    if (event.defaultPrevented || event.target.closest(ELSEWHERE)) return;
    if (this.card.element.contains(event.target)) return;
    const line = event.target.closest("[data-line]");
    if (!line || !this.isFree || !getSelection().isCollapsed) return;
    this.lookUpAt(line, event.clientX, event.clientY);
  }

  async lookUpAt(line, x, y) {
    const offset = offsetAtPoint(line, x, y);
    if (offset < 0) {
      this.card.close();
      return;
    }
    // The place is found while the page is as it was tapped; the words may take a moment.
    const point = rangeOf(line, offset, offset + 1);
    const words = await this.words().catch(() => undefined);
    if (!words) {
      this.card.showFailure(point);
      return;
    }
    const number = words.at(line, offset);
    if (number === undefined || !holds(words.range(number), x, y)) this.card.close();
    else this.lookUp(words, number);
  }

  lookUp(words, number) {
    if (!this.isOn) return;
    this.card.show(words, number, this.sound);
  }

  // A click outside closes the card; one on a word has opened the next already.
  leave(event) {
    const isInside = this.card.element.contains(event.target) || !event.target.isConnected;
    const line = event.target.closest("[data-line]");
    if (!isInside && !this.host.contains(event.target) && !line) this.card.close();
  }

  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && this.card.isOpen) {
      event.preventDefault();
      this.card.close();
    }
    const isOnText = document.activeElement.matches("body, main, [data-line]");
    if (event.key === "Enter" && isOnText) this.lookUpAtCaret();
  }

  async lookUpAtCaret() {
    const words = await this.words().catch(() => undefined);
    const number = words?.atCaret();
    if (number !== undefined) this.lookUp(words, number);
  }

  async setHelp(amount) {
    this.help.show(amount, amount ? await this.words() : undefined);
  }
}

function styled(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(`${address} could not be had`)));
    document.head.append(link);
  });
}

function afterLoad(act) {
  const idly = () => (globalThis.requestIdleCallback ?? setTimeout)(act);
  if (document.readyState === "complete") idly();
  else window.addEventListener("load", idly, { once: true });
}
