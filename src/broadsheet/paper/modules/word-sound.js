// A word as it was spoken in the audio report, or else by a voice that runs on the reader's own
// machine. Nothing is said by a voice that would send the word elsewhere.

import { wordsSpoken } from "./cues.js";

const BEFORE_MS = 40; // a word begins before it is heard to begin
const AFTER_MS = 60;
const VERSION = 1;

export class WordSound {
  // `report` is the <audio-report> of the page, if there is one.
  constructor(report, language) {
    this.report = report;
    this.language = language;
    this.cues = [];
    globalThis.speechSynthesis?.getVoices(); // a browser begins to look for its voices when asked
  }

  // When each word is spoken; what cannot be had is left to the reader's own voice.
  async open() {
    if (!this.report?.dataset.cues) return;
    try {
      const answer = await fetch(this.report.dataset.cues);
      const { version, lines } = await answer.json();
      if (answer.ok && version === VERSION) this.cues = lines.flatMap(cuesOf);
    } catch {
      this.cues = [];
    }
  }

  // A function that plays the words, which stand together; nothing where none can say them.
  of(places, printed) {
    const spoken = this.isHeard() ? this.stretch(places) : undefined;
    if (spoken) return () => this.play(spoken);
    const voice = this.voice();
    if (!voice) return undefined;
    return () => {
      const said = new SpeechSynthesisUtterance(printed);
      said.voice = voice;
      said.lang = voice.lang;
      speechSynthesis.cancel();
      speechSynthesis.speak(said);
    };
  }

  isHeard() {
    return this.report && this.report.dataset.state !== "failed";
  }

  stretch(places) {
    const spoken = places.flatMap(({ place, from, to }) =>
      this.cues.filter((cue) => cue.place === place && cue.from < to && cue.to > from),
    );
    if (!spoken.length) return undefined;
    return {
      start: Math.max(Math.min(...spoken.map(({ start }) => start)) - BEFORE_MS, 0) / 1000,
      end: (Math.max(...spoken.map(({ end }) => end)) + AFTER_MS) / 1000,
    };
  }

  // The report itself falls silent for the word and goes on after it.
  async play({ start, end }) {
    const { audio: reading } = this.report;
    const wasReading = !reading.paused;
    reading.pause();
    const audio = this.player(reading);
    audio.currentTime = start;
    await audio.play();
    await new Promise((done) => {
      const look = () => {
        if (!audio.paused && !audio.ended && audio.currentTime < end) requestAnimationFrame(look);
        else done();
      };
      look();
    });
    audio.pause();
    if (wasReading && this.report.isActive) this.report.play();
  }

  player(reading) {
    if (!this.audio) {
      this.audio = document.createElement("audio");
      this.audio.append(...[...reading.querySelectorAll("source")].map((one) => one.cloneNode()));
      this.audio.preload = "auto";
    }
    return this.audio;
  }

  voice() {
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    const own = voices.filter(({ localService }) => localService);
    return own.find(({ lang }) => lang.split(/[-_]/)[0] === this.language.split("-")[0]);
  }
}

function cuesOf([place, sentences]) {
  return sentences.flatMap(([start, , from, , cues]) => wordsSpoken({ place, start, from, cues }));
}
