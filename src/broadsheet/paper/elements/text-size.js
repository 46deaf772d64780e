// <text-size>: sets the report larger or smaller and remembers it for the next one. It is hidden
// in the page and shows itself, because without scripts it could do nothing (the browser's own
// zoom can). The sizes stand in css/tokens.css under data-text-size.

import { remember, remembered } from "./remembered.js";

const SIZES = [90, 100, 115, 130, 150]; // per cent of the paper's own size
const KEY = "text-size";

class TextSize extends HTMLElement {
  connectedCallback() {
    this.smaller = this.querySelector('[data-do="smaller"]');
    this.larger = this.querySelector('[data-do="larger"]');
    this.smaller.addEventListener("click", () => this.step(-1));
    this.larger.addEventListener("click", () => this.step(+1));
    const size = Number(remembered(KEY));
    this.set(SIZES.includes(size) ? size : 100);
    this.hidden = false;
  }

  step(by) {
    const size = SIZES[SIZES.indexOf(this.size) + by];
    if (!size) return;
    this.set(size);
    remember(KEY, size);
    this.querySelector('[role="status"]').textContent = this.dataset.said.replace("{size}", size);
  }

  set(size) {
    this.size = size;
    document.documentElement.dataset.textSize = size;
    // Not "disabled": that would take the focus away from whoever has just pressed the button.
    this.smaller.setAttribute("aria-disabled", size === SIZES[0]);
    this.larger.setAttribute("aria-disabled", size === SIZES.at(-1));
  }
}

customElements.define("text-size", TextSize);
