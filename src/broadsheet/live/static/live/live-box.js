// <live-box>: the form for an entry of a live report, on a phone and a poor line. What is typed is
// kept in this browser until it is posted. A post that does not get through is tried again by
// itself; every try of it carries the same key, so that it stands once. A photo is made smaller
// before it is sent.

const LONGEST_SIDE = 2400;
const SMALL_ENOUGH_BYTES = 1_500_000;
const PATIENCE_MILLISECONDS = 90_000;
const FIRST_PAUSE_SECONDS = 4;
const LONGEST_PAUSE_SECONDS = 60;
const KEPT = ["key", "text", "headline", "alt", "credit", "caption"];

class LiveBox extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.said = this.querySelector("[role=status]");
    this.button = this.querySelector("[type=submit]");
    this.rows = document.querySelector(".live-rows");
    this.tries = 0;
    this.restore();
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    addEventListener("online", () => this.isWaiting && this.send());
  }

  field(name) {
    return this.form.elements[name];
  }

  // Another text is another entry: it may not be taken for the one that is on its way.
  typed() {
    this.stopWaiting();
    this.field("key").value = newKey();
    this.keep();
  }

  keep() {
    const draft = Object.fromEntries(KEPT.map((name) => [name, this.field(name).value]));
    store(this.dataset.name, draft.text || draft.headline || draft.alt ? draft : null);
  }

  restore() {
    const draft = stored(this.dataset.name);
    if (!draft || this.field("text").value) return;
    for (const name of KEPT) this.field(name).value = draft[name] ?? "";
    for (const part of this.form.querySelectorAll("details")) {
      part.open = [...part.querySelectorAll("input:not([type=file])")].some((one) => one.value);
    }
    this.say(this.dataset.draft);
  }

  async send() {
    if (this.isSending) return;
    this.stopWaiting();
    this.isSending = true;
    this.button.setAttribute("aria-disabled", "true");
    this.say(this.dataset.sending);
    try {
      await this.post();
    } catch {
      this.wait();
    }
    this.isSending = false;
    this.button.removeAttribute("aria-disabled");
  }

  async post() {
    const answer = await fetch(this.form.action, {
      method: "POST",
      body: await this.data(),
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (answer.status >= 500) throw new Error(answer.status);
    if (!isOurs) this.say(this.dataset.out);
    else if (answer.ok) this.posted(await answer.json());
    else this.say((await answer.json()).errors.join(" "));
  }

  async data() {
    const data = new FormData(this.form);
    const photo = this.field("photo").files[0];
    if (photo) data.set("photo", await smaller(photo));
    return data;
  }

  posted({ html }) {
    this.tries = 0;
    this.form.reset();
    this.field("key").value = newKey();
    store(this.dataset.name, null);
    for (const part of this.form.querySelectorAll("details")) part.open = false;
    const row = new DOMParser().parseFromString(html, "text/html").querySelector(".live-row");
    if (!document.getElementById(row.id)) this.rows.prepend(document.adoptNode(row));
    this.say(this.dataset.posted);
  }

  wait() {
    const seconds = Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** this.tries);
    this.tries += 1;
    this.say(this.dataset.waiting);
    this.isWaiting = true;
    this.again = setTimeout(() => this.send(), seconds * 1000);
  }

  stopWaiting() {
    this.isWaiting = false;
    clearTimeout(this.again);
  }

  say(words) {
    this.said.textContent = words;
  }
}

// A phone's photo has ten times the bytes that a page shows of it, and says where it was taken.
async function smaller(photo) {
  if (photo.size < SMALL_ENOUGH_BYTES) return photo;
  try {
    const bitmap = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.87));
    return new File([blob], photo.name.replace(/\.\w*$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return photo; // a kind that this browser cannot draw: the desk says whether it can
  }
}

// randomUUID is for secure pages alone.
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// A browser may refuse storage altogether; a draft then lasts for this page.
function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function store(name, draft) {
  try {
    if (draft) localStorage.setItem(name, JSON.stringify(draft));
    else localStorage.removeItem(name);
  } catch {
    // as above
  }
}

customElements.define("live-box", LiveBox);
