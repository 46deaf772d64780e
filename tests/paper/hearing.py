"""What a test does to a page that plays, and asks of it: what is lit and heard, frame by frame."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.paper.site import until

AUDIO = "document.querySelector('audio')"

# The text is not being scrolled, neither along nor by the reader.
IS_STILL = """(() => {
  const { settling, isOwnScroll } = document.querySelector("read-along");
  return !settling && !isOwnScroll;
})()"""

# What is lit, frame by frame, until so many words have been: the element's own callback of each
# frame comes before this one's.
WATCH = """async (words) => {
  const audio = document.querySelector("audio");
  const lineOf = ({ startContainer: start }) =>
    (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest("[data-line]");
  const lit = (name) => {
    const [range] = CSS.highlights.get(name) ?? [];
    if (!range) return { text: null, place: null, start16: null };
    const before = document.createRange();
    before.setStart(lineOf(range), 0);
    before.setEnd(range.startContainer, range.startOffset);
    const { line: place } = lineOf(range).dataset;
    return { text: String(range), place, start16: String(before).length };
  };
  const seen = [];
  const late = performance.now() + 120_000;
  const count = () => new Set(seen.map(({ word }) => `${word.place} ${word.start16}`)).size;
  while (count() < words && performance.now() < late) {
    await new Promise(requestAnimationFrame);
    const seconds = audio.currentTime;
    seen.push({ seconds, word: lit("spoken-word"), sentence: lit("spoken-sentence") });
  }
  return seen;
}"""

# The strongest pitch, frame by frame for so many milliseconds after a seek, with the lit word.
HEAR = """async ({ to, milliseconds }) => {
  const audio = document.querySelector("audio");
  if (!window.ear) {
    const context = new AudioContext();
    window.ear = new AnalyserNode(context, { fftSize: 2048, smoothingTimeConstant: 0 });
    context.createMediaElementSource(audio).connect(ear);
    ear.connect(context.destination);
  }
  const sought = new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
  document.querySelector("audio-report").seek(to);
  await sought;
  const bins = new Float32Array(ear.frequencyBinCount);
  const heard = [];
  const late = performance.now() + 120_000;
  let seconds = to;
  while (seconds < to + milliseconds / 1000 && performance.now() < late) {
    await new Promise(requestAnimationFrame);
    seconds = audio.currentTime;
    const [word] = CSS.highlights.get("spoken-word") ?? [];
    ear.getFloatFrequencyData(bins);
    const best = bins.reduce((best, loudness, at) => (loudness > bins[best] ? at : best), 0);
    const pitch = best * ear.context.sampleRate / ear.fftSize;
    heard.push({ seconds, word: word ? String(word) : null, pitch });
  }
  return heard;
}"""

# So many times the strongest pitch, silence left out.
LOUDEST = """async (frames) => {
  const context = new AudioContext();
  const ear = new AnalyserNode(context, { fftSize: 2048, smoothingTimeConstant: 0 });
  context.createMediaElementSource(document.querySelector("audio")).connect(ear);
  ear.connect(context.destination);
  const bins = new Float32Array(ear.frequencyBinCount);
  const heard = [];
  const late = performance.now() + 120_000;
  while (heard.length < frames && performance.now() < late) {
    await new Promise(requestAnimationFrame);
    ear.getFloatFrequencyData(bins);
    const best = bins.reduce((best, loudness, at) => (loudness > bins[best] ? at : best), 0);
    if (bins[best] > -40) heard.push(best * context.sampleRate / ear.fftSize);
  }
  return heard;
}"""

# What of the player is smaller than a finger wants it.
TOO_SMALL = """(least) => [...document.querySelectorAll("audio-report *")]
  .filter((one) => one.matches("button, select, summary, input, a"))
  .filter((one) => one.checkVisibility() && !one.closest("details p"))
  .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([text, box]) => `${text}: ${box.width} by ${box.height}`)"""


def play(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).click()
    until(page, f"{AUDIO}.currentTime > 0 && !{AUDIO}.paused && CSS.highlights.size > 0")


def scroll_to_the_end(page: Page) -> None:
    page.mouse.move(100, 300)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
