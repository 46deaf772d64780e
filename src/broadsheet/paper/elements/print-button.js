// <print-button>: opens the print dialog. It is hidden in the page and shows itself, because
// without scripts it could do nothing; the browser's own "Print…" does the same.

class PrintButton extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => window.print());
    this.hidden = false;
  }
}

customElements.define("print-button", PrintButton);
