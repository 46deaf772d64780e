// <audio-report>: plays the report. In the page it holds the browser's own player, which works
// without scripts; with them it shows controls of its own. They stay at the bottom of the window
// while the player itself is scrolled out of it, from the first play until the end or "close".
//
// Nothing is fetched before the first play. Then <read-along> comes, which lights the words that
// are spoken and lets a reader choose a word to hear from; data-read-along says where its file is
// and data-cues where its times are. Without either the report is heard all the same; where it is
// not known when a word is spoken, neither they nor <read-along> are there.
//
// What else stands on the page can say `report.play()`, `report.seek(seconds)` and look at
// `report.isActive`: from the first play until the reader closes the player.

import { remember, remembered } from "./remembered.js";

const STEP_SECONDS = 15;
const SLIDER_STEP_SECONDS = 5;
const KEYS = {
  " ": "toggle",
  k: "toggle",
  j: "back",
  l: "forward",
  ArrowLeft: "previous",
  ArrowRight: "next",
};
const ACTIONS = {
  toggle: (report) => (report.audio.paused ? report.play() : report.audio.pause()),
  back: (report) => report.seek(report.audio.currentTime - STEP_SECONDS),
  forward: (report) => report.seek(report.audio.currentTime + STEP_SECONDS),
  previous: (report) => report.step(-1),
  next: (report) => report.step(+1),
  close: (report) => report.close(),
};
const SPEED_KEY = "audio-speed";
const PLACES_KEY = "audio-places"; // the file of a sound → seconds, those heard last at the end
const PLACES_KEPT = 50;

class AudioReport extends HTMLElement {
  connectedCallback() {
    this.audio = this.querySelector("audio");
    this.controls = this.querySelector(".audio-controls");
    this.button = this.querySelector('[data-do="toggle"]');
    this.slider = this.querySelector('[type="range"]');
    this.speed = this.querySelector("select");
    this.seconds = Number(this.dataset.seconds);
    this.file = this.querySelector("source").getAttribute("src");
    this.isActive = false;
    this.remember();
    this.listen();
    this.audio.controls = false;
    this.controls.hidden = false;
    this.querySelector(".audio-keys").hidden = false;
    this.tell();
  }

  listen() {
    this.addEventListener("click", (event) => {
      ACTIONS[event.target.closest("[data-do]")?.dataset.do]?.(this);
    });
    this.controls.addEventListener("keydown", (event) => this.press(event));
    this.slider.addEventListener("input", () => this.seek(this.slider.valueAsNumber));
    this.speed.addEventListener("change", () => {
      this.setSpeed(this.speed.value);
      remember(SPEED_KEY, this.speed.value);
    });
    this.audio.addEventListener("play", () => this.turn("playing"));
    this.audio.addEventListener("pause", () => this.turn("paused"));
    this.audio.addEventListener("ended", () => this.dock());
    this.audio.addEventListener("timeupdate", () => this.tell());
    this.audio.addEventListener("seeking", () => this.tell());
    this.audio.addEventListener("seeked", () => this.announcePlace());
    this.audio.addEventListener("ratechange", () => this.announcePlace());
    this.audio.addEventListener("error", () => this.fail());
    // Of the sources only the last one's failure is the sound's.
    this.audio.querySelector("source:last-of-type").addEventListener("error", () => this.fail());
    window.addEventListener("pagehide", () => this.keepPlace());
    new IntersectionObserver(([seen]) => {
      this.isOut = !seen.isIntersecting;
      this.dock();
    }).observe(this);
  }

  async play() {
    if (!this.isActive) this.announce();
    this.setActive(true);
    this.readAlong();
    try {
      await this.audio.play();
    } catch (error) {
      // A pause that comes before the sound does, or a browser that wants a finger first.
      if (error.name !== "AbortError" && error.name !== "NotAllowedError") this.fail();
    }
  }

  seek(seconds) {
    this.audio.currentTime = Math.min(Math.max(seconds, 0), this.seconds);
    this.tell();
  }

  async step(by) {
    const words = await this.readAlong();
    words?.step(by);
  }

  close() {
    this.setActive(false);
    this.audio.pause();
    this.button.focus({ preventScroll: true });
    this.querySelector("read-along")?.rest?.();
    this.dock();
  }

