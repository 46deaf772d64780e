// <try-text>: shows what the words of this form, as they stand now, find in a text.

const PAUSE_MILLISECONDS = 250;

class TryText extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    this.form = this.closest("form");
    this.text.addEventListener("input", () => this.later());
    this.form.elements.words.addEventListener("input", () => this.later());
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.look(), PAUSE_MILLISECONDS);
  }

  async look() {
    const asked = (this.asked = (this.asked ?? 0) + 1);
    const data = new FormData();
    data.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    data.set("words", this.form.elements.words.value);
    data.set("text", this.text.value);
    let html;
    try {
      const response = await fetch(this.dataset.url, { method: "POST", body: data });
      if (!response.ok || response.redirected) throw new Error(response.status);
      html = await response.text();
    } catch {
      html = "";
    }
    if (asked !== this.asked) return;
    const told = this.querySelector("[role=status]");
    if (html) told.innerHTML = html;
    else told.textContent = this.dataset.failed;
  }
}

customElements.define("try-text", TryText);
