// <share-report>: sends the report on. Without scripts it is a plain link to the report's own
// address; with them that gives way to a button that copies the address, and to one that opens
// the system's share sheet where there is one. data-copied and data-failed are what is said then.

class ShareReport extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    const copy = this.querySelector('[data-do="copy"]');
    const share = this.querySelector('[data-do="share"]');
    this.address = link.href;
    copy.addEventListener("click", () => this.copy());
    share.addEventListener("click", () => this.share());
    link.hidden = true;
    copy.hidden = false;
    share.hidden = !navigator.share;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.address);
      this.say(this.dataset.copied);
    } catch {
      this.say(this.dataset.failed);
    }
  }

  async share() {
    try {
      await navigator.share({ title: this.dataset.headline, url: this.address });
    } catch (error) {
      if (error.name !== "AbortError") this.say(this.dataset.failed);
    }
  }

  say(words) {
    const status = this.querySelector('[role="status"]');
    status.textContent = words;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => (status.textContent = ""), 4000);
  }
}

customElements.define("share-report", ShareReport);
