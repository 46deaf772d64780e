// <word-lookup>: the switch of the dictionary, which is off until a reader turns it on and is then
// on for every report. Nothing of the dictionary is fetched before: data-module says where it is,
// data-style how it looks, data-words where the words of this report are.
//
// Where the newsroom offers word help, a select beside the switch sets how much of it there is.

import { remember, remembered } from "./remembered.js";

const SWITCH_KEY = "dictionary";
const HELP_KEY = "word-help";

class WordLookup extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.help = this.querySelector("select");
    this.button.addEventListener("click", () => {
      this.turn(!this.isOn);
      remember(SWITCH_KEY, this.isOn ? "on" : "off");
    });
    this.help?.addEventListener("change", () => {
      this.setHelp();
      remember(HELP_KEY, this.help.value);
    });
    this.hidden = false;
    if (remembered(SWITCH_KEY) === "on") this.turn(true);
    const help = remembered(HELP_KEY);
    if (this.help && [...this.help.options].some(({ value }) => value && value === help)) {
      this.help.value = help;
      this.setHelp();
    }
  }

  get isOn() {
    return this.button.getAttribute("aria-pressed") === "true";
  }

  async turn(isOn) {
    this.button.setAttribute("aria-pressed", isOn);
    if (isOn || this.opening) await this.use((dictionary) => dictionary.turn(this.isOn));
  }

  // The lines are set apart at once, so that what is read does not move when the glosses come.
  async setHelp() {
    document.documentElement.toggleAttribute("data-word-help", Boolean(this.help.value));
    await this.use((dictionary) => dictionary.setHelp(this.help.value));
  }

  async use(act) {
    this.say("");
    this.opening ??= import(this.dataset.module).then(({ open }) => open(this));
    try {
      await act(await this.opening);
    } catch {
      this.opening = undefined;
      this.button.setAttribute("aria-pressed", false);
      this.say(this.dataset.failed);
    }
  }

  say(words) {
    this.querySelector('[role="status"]').textContent = words;
  }
}

customElements.define("word-lookup", WordLookup);
