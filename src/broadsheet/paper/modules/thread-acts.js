// What can be done about a comment: recommend it, answer it, report it; and one's own, change it and
// delete it. Without scripts these are links to a page for each comment.

import { focusOn } from "./focus-on.js";
import { Refused } from "./thread-door.js";

export class ThreadActs {
  constructor(thread) {
    this.thread = thread;
    thread.list.addEventListener("click", (event) => this.act(event));
  }

  // Makes buttons of a comment's links, and of the reader's own comments what they are.
  dress(item) {
    for (const one of [item, ...item.querySelectorAll(".comment")]) this.dressOne(one);
  }

  dressOne(item) {
    const { door } = this.thread;
    const own = door.own.get(item.dataset.id);
    if (own) this.dressOwn(item, own);
    for (const link of within(item, "a[data-do]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.do = link.dataset.do;
      button.append(...link.childNodes);
      link.replaceWith(button);
    }
    for (const button of within(item, '[data-do="recommend"]')) {
      button.setAttribute("aria-pressed", door.recommended.has(item.dataset.id));
    }
    if (this.thread.isClosed) for (const button of within(item, '[data-do="reply"]')) button.remove();
  }

  dressOwn(item, own) {
    if (item.classList.contains("is-own")) return;
    item.classList.add("is-own");
    const acts = this.thread.part("own");
    const change = acts.querySelector('[data-do="change"]');
    if (own.editable_seconds > 0) setTimeout(() => change.remove(), own.editable_seconds * 1000);
    else change.remove();
    for (const one of within(item, ".comment-acts")) {
      const reply = one.querySelector('[data-do="reply"]');
      if (reply) acts.prepend(reply);
      one.replaceWith(acts);
    }
    for (const one of within(item, ".comment-held")) one.after(acts);
  }

  async act(event) {
    const button = event.target.closest("button[data-do]");
    const item = button?.closest(".comment");
    if (!item || button.closest("form")) return;
    const act = {
      recommend: () => this.recommend(item, button),
      reply: () => this.reply(item),
      report: () => this.report(item, button),
      change: () => this.change(item, button),
      delete: () => this.remove(item, button),
      replies: () => this.showReplies(item),
    }[button.dataset.do];
    this.thread.say("");
    try {
      if (button.dataset.do === "replies" || (await this.thread.door.letIn())) await act();
    } catch (error) {
      const words = error instanceof Refused ? error.message : this.thread.word("unreached");
      this.thread.say(words);
    }
  }

  async recommend(item, button) {
    const { door } = this.thread;
    const { id } = item.dataset;
    const takesBack = door.recommended.has(id);
    const path = `/talk/comments/${id}/recommend/`;
    const told = await door.send(path, takesBack ? { take_back: "1" } : {});
    if (takesBack) door.recommended.delete(id);
    else door.recommended.add(id);
    button.setAttribute("aria-pressed", !takesBack);
    let count = button.querySelector(".count");
    if (!count) {
      count = Object.assign(document.createElement("span"), { className: "count" });
      button.append(" ", count);
    }
    count.textContent = told.recommended || "";
  }

  async reply(item) {
    if (!this.thread.door.mayWrite) return this.thread.say(await this.whyNot());
    this.unfold(item, this.thread.box({ parent: item.dataset.id, onClose: () => this.fold(item) }));
  }

  change(item) {
    const changes = this.thread.door.own.get(item.dataset.id);
    this.unfold(item, this.thread.box({ changes, onClose: () => this.fold(item) }));
  }

  async whyNot() {
    return (await this.thread.door.ask()).why_not;
  }

  report(item, button) {
    const form = this.thread.part("report");
    const error = form.querySelector(".comment-error");
    form.querySelector('[data-do="cancel"]').addEventListener("click", () => this.fold(item));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const path = `/talk/comments/${item.dataset.id}/report/`;
        await this.thread.door.send(path, Object.fromEntries(new FormData(form)));
        this.fold(item);
        this.thread.say(this.thread.word("reported"));
        button.disabled = true;
      } catch (failed) {
        error.textContent = failed instanceof Refused ? failed.message : this.thread.word("kept");
      }
    });
    this.unfold(item, { form, text: form.querySelector("input") });
  }

  // A button that is pressed twice: once to ask, once to do it.
  async remove(item, button) {
    if (!button.dataset.words) {
      button.dataset.words = button.textContent;
      button.textContent = this.thread.word("sure");
      button.addEventListener(
        "blur",
        () => {
          button.textContent = button.dataset.words;
          delete button.dataset.words;
        },
        { once: true },
      );
      return;
    }
    await this.thread.door.send(`/talk/comments/${item.dataset.id}/delete/`, {});
    this.thread.door.own.delete(item.dataset.id);
    item.remove();
    this.thread.say(this.thread.word("deleted"));
  }

  // One form at a time stands open under a comment.
  unfold(item, { form, text }) {
    this.fold(item);
    const place = item.querySelector(":scope > .replies, :scope > .comment-more");
    if (place) place.before(form);
    else item.append(form);
    text.focus();
  }

  fold(item) {
    const form = item.querySelector(":scope > form");
    if (!form) return;
    const hadFocus = form.contains(document.activeElement);
    form.remove();
    if (hadFocus) within(item, ".comment-acts button").at(0)?.focus();
  }

  repliesOf(item) {
    let list = item.querySelector(":scope > .replies");
    if (!list) {
      list = Object.assign(document.createElement("ol"), { className: "replies" });
      item.append(list);
    }
    return list;
  }

  async showReplies(item) {
    const more = item.querySelector(":scope > .comment-more");
    if (!more) return;
    const page = await this.thread.pages.page(this.thread.pages.replies(item.dataset.id));
    const list = this.repliesOf(item);
    let first;
    for (const reply of page.items[0]?.querySelectorAll(".comment") ?? []) {
      if (this.thread.find(reply.dataset.id)) continue;
      list.append(reply);
      this.dressOne(reply);
      first ??= reply;
    }
    more.remove();
    focusOn(first);
  }
}

// What belongs to a comment itself and not to a reply to it.
function within(item, selector) {
  return [...item.querySelectorAll(selector)].filter((one) => one.closest(".comment") === item);
}
