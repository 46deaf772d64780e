// <report-glance>: something that the desk knows of a report, asked for when it is seen, again
// while it is moving, and again when its button is pressed. The report's form is slow enough.

const SECONDS = 2;

class ReportGlance extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      if (event.target.closest("[data-again]")) this.ask();
    });
    this.watch = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      this.watch.disconnect();
      this.ask();
    });
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch.disconnect();
    clearTimeout(this.next);
  }

  // Because a person wants it, and is shown that it is on its way.
  ask() {
    this.setAttribute("aria-busy", "true");
    this.look();
  }

  async look() {
    clearTimeout(this.next);
    let isMoving = true; // where the line dropped, the next look may find it again
    try {
      const response = await fetch(this.dataset.url);
      if (!response.ok) return; // signed out: what stood here stays
      const html = await response.text();
      if (html !== this.shown) this.innerHTML = this.shown = html;
      isMoving = this.firstElementChild?.dataset.moving === "yes";
    } catch {
      // Nobody answered.
    } finally {
      this.removeAttribute("aria-busy");
    }
    if (isMoving && this.isConnected) {
      this.next = setTimeout(() => this.look(), SECONDS * 1000);
    }
  }
}

customElements.define("report-glance", ReportGlance);
