// <live-report>: brings what is new in a live report to a page that is open. The page has every
// entry that there was when it was printed; a small file (data-file) says what changed since. It is
// asked for only while somebody looks, more rarely while it cannot be had, and no more once the
// report has ended. New entries wait for the reader's own click, so that nothing moves under the
// eye; what was corrected or taken down is so at once.

import { focusOn } from "./focus-on.js";

const SECONDS = 15;
const MOST_SECONDS = 240;

class LiveReport extends HTMLElement {
  connectedCallback() {
    this.at = this.dataset.at;
    this.waiting = new Map();
    this.failed = 0;
    this.list = this.querySelector(".entries");
    this.button = this.querySelector(".live-new button");
    this.status = this.querySelector(".live-new [role=status]");
    this.button.addEventListener("click", () => this.show());
    this.seen = () => this.look();
    document.addEventListener("visibilitychange", this.seen);
    this.look();
  }

  disconnectedCallback() {
    clearTimeout(this.next);
    document.removeEventListener("visibilitychange", this.seen);
  }

  async look() {
    clearTimeout(this.next);
    if (document.hidden || this.isOver || this.isLooking) return;
    this.isLooking = true;
    try {
      const answer = await fetch(this.dataset.file);
      if (!answer.ok) throw new Error(`${this.dataset.file}: ${answer.status}`);
      const news = await answer.json();
      const hasMissed = news.since > this.at;
      if (hasMissed) await this.takeWholePage();
      this.take(news);
      this.failed = 0;
    } catch {
      this.failed += 1; // the line dropped, or the paper is away for a moment
    }
    this.isLooking = false;
    if (!this.isOver && this.isConnected) this.next = setTimeout(() => this.look(), this.pause());
  }

  // Not all at the same instant, and the longer it fails the more rarely.
  pause() {
    const seconds = Math.min(MOST_SECONDS, SECONDS * 2 ** this.failed);
    return seconds * (900 + Math.random() * 200);
  }

  take(news) {
    if (news.at > this.at) {
      this.keepingPlace(() => {
        this.querySelector(".live-keys").replaceWith(parsed(news.keys));
        for (const { place, html } of news.entries) this.put(place, html && parsed(html));
      });
      this.querySelector(".live-latest").replaceChildren(...parsedAll(news.latest));
      this.at = news.at;
      this.announce();
    }
    if (!news.running) this.end();
  }

  // After a long absence the file does not tell everything; the page itself does.
  async takeWholePage() {
    const answer = await fetch(location.pathname, { cache: "no-cache" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const entries = [...page.querySelectorAll(".entries > .entry")];
    if (!answer.ok || !entries.length) throw new Error("the page is not there");
    const places = new Set(entries.map((entry) => entry.id));
    this.keepingPlace(() => {
      for (const entry of [...this.list.children]) if (!places.has(entry.id)) entry.remove();
      for (const entry of entries) this.put(entry.id, document.adoptNode(entry));
    });
  }

  // An entry as it is now, nothing where it is gone.
  put(place, entry) {
    const shown = document.getElementById(place);
    if (!entry) {
      shown?.remove();
      this.waiting.delete(place);
    } else if (!shown) {
      this.waiting.set(place, entry);
    } else if (entry.dataset.changed > shown.dataset.changed) {
      shown.replaceWith(entry);
    }
  }

  announce() {
    const count = this.waiting.size;
    const words = count === 1 ? this.dataset.one : this.dataset.more.replace("{count}", count);
    this.button.hidden = !count;
    this.button.textContent = words;
    this.status.textContent = count ? words : "";
  }

  show() {
    for (const entry of this.list.querySelectorAll(".is-new")) entry.classList.remove("is-new");
    const fresh = [...this.waiting.values()];
    this.waiting.clear();
    for (const entry of fresh) {
      entry.classList.add("is-new");
      const older = [...this.list.children].find((one) => comesAfter(entry, one));
      this.list.insertBefore(entry, older ?? null);
    }
    this.announce();
    focusOn(this.list.querySelector(".is-new"));
  }

  // Whatever changes above it, the entry that is being read stays where it is on the screen.
  keepingPlace(change) {
    const isInside = this.list.getBoundingClientRect().top < 0;
    const read = [...this.list.children].find((one) => one.getBoundingClientRect().bottom > 0);
    const before = read?.getBoundingClientRect().top;
    change();
    if (!isInside || !read?.isConnected) return;
    scrollBy({ top: read.getBoundingClientRect().top - before, behavior: "instant" });
  }

  end() {
    this.isOver = true;
    document.removeEventListener("visibilitychange", this.seen);
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = this.dataset.over;
    this.querySelector(".live-latest").replaceChildren(link);
    this.status.textContent = this.dataset.over;
  }
}

// `html` is the newsroom's own, escaped where it was printed; nothing of it runs.
function parsed(html) {
  return parsedAll(html).find((node) => node.nodeType === Node.ELEMENT_NODE);
}

function parsedAll(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.body.childNodes].map((node) => document.adoptNode(node));
}

function comesAfter(one, other) {
  return one.dataset.posted > other.dataset.posted;
}

customElements.define("live-report", LiveReport);
