// Between the reader and the newsroom: whether one is signed in and may write, and what is sent.

export class Refused extends Error {}

// Nobody is signed in who has no such cookie: most readers cost the newsroom nothing.
export function wasIn() {
  return /(^|; )csrftoken=/.test(document.cookie);
}

export class ThreadDoor {
  constructor(thread) {
    this.thread = thread;
    this.path = thread.host.dataset.talk;
    this.own = new Map();
    this.recommended = new Set();
  }

  // Asks who this is, once, and opens the box or says why it stays shut.
  ask() {
    this.asked ??= this.enter();
    this.asked.catch(() => (this.asked = undefined));
    return this.asked;
  }

  async enter() {
    const answer = await fetch(`${this.path}mine.json`);
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    const told = await answer.json();
    this.token = told.csrf_token;
    this.isIn = told.signed_in;
    this.mayWrite = told.signed_in && !told.why_not;
    this.recommended = new Set(told.recommended.map(String));
    for (const one of told.own) this.own.set(String(one.id), one);
    if (this.isIn) this.unlock(told);
    this.showOwn();
    return told;
  }

  // Whether the reader may do what was just asked for; where not, it is said.
  async letIn() {
    await this.ask();
    if (!this.isIn) {
      this.thread.say(this.thread.word("login"));
      this.thread.host.querySelector(".talk-in")?.focus();
    }
    return this.isIn;
  }

  unlock(told) {
    const locked = this.thread.host.querySelector(".talk-locked");
    if (!locked) return;
    if (this.mayWrite) {
      const box = this.thread.box({ legend: "", name: told.name });
      locked.replaceWith(box.form);
      return;
    }
    const why = Object.assign(document.createElement("p"), { className: "talk-why" });
    why.textContent = told.why_not;
    if (told.name_page) {
      const next = encodeURIComponent(`${location.pathname}#comments`);
      const href = `${told.name_page}?next=${next}`;
      const words = this.thread.word("name");
      why.append(" ", Object.assign(document.createElement("a"), { href, textContent: words }));
    }
    locked.replaceWith(why);
  }

  // The file may be a second behind what this reader has just written or done.
  showOwn() {
    const fresh = [...this.own.values()].reverse();
    for (const one of fresh) {
      const item = this.thread.find(one.id);
      if (item) this.thread.freshen(item, one.html);
      else if (this.isNew(one) || one.parent) this.thread.add(one, one.html);
    }
    for (const item of this.thread.list.querySelectorAll(".comment")) this.thread.acts.dress(item);
  }

  isNew(one) {
    const newest = this.thread.list.querySelector(".comment")?.dataset.id ?? 0;
    return one.state === "held" || one.id > Number(newest);
  }

  // Raises Refused, with the newsroom's own words, or another error where it cannot be reached.
  async send(path, fields) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": this.token },
      body: new URLSearchParams(fields),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Refused(told.error);
    return told;
  }

  remember(own) {
    this.own.set(String(own.id), own);
  }
}
