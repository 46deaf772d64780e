// <read-along>: lights the word that is spoken, and its sentence, in the text of the report, and
// scrolls the text along unless the reader has scrolled elsewhere. <audio-report> fetches this
// file at the first play.
//
// data-cues of <audio-report> leads to the times:
//   {"version": 1, "duration": ms, "lines": [[place, [sentence, …]], …]}, in spoken order;
//   sentence: [start ms, end ms, start, end, [start ms, length ms, start, length, …]].
// Places are those of data-line; offsets are in the text of that element, in UTF-16 units. In the
// inner list each word's start and its start in the text follow on those of the word before, the
// first one's on the sentence's.
//
// A click or a tap on a word plays from there once the player is active. Before it does, the word's
// line dispatches "hear-from" (bubbling, cancelable; detail: place, from, to, seconds): whatever
// has another use for that tap prevents its default, or the click's.

import { wordsSpoken } from "./cues.js";
import { holds, light, offsetAtPoint, rangeOf } from "./text-place.js";

const SETTLED_MS = 150; // without a further scroll event, a scroll is over
const BEGUN_MS = 1500; // after so much of a sentence, "previous" is its own beginning

class ReadAlong extends HTMLElement {
  connectedCallback() {
    this.report = this.closest("audio-report");
    this.audio = this.report.audio;
    this.text = this.closest("article");
    this.back = this.querySelector('[data-do="return"]');
    this.isAway = false;
    this.ready = this.open(this.report.dataset.cues);
  }

  async open(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    this.sentences = sentencesOf(await answer.json());
    this.audio.addEventListener("play", () => this.run());
    this.audio.addEventListener("seeking", () => this.show());
    this.audio.addEventListener("ended", () => this.show());
    this.back.addEventListener("click", () => this.comeBack());
    // A click that lets go of a selection asks for nothing else.
    document.addEventListener("pointerdown", () => (this.isFree = getSelection().isCollapsed));
    document.addEventListener("click", (event) => this.tap(event));
    window.addEventListener("scroll", () => this.scrolled(), { passive: true });
    for (const hand of ["wheel", "touchmove", "keydown"])
      window.addEventListener(hand, (event) => this.taken(event), { passive: true });
    this.run();
  }

  run() {
    this.show();
    cancelAnimationFrame(this.frame);
    if (!this.audio.paused) this.frame = requestAnimationFrame(() => this.run());
  }

  show() {
    if (this.audio.ended) {
      this.rest();
      return;
    }
    const now = Math.round(this.audio.currentTime * 1000);
    const sentence = lastBegun(this.sentences, now);
    const latest = sentence && lastBegun(wordsOf(sentence), now);
    const word = latest && now < latest.end ? latest : undefined;
    if (sentence === this.sentence && word === this.word) return;
    if (sentence !== this.sentence) lightUp("spoken-sentence", sentence && this.range(sentence));
    if (word) this.spoken = this.range(word);
    else if (sentence !== this.sentence) this.spoken = sentence && this.range(sentence);
    lightUp("spoken-word", word && this.spoken);
    this.sentence = sentence;
    this.word = word;
    this.follow();
  }

  // Nothing is spoken any more.
  rest() {
    lightUp("spoken-sentence");
    lightUp("spoken-word");
    this.sentence = this.word = this.spoken = undefined;
    this.setAway(false);
  }

  step(by) {
    const now = Math.round(this.audio.currentTime * 1000);
    const at = this.sentences.indexOf(lastBegun(this.sentences, now));
    const isBegun = at >= 0 && now - this.sentences[at].start > BEGUN_MS;
    const to = this.sentences[Math.max(by < 0 && isBegun ? at : at + by, 0)];
    if (to) this.report.seek(to.start / 1000);
  }

