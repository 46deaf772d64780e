// <proof-remarks>: what there is to say of a report. It looks again whenever the form was kept.

const SETTLED_MS = 400;

class ProofRemarks extends HTMLElement {
  connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    document.addEventListener("w-autosave:success", (event) => this.kept(event), { signal });
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-path]");
      if (button) goTo(button.dataset.path);
    });
    if (this.dataset.url) this.look();
  }

  disconnectedCallback() {
    this.stop.abort();
    clearTimeout(this.next);
  }

  // A new report has its number, and so its address here, once it was kept for the first time.
  kept(event) {
    const pk = event.detail.response?.pk;
    if (!this.dataset.url && pk) this.dataset.url = this.dataset.anyUrl.replace("/0/", `/${pk}/`);
    clearTimeout(this.next);
    if (this.dataset.url) this.next = setTimeout(() => this.look(), SETTLED_MS);
  }

  async look() {
    try {
      const response = await fetch(this.dataset.url, { redirect: "error" });
      if (!response.ok) return;
      const html = await response.text();
      if (html !== this.shown) this.innerHTML = this.shown = html;
    } catch {
      // Signed out, or the line dropped: what stands here is what was last known.
    }
  }
}

// Open what hides it, bring it before the editor, and let typing go there.
function goTo(path) {
  const [named, block] = path.split(".");
  const place =
    (block && document.querySelector(`[data-contentpath="${CSS.escape(block)}"]`)) ||
    document.querySelector(`[data-contentpath="${CSS.escape(named)}"]`) ||
    document.getElementById(`panel-child-report-${named}-section`);
  if (!place) return;
  const tab = place.closest("[role=tabpanel]");
  if (tab?.hidden) document.getElementById(tab.getAttribute("aria-labelledby"))?.click();
  for (let at = place; at; at = at.parentElement) {
    const toggle = at.querySelector?.(":scope > .w-panel__header [data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  const field = "[contenteditable=true], textarea, input:not([type=hidden])";
  (place.querySelector(field) ?? place.querySelector("button"))?.focus({ preventScroll: true });
}

customElements.define("proof-remarks", ProofRemarks);
