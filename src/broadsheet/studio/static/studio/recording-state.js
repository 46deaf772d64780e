// <recording-state>: how far a report's sound is, asked of the desk again while it is moving.

const SECONDS = 2;

class RecordingState extends HTMLElement {
  connectedCallback() {
    this.look();
  }

  disconnectedCallback() {
    clearTimeout(this.next);
  }

  async look() {
    try {
      const response = await fetch(this.dataset.url);
      if (!response.ok) return; // signed out: what stood here stays
      const html = await response.text();
      if (html !== this.shown) this.innerHTML = this.shown = html;
    } catch {
      // The line dropped: the next look may find it again.
    }
    if (this.firstElementChild?.dataset.moving !== "no" && this.isConnected) {
      this.next = setTimeout(() => this.look(), SECONDS * 1000);
    }
  }
}

customElements.define("recording-state", RecordingState);
