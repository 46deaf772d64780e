// <front-makeup>: arranges the front by dragging, by buttons and by keys, and shows how it would be
// printed. What stands in a slot carries the slot's name in the form that is sent.

const WAIT_MS = 300;

class FrontMakeup extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form.makeup");
    this.frame = this.querySelector("iframe");
    this.said = this.querySelector("[role=status]");
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-do], [data-width]")));
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("dragstart", (event) => this.lift(event));
    this.addEventListener("dragover", (event) => this.hover(event));
    this.addEventListener("dragend", () => this.letGo());
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("input", (event) => (event.target.matches("[data-search]") ? this.search() : this.changed()));
    this.form.addEventListener("submit", () => (this.isDirty = false));
    addEventListener("beforeunload", (event) => this.isDirty && event.preventDefault());
    new ResizeObserver(() => this.fit()).observe(this.frame.parentElement);
    this.frame.addEventListener("load", () => this.fit());
    this.width = 390;
    this.show();
  }

  slot(name) {
    return this.querySelector(`[data-slot=${name}]`);
  }

  press(button) {
    if (!button) return;
    if (button.dataset.width) return this.look(Number(button.dataset.width), button);
    const item = button.closest("li");
    const was = button.dataset.do;
    this.move(item, was);
    // The button may be gone where the item stands now; the item keeps the focus.
    if (item && this.contains(item) && document.activeElement !== button) item.focus();
  }

  key(event) {
    const item = event.target;
    if (!item.matches("li[data-kind]")) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (step && event.altKey) this.move(item, step < 0 ? "up" : "down");
    else if (step) this.go(item, step);
    else if (isBare && event.key === "Delete") this.move(item, "off");
    else if (isBare && event.key === "l") this.move(item, "lead");
    else if (isBare && event.key === "t") this.move(item, item.dataset.kind === "section" ? "rivers" : "top");
    else return;
    event.preventDefault();
    if (!step || event.altKey) item.focus();
  }

  go(item, step) {
    const items = [...this.querySelectorAll("li[data-kind]")];
    items[items.indexOf(item) + step]?.focus();
  }

  move(item, what) {
    if (what === "no-report") return this.leadTo("", "");
    if (what === "breaking") return this.leadTo(item.querySelector("input").value, item.dataset.name);
    if (what === "off") return this.takeOff(item);
    if (what === "lead" || what === "top" || what === "rivers") return this.place(item, this.slot(what));
    const slot = item.closest("[data-slot]");
    const other = what === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (slot && other) this.place(item, slot, what === "up" ? other : other.nextElementSibling);
  }

  // Put an item into a slot before another one, or last. Who led before is the first top story then.
  place(item, slot, before = null) {
    if (slot.dataset.kind !== item.dataset.kind) return;
    const most = Number(slot.dataset.most);
    const isFull = (one) => one.dataset.most && one.children.length >= Number(one.dataset.most);
    if (most && item.parentElement !== slot && isFull(slot)) return this.say(this.dataset.wordsFull);
    if (slot.dataset.slot === "lead") {
      const led = [...slot.children].find((one) => one !== item);
      const top = this.slot("top");
      const isRoom = item.parentElement === top || !isFull(top);
      if (led && !isRoom) return this.say(this.dataset.wordsFull);
      if (led) this.put(led, top, top.firstElementChild);
      before = null;
    }
    this.put(item, slot, before === item ? item.nextElementSibling : before);
    const at = [...slot.children].indexOf(item) + 1;
    const words = this.dataset[`words${slot.dataset.slot[0].toUpperCase()}${slot.dataset.slot.slice(1)}`];
    this.say(words.replace("%s", item.dataset.name).replace("%n", at));
    this.changed();
  }

  put(item, slot, before) {
    item.querySelector("input").name = slot.dataset.slot;
    slot.insertBefore(item, before);
  }

  takeOff(item) {
    if (!item.closest("[data-slot]")) return;
    item.querySelector("input").removeAttribute("name");
    this.querySelector(`[data-pool=${item.dataset.kind}]`).prepend(item);
    this.say(this.dataset.wordsOff.replace("%s", item.dataset.name));
    this.changed();
  }

  leadTo(pk, name) {
    const line = this.querySelector("[data-breaking-report]");
    this.form.elements.breaking_report.value = pk;
    line.querySelector("span").textContent = name;
    line.hidden = !pk;
    this.changed();
  }

  lift(event) {
    this.dragged = event.target.closest?.("li[data-kind]");
    if (!this.dragged) return;
    this.dragged.setAttribute("data-dragged", "");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", this.dragged.dataset.name);
  }

  hover(event) {
    const list = this.listUnder(event);
    for (const slot of this.querySelectorAll("[data-over]")) slot !== list && slot.removeAttribute("data-over");
    if (!list) return;
    event.preventDefault();
    list.setAttribute("data-over", "");
  }

  drop(event) {
    const list = this.listUnder(event);
    if (!list) return;
    event.preventDefault();
    if (list.dataset.pool) this.takeOff(this.dragged);
    else this.place(this.dragged, list, this.itemBelow(list, event.clientY));
    this.letGo();
  }

  letGo() {
    this.dragged?.removeAttribute("data-dragged");
    this.dragged = null;
    for (const slot of this.querySelectorAll("[data-over]")) slot.removeAttribute("data-over");
  }

  listUnder(event) {
    const list = event.target.closest?.("[data-slot], [data-pool]");
    const kind = list && (list.dataset.kind ?? list.dataset.pool);
    return this.dragged && kind === this.dragged.dataset.kind ? list : null;
  }

  itemBelow(list, y) {
    const isBelow = (item) => y < item.getBoundingClientRect().top + item.offsetHeight / 2;
    return [...list.children].find((item) => item !== this.dragged && isBelow(item)) ?? null;
  }

  search() {
    clearTimeout(this.searching);
    this.searching = setTimeout(async () => {
      const words = this.querySelector("[data-search]").value;
      const response = await fetch(`${this.dataset.stock}?${new URLSearchParams({ q: words })}`);
      if (!response.ok) return;
      const pool = this.querySelector("[data-pool=report]");
      pool.innerHTML = await response.text();
      const standing = new Set([...this.querySelectorAll("[data-slot] input")].map((one) => one.value));
      for (const input of pool.querySelectorAll("input")) standing.has(input.value) && input.closest("li").remove();
    }, WAIT_MS);
  }

  changed() {
    this.isDirty = true;
    clearTimeout(this.showing);
    this.showing = setTimeout(() => this.show(), WAIT_MS);
  }

  async show() {
    const asked = (this.asked = Symbol("the newest request"));
    try {
      const response = await fetch(this.dataset.show, { method: "POST", body: new FormData(this.form) });
      if (!response.ok || response.redirected) throw new Error(response.status);
      const html = await response.text();
      if (asked === this.asked) this.frame.srcdoc = html;
    } catch {
      this.say(this.dataset.wordsFailed);
    }
  }

  look(width, pressed) {
    this.width = width;
    for (const button of this.querySelectorAll("[data-width]")) {
      button.setAttribute("aria-pressed", String(button === pressed));
    }
    this.fit();
  }

  // A wide page is shown smaller and whole; its own window is as high as it is.
  fit() {
    const room = this.frame.parentElement;
    const scale = Math.min(1, room.clientWidth / this.width);
    this.frame.style.width = `${this.width}px`;
    const height = this.frame.contentDocument?.documentElement?.scrollHeight ?? 0;
    this.frame.style.height = `${height}px`;
    this.frame.style.transform = `scale(${scale})`;
    this.frame.style.marginBottom = `${height * (scale - 1)}px`;
  }

  say(words) {
    this.said.textContent = words;
  }
}

customElements.define("front-makeup", FrontMakeup);
