// <kept-draft>: what is typed in a form outlives the session and the line. Wagtail keeps the form
// at the newsroom as it is typed; what it could not keep is kept in this browser until it can, and
// offered to the same person when the form is opened again.

const AGAIN_SECONDS = 5;

class KeptDraft extends HTMLElement {
  connectedCallback() {
    this.form = document.querySelector("[data-edit-form]");
    if (!this.form) return;
    // Over the form, whichever of its tabs is open. There it comes here once more.
    if (this.parentElement !== document.body) return document.body.append(this);
    this.stop = new AbortController();
    const { signal } = this.stop;
    document.addEventListener("w-autosave:save", (event) => this.keep(event.detail.formData), { signal });
    document.addEventListener("w-autosave:success", () => this.kept(), { signal });
    document.addEventListener("w-autosave:error", (event) => this.failed(event.detail.type), { signal });
    this.form.addEventListener("submit", (event) => this.hold(event), { signal, capture: true });
    // Wagtail takes what stands in the form two seconds after it was opened for what stood there
    // from the start: whoever types at once is kept as well.
    this.form.addEventListener("input", () => (this.isTyped = true), { signal });
    document.addEventListener("w-unsaved:watch-edits", () => this.isTyped && this.handIn(), { signal, once: true });
    addEventListener("online", () => this.again(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.again(), { signal });
    this.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-do]")?.dataset.do;
      if (chosen === "back") this.putBack();
      if (chosen === "away") this.forget();
    });
    if (read(this.key)) this.say("kept");
  }

  disconnectedCallback() {
    if (this.isConnected) return; // moved
    this.stop?.abort();
    clearTimeout(this.next);
  }

  get key() {
    return `kept-draft ${this.dataset.user} ${new URL(this.form.action).pathname}`;
  }

  keep(data) {
    this.isKeeping = true;
    // The last thing that was kept before is not written over while it waits for an answer.
    if (this.says === "kept") return;
    const fields = [...data].filter(([, value]) => typeof value === "string");
    this.last = this.key; // a new report gets another address with its first draft
    write(this.last, { at: Date.now(), fields });
  }

  // A button that is pressed while the form keeps itself waits until that is over: handed in twice at
  // once, a new report would be two, or the second be refused for the address of the first.
  hold(event) {
    if (!this.isKeeping) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.pressed = event.submitter;
  }

  letGo() {
    this.isKeeping = false;
    const button = this.pressed;
    if (!button) return;
    this.pressed = null;
    // Wagtail turns off a button that was pressed, and a form leaves out what is off.
    const { disabled } = button;
    button.disabled = false;
    this.form.requestSubmit(button);
    button.disabled = disabled;
  }

  kept() {
    this.forget();
    this.letGo();
  }

  forget() {
    if (this.says === "kept" && !this.last) write(this.key, null);
    if (this.last) write(this.last, null);
    clearTimeout(this.next);
    this.next = null;
    this.say("");
  }

  async failed(type) {
    // What is wrong with the form, or that another was quicker, Wagtail says itself.
    if (type !== "network_error" && type !== "server_error") return this.letGo();
    this.isKeeping = false;
    this.pressed = null; // it would lead away from the form, to nowhere
    if (type === "network_error") this.say("offline");
    else this.say((await this.isHere()) ? "refused" : "out");
    this.wait();
  }

  wait() {
    clearTimeout(this.next);
    this.next = setTimeout(() => this.again(), AGAIN_SECONDS * 1000);
  }

  // Have Wagtail keep the form again, as soon as it can.
  async again() {
    if (!["offline", "out", "refused", "other"].includes(this.says)) return;
    if (await this.isHere()) this.handIn();
    this.wait();
  }

  // As if something had just been typed.
  handIn() {
    const detail = { type: "edits" };
    this.form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail }));
  }

  // Whether the person who opened the form is signed in; the form then proves itself anew.
  async isHere() {
    try {
      const response = await fetch(this.dataset.here, { redirect: "manual", cache: "no-store" });
      if (!response.ok) {
        if (response.type === "opaqueredirect") this.say("out");
        return false;
      }
      const { user, csrf_token: token } = await response.json();
      if (`${user}` !== this.dataset.user) {
        this.say("other");
        return false;
      }
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
      return true;
    } catch {
      this.say("offline");
      return false;
    }
  }

  // Send what was kept as if it had just been typed; what others kept since stays in the history.
  async putBack() {
    const kept = read(this.key);
    if (!kept || !(await this.isHere())) return;
    const data = new FormData();
    for (const [name, value] of kept.fields) data.append(name, value);
    data.delete("overwrite_revision_id");
    for (const name of ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at"]) {
      const now = this.form.elements.namedItem(name)?.value;
      if (now) data.set(name, now);
    }
    const response = await fetch(this.form.action, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json" },
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (!answer?.success) return this.say("refused");
    write(this.key, null);
    location.assign(answer.url || location.href);
  }

  say(what) {
    this.says = what;
    this.hidden = !what;
    for (const one of this.querySelectorAll("[data-says]")) {
      one.hidden = !one.dataset.says.split(" ").includes(what);
    }
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // a browser that keeps nothing
  }
}

function write(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // Full, or a browser that keeps nothing: Wagtail still warns before the page is left.
  }
}

customElements.define("kept-draft", KeptDraft);
