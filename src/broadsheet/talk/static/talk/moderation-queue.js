// <moderation-queue>: works through a queue by keyboard. Without it each row is a form that works.
// What a key does is what a press on the row's own button does; the answer is the row anew.

const KINDS = { r: "remove", w: "warn", s: "pause", b: "ban" };

class ModerationQueue extends HTMLElement {
  connectedCallback() {
    this.help = this.querySelector("[data-keys]");
    if (!this.help) return; // nothing waits
    this.help.hidden = false;
    this.help.addEventListener("click", () => this.toggleHelp());
    this.addEventListener("submit", (event) => this.send(event));
    this.addEventListener("change", (event) => this.suggest(event.target));
    this.addEventListener("focusin", (event) => this.note(event.target.closest("[data-row]")));
    this.onKey = (event) => this.key(event);
    document.addEventListener("keydown", this.onKey);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
  }

  get rows() {
    return [...this.querySelectorAll("[data-row]")];
  }

  get current() {
    return this.querySelector("[data-row][data-current]");
  }

  key(event) {
    const isWriting = event.target.closest("textarea, input:not([type=radio]), select, [contenteditable]");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("[data-decide]");
      if (!form) return;
      event.preventDefault();
      form.requestSubmit(form.querySelector("details [type=submit]"));
    } else if (event.key === "Escape") {
      this.close(event);
    } else if (!isWriting && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector("dialog[open], .modal.in")) {
      if (this.press(event.key)) event.preventDefault();
    }
  }

  press(key) {
    if (key === "j") return this.go(1);
    if (key === "k") return this.go(-1);
    if (key === "?") return this.toggleHelp();
    if (key === "u") return this.takeBack();
    const row = this.current;
    if (!row) return false;
    if (key === "p") return this.publish(row);
    if (key === "o") return this.open(row);
    if (key in KINDS) return this.choose(row, KINDS[key]);
    if (/^[1-9]$/.test(key)) return this.cite(row, key);
    return false;
  }

  go(step) {
    const rows = this.rows;
    const at = rows.indexOf(this.current);
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  note(row) {
    if (!row || row === this.current) return;
    this.current?.removeAttribute("data-current");
    row.setAttribute("data-current", "");
  }

  publish(row) {
    const button = row.querySelector("[value=publish]");
    button?.form.requestSubmit(button);
    return Boolean(button);
  }

  open(row) {
    const link = row.querySelector("[data-open]");
    if (link) location.assign(link.href);
    return Boolean(link);
  }

  choose(row, kind) {
    const radio = row.querySelector(`[type=radio][value=${kind}]`);
    if (!radio) return false;
    radio.closest("details").open = true;
    radio.checked = true;
    radio.focus();
    row.scrollIntoView({ block: "nearest" });
    return true;
  }

  cite(row, number) {
    const radio = row.querySelector(`details[open] [data-key="${number}"]`);
    if (!radio) return false;
    radio.checked = true;
    this.suggest(radio);
    const reason = row.querySelector("[name=reason]");
    reason.focus();
    reason.select();
    return true;
  }

  // The clause's own words are the reason until somebody writes another one.
  suggest(radio) {
    if (radio.name !== "clause") return;
    const reason = radio.form.elements.reason;
    if (reason.value && reason.value !== reason.dataset.suggested) return;
    reason.value = reason.dataset.suggested = radio.dataset.text;
  }

  close(event) {
    const details = event.target.closest?.("details[open]");
    if (!details || !this.contains(details)) return;
    details.open = false;
    details.closest("[data-row]").focus();
  }

  takeBack() {
    const forms = [this.current, this.last].map((row) => row?.querySelector("[data-take-back]"));
    const form = forms.find(Boolean);
    form?.requestSubmit();
    return Boolean(form);
  }

  async send(event) {
    const form = event.target;
    if (!form.matches("[data-decide], [data-take-back]")) return;
    event.preventDefault();
    const row = form.closest("[data-row]");
    if (row.hasAttribute("aria-busy")) return;
    const isDecision = form.matches("[data-decide]");
    const data = new FormData(form, null);
    if (event.submitter?.name) data.set(event.submitter.name, event.submitter.value);
    row.setAttribute("aria-busy", "true");
    this.say(this.dataset.sending);
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { "X-Requested-With": "moderation-queue" },
      });
      if (response.redirected || ![200, 409, 422].includes(response.status)) throw new Error(response.status);
      this.replace(row, await response.text(), isDecision && response.ok);
      this.say("");
    } catch {
      row.removeAttribute("aria-busy");
      this.say(this.dataset.failed);
    }
  }

  replace(row, html, isDone) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const anew = template.content.querySelector("[data-row]");
    const wasCurrent = row === this.current || row.contains(document.activeElement);
    row.replaceWith(anew);
    if (!wasCurrent) return;
    if (isDone) {
      this.last = anew;
      const rows = this.rows;
      (rows[rows.indexOf(anew) + 1] ?? anew).focus();
    } else {
      anew.focus();
    }
    this.current?.scrollIntoView({ block: "nearest" });
  }

  toggleHelp() {
    const keys = this.querySelector("#talk-keys");
    keys.hidden = !keys.hidden;
    this.help.setAttribute("aria-expanded", String(!keys.hidden));
    return true;
  }

  say(words) {
    this.querySelector("[role=status]").textContent = words;
  }
}

customElements.define("moderation-queue", ModerationQueue);
