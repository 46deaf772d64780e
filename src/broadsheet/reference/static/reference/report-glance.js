// <report-glance>: something that the desk knows of a report, asked for when it is seen, again
// while it is moving, and again when its button is pressed. The report's form is slow enough.

const SECONDS = 2;

class ReportGlance extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      if (event.target.closest("[data-again]")) this.look();
    });
    this.watch = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      this.watch.disconnect();
      this.look();
    });
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch.disconnect();
    clearTimeout(this.next);
  }

  async look() {
    clearTimeout(this.next);
    this.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(this.dataset.url);
      if (!response.ok) return; // signed out: what stood here stays
      const html = await response.text();
      if (html !== this.shown) this.innerHTML = this.shown = html;
    } catch {
      // The line dropped: the next look may find it again.
    } finally {
      this.removeAttribute("aria-busy");
    }
    if (this.firstElementChild?.dataset.moving === "yes" && this.isConnected) {
      this.next = setTimeout(() => this.look(), SECONDS * 1000);
    }
  }
}

customElements.define("report-glance", ReportGlance);