  // The element with the words in it, or nothing where they could not be had.
  readAlong() {
    const words = this.querySelector("read-along");
    if (!words) return undefined;
    this.words ??= import(this.dataset.readAlong)
      .then(() => words.ready)
      .then(() => words)
      .catch(() => {
        words.hidden = true;
      });
    return this.words;
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target === this.speed) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isOnSlider = event.target === this.slider;
    const arrow = isOnSlider && { ArrowLeft: -1, ArrowRight: +1 }[key];
    if (!KEYS[key] || (key === " " && !isOnSlider)) return; // space presses a button by itself
    event.preventDefault();
    if (arrow) this.seek(this.audio.currentTime + arrow * SLIDER_STEP_SECONDS);
    else ACTIONS[KEYS[key]](this);
  }

  turn(state) {
    if (this.dataset.state === "failed") return;
    this.dataset.state = state;
    this.button.querySelector("span").textContent = this.dataset[state];
    this.keepPlace();
    this.announcePlace();
    this.dock();
  }

  tell() {
    const now = Math.floor(this.audio.currentTime);
    if (now === this.told) return;
    this.told = now;
    this.slider.value = now;
    this.slider.style.setProperty("--heard", now / this.seconds);
    this.querySelector(".audio-elapsed").textContent = clock(now);
    this.querySelector(".audio-left").textContent = `−${clock(Math.floor(this.seconds) - now)}`;
    // A screen reader speaks whenever the words of a slider change that has the focus.
    if (this.audio.paused || document.activeElement !== this.slider || this.audio.seeking)
      this.slider.setAttribute("aria-valuetext", this.inWords(now));
    if (now % 5 === 0) this.keepPlace();
  }

  inWords(seconds) {
    const { lang } = this.closest("[lang]");
    const words = { "{now}": amount(seconds, lang), "{whole}": amount(this.seconds, lang) };
    return this.dataset.of.replace(/\{\w+\}/g, (name) => words[name]);
  }

  setSpeed(speed) {
    this.audio.preservesPitch = true;
    this.audio.defaultPlaybackRate = this.audio.playbackRate = speed;
  }

  dock() {
    const small = Boolean(this.isOut) && this.isActive && !this.audio.ended;
    if (small === this.hasAttribute("data-small")) return;
    // The controls leave the text; what stands below it stays where it is.
    this.style.minBlockSize = small ? `${this.offsetHeight}px` : "";
    this.toggleAttribute("data-small", small);
  }

  // The page makes room for the small player before it comes: what a browser scrolls to because it
  // got the focus would else be covered by what that very scroll brings up.
  setActive(isActive) {
    this.isActive = isActive;
    document.documentElement.toggleAttribute("data-audio-active", isActive);
  }

  // What a lock screen shows, and what its buttons and those of a headset do.
  announce() {
    const session = navigator.mediaSession;
    if (!session) return;
    const { title, artist, album, artwork, artworkSizes } = this.dataset;
    session.metadata = new MediaMetadata({
      title,
      artist,
      album,
      artwork: artwork ? [{ src: artwork, sizes: artworkSizes }] : [],
    });
    const to = (action) => () => ACTIONS[action](this);
    const handlers = {
      play: () => this.play(),
      pause: () => this.audio.pause(),
      seekbackward: to("back"),
      seekforward: to("forward"),
      previoustrack: to("previous"),
      nexttrack: to("next"),
      seekto: ({ seekTime }) => this.seek(seekTime),
    };
    for (const [action, handler] of Object.entries(handlers)) {
      try {
        session.setActionHandler(action, handler);
      } catch {
        // a browser that knows no such button
      }
    }
  }

  announcePlace() {
    if (!this.isActive) return;
    navigator.mediaSession?.setPositionState({
      duration: this.seconds,
      position: Math.min(this.audio.currentTime, this.seconds),
      playbackRate: this.audio.playbackRate,
    });
  }

  // The sound is not there: withdrawn after a correction, or out of reach.
  fail() {
    if (this.dataset.state === "failed") return;
    this.audio.pause();
    this.setActive(false);
    this.dataset.state = "failed";
    this.dock();
    this.controls.hidden = true;
    this.querySelector("read-along")?.rest?.();
    this.querySelector('[role="status"]').textContent = this.dataset.failed;
    if (navigator.mediaSession) navigator.mediaSession.metadata = null;
  }

  remember() {
    const speed = remembered(SPEED_KEY);
    if ([...this.speed.options].some((one) => one.value === speed)) this.speed.value = speed;
    this.setSpeed(this.speed.value);
    const place = Number(this.places[this.file]);
    if (place > 0 && place < this.seconds) this.audio.currentTime = place;
  }

  // Another version of the paper, or another hand, may have written it.
  get places() {
    try {
      return Object(JSON.parse(remembered(PLACES_KEY)));
    } catch {
      return {};
    }
  }

  keepPlace() {
    if (!this.isActive) return;
    const { places } = this;
    delete places[this.file]; // to stand last
    if (!this.audio.ended) places[this.file] = Math.floor(this.audio.currentTime);
    const last = Object.entries(places).slice(-PLACES_KEPT);
    remember(PLACES_KEY, JSON.stringify(Object.fromEntries(last)));
  }
}

// 75 → 1:15
function clock(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

// 75 → 1 minute 15 seconds
function amount(seconds, lang) {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  const said = (number, unit) =>
    new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "long" }).format(number);
  if (!minutes) return said(rest, "second");
  return rest ? `${said(minutes, "minute")} ${said(rest, "second")}` : said(minutes, "minute");
}

customElements.define("audio-report", AudioReport);
