// The box in which a comment or a reply is written, and in which one is changed.

import { remember, remembered } from "./remembered.js";
import { graphemes, over, tidied } from "./wording.js";
import { Refused } from "./thread-door.js";

export class ThreadBox {
  // `parent` is the comment that is answered, `changes` one of the reader's own that is changed.
  constructor(thread, { parent = "", changes = null, onClose = null }) {
    this.thread = thread;
    this.door = thread.door;
    this.parent = parent;
    this.changes = changes;
    this.onClose = onClose;
    this.longest = Number(thread.host.dataset.longest);
    this.form = thread.part("box");
    this.text = this.form.querySelector("textarea");
    this.error = this.form.querySelector(".comment-error");
    this.counter = this.form.querySelector(".counter");
    this.cancel = this.form.querySelector('[data-do="cancel"]');
    this.button = this.form.querySelector('[type="submit"]');
    this.label();
    this.cancel.hidden = !onClose;
    this.cancel.addEventListener("click", () => this.close());
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && onClose) this.close();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.text.value = remembered(this.draft) || (changes ? changes.text : "");
    this.count();
  }

  // What is not sent yet outlives the page, on this machine alone.
  get draft() {
    const about = this.changes ? `change:${this.changes.id}` : this.parent;
    return `comment:${this.door.path}:${about}`;
  }

  label() {
    const id = `comment-text-${this.changes ? "change-" : ""}${this.changes?.id ?? this.parent}`;
    const label = this.form.querySelector("label");
    this.text.id = label.htmlFor = id;
    this.counter.id = `${id}-count`;
    this.error.id = `${id}-error`;
    this.text.setAttribute("aria-describedby", `${this.counter.id} ${this.error.id}`);
    if (this.parent) label.textContent = this.thread.word("reply");
    if (this.changes) label.textContent = this.thread.word("change");
  }

  typed() {
    this.key = undefined;
    remember(this.draft, this.text.value);
    this.count();
  }

  count() {
    const text = tidied(this.text.value);
    const length = graphemes(text);
    this.counter.textContent = `${length}/${this.longest}`;
    this.counter.ariaLabel = this.thread
      .word("left")
      .replace("{count}", length)
      .replace("{longest}", this.longest);
    const isOver = over(text, this.longest) > 0;
    this.counter.classList.toggle("is-over", isOver);
    this.text.setAttribute("aria-invalid", isOver);
    this.button.setAttribute("aria-disabled", isOver || !text);
  }

  async send() {
    const text = tidied(this.text.value);
    if (this.isSending || !text) return;
    this.isSending = true;
    this.error.textContent = "";
    // The same try again carries the same key: it stands once, however often it arrives.
    this.key ??= newKey();
    try {
      const own = await this.door.send(this.address, { ...this.fields, text });
      remember(this.draft, "");
      this.text.value = "";
      this.key = undefined;
      this.count();
      this.done(own);
    } catch (error) {
      this.error.textContent = error instanceof Refused ? error.message : this.thread.word("kept");
    } finally {
      this.isSending = false;
    }
  }

  get address() {
    return this.changes ? `/talk/comments/${this.changes.id}/change/` : this.door.path;
  }

  get fields() {
    if (this.changes) return {};
    return this.parent ? { key: this.key, parent: this.parent } : { key: this.key };
  }

  done(own) {
    this.door.remember(own);
    this.onClose?.();
    if (this.changes) this.thread.find(own.id)?.replaceWith(this.thread.pages.item(own.html));
    else this.thread.add(own, own.html);
    const item = this.thread.find(own.id);
    if (item) this.thread.acts.dress(item);
    this.thread.say(this.thread.word(own.state === "held" ? "held" : "posted"));
    item?.scrollIntoView({ block: "nearest" });
  }

  close() {
    remember(this.draft, "");
    this.onClose();
  }
}

// randomUUID is for secure pages alone.
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
