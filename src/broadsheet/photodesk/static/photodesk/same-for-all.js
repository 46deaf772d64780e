// <same-for-all>: what a batch of photos has in common, written once. It shows itself as soon as
// there are photos, and says how many of them lack what they cannot be printed without.

const NEEDED = ["credit", "alt_text"];

const fieldOf = (form, name) => form.querySelector(`[name$="-${name}"]`);

class SameForAll extends HTMLElement {
  connectedCallback() {
    if (this.photos) return; // called once more when it takes its place
    this.photos = document.getElementById("upload-list");
    this.photos.before(this);
    this.addEventListener("click", (event) => this.do(event.target.dataset.does));
    this.photos.addEventListener("input", () => this.count());
    new MutationObserver(() => {
      this.count();
      if (this.saving && !this.saving.isConnected) this.saveNext();
    }).observe(this.photos, { childList: true, subtree: true });
    this.count();
  }

  get forms() {
    return [...this.photos.querySelectorAll("form.photo-of-batch")];
  }

  do(what) {
    if (what === "save") {
      this.waiting = this.forms;
      this.saveNext();
    } else if (what) {
      this.write({ overWhatIsThere: what === "set" });
    }
  }

  // One after the other: Wagtail takes a form that was saved off the page, or puts it there anew.
  saveNext() {
    this.saving = this.waiting.shift();
    this.saving?.requestSubmit();
  }

  write({ overWhatIsThere }) {
    for (const from of this.querySelectorAll("[data-same]")) {
      if (!from.value.trim()) continue;
      for (const form of this.forms) {
        const to = fieldOf(form, from.dataset.same);
        if (!to || (to.value.trim() && !overWhatIsThere)) continue;
        to.value = from.value;
        for (const kind of ["input", "change"]) {
          to.dispatchEvent(new Event(kind, { bubbles: true }));
        }
      }
    }
  }

  count() {
    const { forms } = this;
    const lacking = forms.filter((form) => this.mark(form)).length;
    const words = lacking ? this.dataset.lacking : this.dataset.whole;
    const said = words.replace("{lacking}", lacking).replace("{all}", forms.length);
    const state = this.querySelector(".same-for-all__state");
    if (state.textContent !== said) state.textContent = said;
    this.hidden = forms.length === 0;
  }

  // Show at the photo what it lacks, and say whether it lacks anything.
  mark(form) {
    const lacks = NEEDED.filter((name) => !fieldOf(form, name)?.value.trim());
    for (const name of NEEDED) {
      const shown = form.querySelector(`[data-lacks="${name}"]`);
      if (shown.hidden === lacks.includes(name)) shown.hidden = !lacks.includes(name);
    }
    return lacks.length > 0;
  }
}

customElements.define("same-for-all", SameForAll);
