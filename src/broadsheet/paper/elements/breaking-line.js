// <breaking-line until="2026-11-25T14:30:00+09:00">: takes itself away at that minute, however long
// the page stays open, and where the page that came was printed before it and is late.

const LONGEST_WAIT = 2 ** 31 - 1; // a timer for longer goes off at once

class BreakingLine extends HTMLElement {
  connectedCallback() {
    const left = Date.parse(this.getAttribute("until")) - Date.now();
    if (left <= 0) return this.remove();
    this.timer = setTimeout(() => this.connectedCallback(), Math.min(left, LONGEST_WAIT));
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }
}

customElements.define("breaking-line", BreakingLine);