  tap(event) {
    if (!this.report.isActive || event.defaultPrevented || event.detail > 1) return;
    if (event.target.closest("a, button, input, select, summary, label")) return;
    const line = event.target.closest("[data-line]");
    if (!line || !this.text.contains(line)) return;
    if (!this.isFree || !getSelection().isCollapsed) return;
    const word = this.wordAt(line, event.clientX, event.clientY);
    if (!word) return;
    const { place, from, to, start } = word;
    const detail = { place, from, to, seconds: start / 1000 };
    const chosen = new CustomEvent("hear-from", { bubbles: true, cancelable: true, detail });
    if (!line.dispatchEvent(chosen)) return;
    this.setAway(false);
    this.report.seek(detail.seconds);
    this.report.play();
  }

  wordAt(line, x, y) {
    const offset = offsetAtPoint(line, x, y);
    const touched = ({ from, to }) => from <= offset && offset <= to;
    return this.sentences
      .filter((sentence) => sentence.place === line.dataset.line && touched(sentence))
      .flatMap(wordsOf)
      .find((word) => touched(word) && holds(this.range(word), x, y));
  }

  follow() {
    if (!this.isFollowed()) return;
    if (this.isAway) this.setAway(!this.isInSight());
    const isHeld = this.audio.paused || this.report.slider.matches(":active");
    if (this.isAway || isHeld || (this.settling && !this.isOwnScroll)) return;
    const { top, bottom } = this.spoken.getBoundingClientRect();
    if (top < 0 || bottom > this.height() * 0.85) this.scrollThere();
  }

  // Headline and byline stand above the player: whoever presses play there is not taken up to them.
  isFollowed() {
    const line = this.spoken?.startContainer;
    return line && this.report.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING;
  }

  scrollThere() {
    const { top } = this.spoken.getBoundingClientRect();
    const room = document.documentElement.scrollHeight - innerHeight;
    const to = Math.min(Math.max(scrollY + top - this.height() * 0.3, 0), room);
    if (Math.abs(to - scrollY) < 2) return;
    this.isOwnScroll = true;
    window.scrollTo({ top: to }); // smoothly or at once, as css/reset.css has it for this reader
  }

  // The reader scrolls, or is about to: the text is not pulled from under that hand.
  taken(event) {
    if (event.type === "keydown" && this.report.contains(event.target)) return;
    if (this.isOwnScroll) window.scrollTo({ top: scrollY, behavior: "instant" });
    this.isOwnScroll = false;
    this.scrolled();
  }

  scrolled() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (!this.isOwnScroll && this.isFollowed()) this.setAway(!this.isInSight());
      this.isOwnScroll = false;
      this.settling = undefined;
    }, SETTLED_MS);
  }

  comeBack() {
    this.setAway(false);
    this.report.button.focus({ preventScroll: true });
    this.scrollThere();
  }

  setAway(isAway) {
    this.isAway = isAway;
    this.back.hidden = !isAway;
  }

  isInSight() {
    const { top, bottom } = this.spoken.getBoundingClientRect();
    return bottom > 0 && top < this.height();
  }

  // What of the window the small player leaves to the text.
  height() {
    const isSmall = this.report.hasAttribute("data-small");
    return innerHeight - (isSmall ? this.report.controls.offsetHeight : 0);
  }

  range({ place, from, to }) {
    const line = this.text.querySelector(`[data-line="${place}"]`);
    if (!line) return undefined;
    return rangeOf(line, from, to);
  }
}

function sentencesOf({ version, lines }) {
  if (version !== 1) throw new Error(`the cues are of version ${version}, which is not known here`);
  return lines.flatMap(([place, sentences]) =>
    sentences.map(([start, end, from, to, cues]) => ({ place, start, end, from, to, cues })),
  );
}

function wordsOf(sentence) {
  sentence.words ??= wordsSpoken(sentence);
  return sentence.words;
}

// The last of what is sorted by start that has begun by then; nothing before the first.
function lastBegun(sorted, now) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].start <= now) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

// Where the API is missing the report is heard without lights.
function lightUp(name, range) {
  light(name, range ? [range] : [], name === "spoken-word" ? 1 : 0);
}

customElements.define("read-along", ReadAlong);
