// <word-quiz>: asks for kept words, those first that the reader did not know or was not asked for
// longest. The sentence is shown with the word in it; the reader thinks, turns the card, and says
// whether it was known.

import { keep, keptWords } from "./kept-words.js";

const ROUND = 10;

class WordQuiz extends HTMLElement {
  connectedCallback() {
    this.find = (selector) => this.querySelector(selector);
    this.addEventListener("click", (event) => {
      this[event.target.closest("[data-do]")?.dataset.do]?.();
    });
    document.addEventListener("words-shown", () => this.offer());
    this.offer();
  }

  offer() {
    this.hidden = keptWords().length === 0;
  }

  begin() {
    const words = keptWords();
    words.sort((one, other) => one.box - other.box || one.askedAt - other.askedAt);
    this.left = words.slice(0, ROUND);
    this.asked = this.left.length;
    this.known = 0;
    this.setStage("asking");
    this.ask();
  }

  ask() {
    const [word] = this.left;
    const place = this.asked - this.left.length + 1;
    this.find(".quiz-place").textContent = this.dataset.place
      .replace("{number}", place)
      .replace("{all}", this.asked);
    this.find(".quiz-word").textContent = word.printed;
    this.find(".quiz-word").lang = word.language;
    this.find(".quiz-sentence").textContent = word.sentence.text;
    this.find(".quiz-sentence").lang = word.language;
    this.setTurned(false);
    this.find(".quiz-word").focus();
  }

  turn() {
    const [{ ipa, form, glosses }] = this.left;
    const facts = [form, ipa ? `/${ipa}/` : ""].filter(Boolean).join(" · ");
    const lines = [facts, ...glosses.map(({ gloss }) => gloss)].filter(Boolean).map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    });
    this.find(".quiz-answer").replaceChildren(...lines);
    this.setTurned(true);
    this.find(".quiz-answer").focus();
  }

  yes() {
    this.known += 1;
    this.next((word) => ({ ...word, box: word.box + 1 }));
  }

  no() {
    this.next((word) => ({ ...word, box: 0 }));
  }

  next(answered) {
    const word = this.left.shift();
    keep({ ...answered(word), askedAt: Date.now() });
    if (this.left.length) {
      this.ask();
      return;
    }
    this.setStage("done");
    const said = this.dataset.done.replace("{known}", this.known).replace("{all}", this.asked);
    this.find(".quiz-done p").textContent = said;
    this.find(".quiz-done p").focus();
  }

  end() {
    this.setStage("waiting");
    this.find('[data-do="begin"]').focus();
  }

  setStage(stage) {
    for (const part of this.querySelectorAll("[data-stage]"))
      part.hidden = part.dataset.stage !== stage;
  }

  setTurned(isTurned) {
    this.find(".quiz-answer").hidden = !isTurned;
    this.find(".quiz-choice").hidden = !isTurned;
    this.find('[data-do="turn"]').hidden = isTurned;
  }
}

customElements.define("word-quiz", WordQuiz);
