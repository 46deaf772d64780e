// <my-words>: the words that a reader has kept in this browser, with what was said of them and the
// sentence that they come from. They are listed, taken out, and given away as files; nothing of
// them is sent anywhere.

import { forget, keptWords } from "./kept-words.js";
import { anki, csv } from "./words-export.js";

class MyWords extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector(".kept-list");
    this.template = this.querySelector("template").content;
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      this[button?.dataset.do]?.(button);
    });
    // Another window keeps a word or takes one out.
    window.addEventListener("storage", () => this.show());
    this.hidden = false;
    this.show();
  }

  show() {
    this.words = keptWords();
    this.list.replaceChildren(...this.words.map((word) => this.item(word)));
    const number = this.words.length;
    this.querySelector(".kept-none").hidden = number > 0;
    this.querySelector(".kept-tools").hidden = number === 0;
    this.querySelector(".kept-number").textContent =
      number === 1 ? this.dataset.one : this.dataset.many.replace("{number}", number);
    this.dispatchEvent(new CustomEvent("words-shown", { bubbles: true }));
  }

  item(word) {
    const item = this.template.firstElementChild.cloneNode(true);
    const set = (selector, text) => {
      const element = item.querySelector(selector);
      element.textContent = text;
      element.hidden = !text;
      return element;
    };
    set(".kept-base", word.base).lang = word.language;
    set(".kept-ipa", word.ipa ? `/${word.ipa}/` : "");
    set(".kept-form", word.printed === word.base ? "" : word.form);
    const glosses = word.glosses.filter(({ gloss }) => gloss).map((one) => {
      const line = document.createElement("p");
      line.textContent = one.gloss;
      if (one.language) line.lang = one.language;
      return line;
    });
    item.querySelector(".kept-glosses").replaceChildren(...glosses);
    setSentence(item.querySelector(".kept-sentence"), word);
    const report = set(".kept-report a", word.report.headline || word.report.path);
    report.parentElement.hidden = !word.report.path;
    report.href = word.report.path;
    item.querySelector('[data-do="takeOut"] .unseen').textContent = this.dataset.takeOut.replace(
      "{word}",
      word.base,
    );
    item.word = word;
    return item;
  }

  takeOut(button) {
    const item = button.closest("li");
    const next = item.nextElementSibling ?? item.previousElementSibling;
    forget(item.word);
    this.taken = item.word;
    const at = this.words.indexOf(item.word);
    const hasNext = Boolean(next);
    this.show();
    const buttons = this.list.querySelectorAll('[data-do="takeOut"]');
    const heir = buttons[Math.min(at, buttons.length - 1)];
    (hasNext ? heir : this.querySelector("h2, .kept-none"))?.focus();
    this.say(this.dataset.takenOut.replace("{word}", item.word.base));
  }

  csv() {
    const titles = this.dataset.titles.split("|");
    this.give(csv(this.words, titles), "text/csv", "my-words.csv");
  }

  anki() {
    this.give(anki(this.words), "text/plain", "my-words-anki.txt");
  }

  give(text, type, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  say(words) {
    this.querySelector('[role="status"]').textContent = words;
  }
}

// The sentence with the word set apart in it.
function setSentence(element, { sentence: { text, from, to }, language }) {
  const word = document.createElement("mark");
  word.textContent = text.slice(from, to);
  element.replaceChildren(text.slice(0, from), word, text.slice(to));
  element.hidden = !text;
  element.lang = language;
}

customElements.define("my-words", MyWords);
