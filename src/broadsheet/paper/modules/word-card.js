// The card of a word: made once from the <template> in <word-lookup>, filled for each word.

import { around, placeCard } from "./card-place.js";
import { ChosenDictionaries } from "./chosen-dictionaries.js";
import { forget, isKept, keep } from "./kept-words.js";
import { light } from "./text-place.js";
import { entryParts, make } from "./word-entry.js";

export class WordCard {
  constructor(host, text) {
    this.text = text;
    this.element = host.querySelector("template").content.cloneNode(true).firstElementChild;
    this.says = this.element.dataset;
    this.find = (selector) => this.element.querySelector(selector);
    this.element.addEventListener("click", (event) => {
      const act = event.target.closest("[data-do]")?.dataset.do;
      if (act === "close") this.close();
      if (act === "say") this.say?.();
      if (act === "keep") this.keep();
    });
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.resized = new ResizeObserver(() => this.place(this.placed));
    this.reflowed = new ResizeObserver(([{ contentRect }]) => {
      const size = `${contentRect.width} ${contentRect.height}`;
      if (this.size !== undefined && this.size !== size) this.place();
      this.size = size;
    });
  }

  get isOpen() {
    return this.element.isConnected;
  }

  // `found`: what Words.of gives for the word with this number.
  show(words, number, sound) {
    this.words = words;
    this.number = number;
    this.sound = sound;
    const found = words.of(number);
    this.numbers = found[0]?.words ?? [number];
    this.ranges = words.ranges(this.numbers);
    this.fill(found);
    this.find(".word-dictionaries").open = false;
    this.open();
  }

  // In place of a word, when its words could not be had.
  showFailure(range) {
    this.number = undefined;
    this.words = undefined;
    this.ranges = [range];
    this.setHead(this.says.title, "");
    this.find(".word-entries").replaceChildren(make("p", "word-none", this.says.failed));
    for (const one of this.element.querySelectorAll(".word-dictionaries, [data-do=keep]"))
      one.hidden = true;
    this.open();
  }

  open() {
    light("looked-up", this.ranges, 2);
    if (!this.isOpen) {
      this.before = document.activeElement;
      document.querySelector("main").append(this.element);
      this.resized.observe(this.element);
      this.size = undefined;
      this.reflowed.observe(this.text);
    }
    this.element.scrollTop = 0;
    this.place();
    this.element.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.resized.disconnect();
    this.reflowed.disconnect();
    this.element.remove();
    light("looked-up", []);
    if (hadFocus && this.before?.isConnected) this.before.focus({ preventScroll: true });
  }

  place(before) {
    this.placed = placeCard(this.element, () => around(this.ranges), before);
  }

  fill(found) {
    const { words, says } = this;
    this.dictionaries ??= new ChosenDictionaries(words.language);
    this.setHead(words.printed(this.numbers), found[0]?.entry.ipa ?? "");
    const settings = {
      language: words.language,
      says,
      shows: (source) => this.dictionaries.isWanted(source),
    };
    const [first, ...others] = found;
    const parts = first ? entryParts(first.entry, settings) : [];
    if (!parts.length) parts.push(make("p", "word-none", says.none));
    for (const { entry, words: numbers } of others) {
      const label = says.alone.replace("{word}", words.printed(numbers));
      const summary = make("summary", "", label);
      parts.push(make("details", "word-alone", summary, ...entryParts(entry, settings)));
    }
    this.find(".word-entries").replaceChildren(...parts);
    this.find('[data-do="keep"]').hidden = !first;
    this.setKept();
    this.setSound();
    this.setSources(found);
  }

  setHead(printed, ipa) {
    this.find(".word-printed").textContent = printed;
    this.find(".word-printed").lang = this.words?.language ?? "";
    this.find(".word-ipa").textContent = ipa ? `/${ipa}/` : "";
    this.find('[role="status"]').textContent = "";
    this.say = undefined;
    this.find('[data-do="say"]').hidden = true;
  }

  // Also when it becomes known only now that there is a sound.
  setSound() {
    if (!this.words || this.number === undefined) return;
    const places = this.numbers.map((number) => this.words.placed[number]);
    this.say = this.sound?.of(places, this.words.printed(this.numbers));
    this.find('[data-do="say"]').hidden = !this.say;
  }

  setSources(found) {
    const { sources } = this.words;
    const quoted = new Set(found.flatMap(({ entry }) => entry.senses.map(({ source }) => source)));
    const seen = sources.filter((one) => quoted.has(one) && this.dictionaries.isWanted(one));
    this.find(".word-dictionaries").hidden = !sources.length;
    this.find(".word-from").textContent = seen.map(({ title }) => title).join(", ");
    this.find(".word-dictionaries ul").replaceChildren(...sources.map((one) => this.source(one)));
  }

  source(source) {
    const name = make("span", "word-source", source.title);
    const licence = make("p", "word-licence", source.licence);
    if (!this.words.meant.has(source)) return make("li", "", name, licence);
    const box = make("input");
    box.type = "checkbox";
    box.checked = this.dictionaries.isWanted(source);
    box.addEventListener("change", () => this.choose(source, box));
    return make("li", "", make("label", "", box, name), licence);
  }

  choose(source, box) {
    this.dictionaries.choose(source, box.checked);
    const at = [...this.element.querySelectorAll("input")].indexOf(box);
    this.fill(this.words.of(this.number));
    this.element.querySelectorAll("input")[at].focus({ preventScroll: true });
  }

  keep() {
    const word = this.kept();
    const status = this.find('[role="status"]');
    if (isKept(word)) forget(word);
    else if (!keep(word)) {
      status.textContent = this.says.full;
      return;
    }
    this.setKept();
    status.textContent = isKept(word) ? this.says.saved : "";
  }

  setKept() {
    const button = this.find('[data-do="keep"]');
    if (!button.hidden) button.setAttribute("aria-pressed", isKept(this.kept()));
  }

  // The word as it is kept: docs in kept-words.js.
  kept() {
    const [{ entry }] = this.words.of(this.number);
    const senses = entry.senses.filter(
      ({ source }) => !source || this.dictionaries.isWanted(source),
    );
    const byLanguage = Map.groupBy(senses, ({ language }) => language);
    const firsts = [...byLanguage.values()].map(([first]) => first);
    const pieces = entry.pieces.map(([piece, gloss]) => `${piece} ${gloss}`).join("; ");
    const told = firsts.length ? firsts : [{ gloss: pieces, language: this.words.language }];
    return {
      language: this.words.language,
      base: entry.base,
      printed: this.words.printed(this.numbers),
      form: entry.form,
      part: entry.part,
      ipa: entry.ipa,
      glosses: told.map(({ gloss, language, example = "" }) => ({ gloss, language, example })),
      sentence: this.words.sentence(this.numbers),
      report: { headline: this.says.headline, path: location.pathname },
      keptAt: Date.now(),
      box: 0,
      askedAt: 0,
    };
  }

  press(event) {
    if (event.key !== "Tab") return;
    const all = [...this.element.querySelectorAll("a, button, input, summary")].filter((one) =>
      one.checkVisibility(),
    );
    const edge = event.shiftKey ? [this.element, all[0]] : [all.at(-1)];
    // Whoever steps out of the card goes on from where the word was looked up.
    if (edge.includes(document.activeElement)) this.close();
  }
}
