// <word-filter>: shows those words of a report that begin with what is typed. Without it all stand.

class WordFilter extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.field = this.querySelector("input");
    this.field.addEventListener("input", () => this.narrow());
    this.narrow(); // a browser that comes back fills the field in by itself
  }

  narrow() {
    const wanted = this.field.value.trim().toLowerCase();
    let shown = 0;
    for (const word of document.querySelectorAll("[data-word]")) {
      word.hidden = !word.dataset.word.toLowerCase().startsWith(wanted);
      shown += word.hidden ? 0 : 1;
    }
    this.querySelector("output").textContent = `${shown}`;
  }
}

customElements.define("word-filter", WordFilter);
