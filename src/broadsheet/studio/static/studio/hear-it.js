// <hear-it>: plays how the phrase of this form would be said, as the form stands now. The three
// fields are Wagtail's own; what the desk answers instead of sound is shown as it is.

class HearIt extends HTMLElement {
  connectedCallback() {
    this.audio = this.querySelector("audio");
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.hear());
  }

  async hear() {
    this.button.disabled = true;
    this.say("");
    try {
      const response = await fetch(`${this.dataset.url}?${this.asked()}`);
      if (!response.ok) throw new Error(await response.text());
      URL.revokeObjectURL(this.audio.src);
      this.audio.src = URL.createObjectURL(await response.blob());
      await this.audio.play();
    } catch (error) {
      this.say(error.message || this.dataset.failed);
    } finally {
      this.button.disabled = false;
    }
  }

  asked() {
    const form = this.closest("form");
    const names = ["phrase", "said", "language"];
    return new URLSearchParams(names.map((name) => [name, form.elements[name]?.value ?? ""]));
  }

  say(words) {
    this.querySelector('[role="status"]').textContent = words;
  }
}

customElements.define("hear-it", HearIt);
