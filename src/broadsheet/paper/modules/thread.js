// The comments under a report, once a reader has come near. <comment-thread> fetches this file.
//
// What is read is the thread's own pages, which stand as files; nothing is asked of the newsroom
// before the reader has signed in once or begins to write.

import { focusOn } from "./focus-on.js";
import { ThreadActs } from "./thread-acts.js";
import { ThreadBox } from "./thread-box.js";
import { ThreadDoor, wasIn } from "./thread-door.js";
import { NONE, ThreadPages } from "./thread-pages.js";

const AT_A_TIME = 100;

export async function open(host) {
  const pages = new ThreadPages(host.dataset.thread);
  // Where nobody had written when the page was printed there is no file to ask for: whoever writes
  // has it printed again. A reader who writes here may be ahead of that.
  const isEmpty = "empty" in host.dataset && !location.hash && !wasIn();
  const [first] = await Promise.all([isEmpty ? NONE : pages.first("newest"), styled(host.dataset.style)]);
  const thread = new Thread(host, pages);
  thread.show(first);
  thread.ready = thread.begin();
  return thread;
}

class Thread {
  constructor(host, pages) {
    this.host = host;
    this.pages = pages;
    this.words = host.querySelector("template.talk-words").content;
    this.section = host.querySelector(".talk");
    this.order = "newest";
    this.shown = new Set();
    this.waiting = [];
    this.section.append(this.part("reading"));
    this.list = this.section.querySelector(".thread");
    this.more = this.section.querySelector(".thread-more");
    this.more.addEventListener("click", () => this.showMore());
    for (const button of this.section.querySelectorAll(".thread-orders button")) {
      button.addEventListener("click", () => this.reorder(button.value));
    }
    for (const link of this.section.querySelectorAll(".talk-page")) link.remove();
    this.door = new ThreadDoor(this);
    this.acts = new ThreadActs(this);
    addEventListener("hashchange", () => this.goToPlace());
  }

  // A clone of one of the page's own templates.
  part(name) {
    return this.words.querySelector(`[data-part="${name}"]`).cloneNode(true);
  }

  // What the page says in a case: the words come with it, in its language.
  word(name) {
    return this.words.querySelector(`[data-word="${name}"]`).textContent;
  }

  get isClosed() {
    const { closes } = this.host.dataset;
    return this.closed || (closes ? new Date(closes) <= new Date() : false);
  }

  async begin() {
    if (wasIn()) await this.door.ask().catch(() => {});
    await this.goToPlace();
  }

  show(page) {
    this.list.replaceChildren();
    this.shown.clear();
    this.total = page.total;
    this.closed = page.isClosed;
    this.firsts = page.firsts;
    this.waiting = page.items;
    this.next = page.next;
    this.host.querySelector(".talk-total").textContent = this.total || "";
    for (const button of this.section.querySelectorAll(".thread-orders button")) {
      button.setAttribute("aria-pressed", button.value === this.order);
    }
    this.section.querySelector(".thread-orders").hidden = this.total < 2;
    this.section.querySelector(".thread-none").hidden = this.total > 0;
    this.place(AT_A_TIME);
    if (this.isClosed) this.section.querySelector(".talk-locked")?.replaceWith(this.closedWords());
    this.more.hidden = !this.hasMore;
  }

  closedWords() {
    return Object.assign(document.createElement("p"), {
      className: "talk-why",
      textContent: this.word("closed"),
    });
  }

  get hasMore() {
    return this.waiting.length > 0 || Boolean(this.next);
  }

  // Sets so many comments that do not stand there yet. Pages overlap: each comment is set once.
  place(count) {
    const placed = [];
    while (placed.length < count && this.waiting.length) {
      const item = this.waiting.shift();
      if (this.shown.has(item.dataset.id)) continue;
      this.shown.add(item.dataset.id);
      placed.push(item);
    }
    this.list.append(...placed);
    for (const item of placed) this.acts.dress(item);
    return placed;
  }

  async showMore() {
    this.more.disabled = true;
    const placed = this.place(AT_A_TIME);
    try {
      while (placed.length < AT_A_TIME && this.next) {
        const page = await this.pages.page(this.next);
        this.waiting = page.items;
        this.next = page.next;
        placed.push(...this.place(AT_A_TIME - placed.length));
      }
      this.say("");
    } catch {
      this.say(this.word("unreached"));
    }
    this.more.disabled = false;
    this.more.hidden = !this.hasMore;
    focusOn(placed[0]);
  }

  async reorder(order) {
    if (order === this.order) return;
    try {
      const page = await this.pages.first(order);
      this.order = order;
      this.show(page);
      this.door.showOwn();
      this.say("");
    } catch {
      this.say(this.word("unreached"));
    }
  }

  // #comment-12 and #comment-12-40, which answers 12. The pages by time say where each one is.
  async goToPlace() {
    const found = /^#comment-(\d+)(?:-(\d+))?$/.exec(location.hash);
    if (!found) return;
    const [place, id, reply] = found;
    if (!this.find(id)) await this.bring(Number(id)).catch(() => this.say(this.word("unreached")));
    const item = this.find(id);
    if (item && reply && !this.find(reply)) {
      await this.acts.showReplies(item).catch(() => this.say(this.word("unreached")));
    }
    const target = document.getElementById(place.slice(1)) ?? item;
    if (target) focusOn(target);
    else this.say(this.word("gone"));
  }

  async bring(id) {
    if (this.order !== "newest") await this.reorder("newest");
    const number = this.firsts.findLastIndex((first) => first <= id) + 1;
    if (!number) return;
    const page = await this.pages.page(this.pages.numbered(number));
    const item = page.items.find((one) => one.dataset.id === String(id));
    if (!item) return;
    this.waiting = page.items;
    this.next = page.next;
    this.place(AT_A_TIME);
    this.more.hidden = !this.hasMore;
  }

  find(id) {
    return this.list.querySelector(`.comment[data-id="${id}"]`);
  }

  // A comment of the reader's own that the file does not show yet.
  add(own, html) {
    if (this.find(own.id)) return this.find(own.id);
    const item = this.pages.item(html);
    const parent = own.parent && this.find(own.parent);
    if (own.parent && !parent) return null;
    this.section.querySelector(".thread-none").hidden = true;
    if (parent) this.acts.repliesOf(parent).append(item);
    else this.list.prepend(item);
    this.shown.add(String(own.id));
    this.acts.dress(item);
    return item;
  }

  // What the reader has just changed: the file may show it as it was.
  freshen(item, html) {
    const fresh = this.pages.item(html);
    for (const part of [".comment-head", ".comment-text"]) {
      const shown = item.querySelector(`:scope > ${part}`);
      shown?.replaceWith(fresh.querySelector(part));
    }
  }

  say(words) {
    this.section.querySelector(".thread-said").textContent = words;
  }

  box(options) {
    return new ThreadBox(this, options);
  }
}

function styled(href) {
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
