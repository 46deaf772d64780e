"""The dictionary beside the player: a tap looks a word up, and a button plays it as it was read."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.paper.looking_up import look_up, make_site, places, turn_on
from tests.paper.site import HOST, opened, until
from tests.paper.sounding import read_aloud

pytestmark = pytest.mark.browser

AUDIO = "document.querySelector('audio-report audio')"
# Where the word's own player is and the strongest pitch in it, until it falls silent.
HEAR = """async () => {
  const say = document.querySelector(".word-card [data-do=say]");
  const play = HTMLMediaElement.prototype.play;
  let ear;
  HTMLMediaElement.prototype.play = function () {
    if (!this.isConnected) {
      const context = new AudioContext();
      ear = new AnalyserNode(context, { fftSize: 2048, smoothingTimeConstant: 0 });
      context.createMediaElementSource(this).connect(ear);
      ear.connect(context.destination);
      window.player = this;
      window.from = this.currentTime;
    }
    return play.call(this);
  };
  say.click();
  const heard = [];
  const late = performance.now() + 20_000;
  const bins = new Float32Array(1024);
  while ((!window.player || !player.paused || !heard.length) && performance.now() < late) {
    await new Promise(requestAnimationFrame);
    if (!ear || player.paused) continue;
    ear.getFloatFrequencyData(bins);
    const best = bins.reduce((best, loudness, at) => (loudness > bins[best] ? at : best), 0);
    heard.push([bins[best], best * ear.context.sampleRate / ear.fftSize]);
  }
  HTMLMediaElement.prototype.play = play;
  return { from: window.from, to: player.currentTime, heard };
}"""


def test_a_word_is_looked_up_and_heard_as_it_was_read(chromium: Browser) -> None:
    reading = read_aloud()
    context, page, said = opened(chromium, make_site(has_sound=True))
    turn_on(page)
    page.get_by_role("button", name="Play", exact=True).click()
    until(page, f"!{AUDIO}.paused && CSS.highlights.has('spoken-word')")
    before = page.evaluate(f"{AUDIO}.currentTime")
    look_up(page, "body.0", "engineers")
    now = page.evaluate(f"{AUDIO}.currentTime")
    cue = next(one for one in reading.cues if (one.place, one.text) == ("body.0", "engineers"))
    assert before <= now < cue.start_ms / 1000  # the tap has not moved the player
    page.get_by_role("button", name="Hear the word").wait_for()
    played: dict[str, Any] = page.evaluate(HEAR)
    assert cue.start_ms / 1000 - 0.1 < played["from"] <= cue.start_ms / 1000
    assert played["to"] >= cue.end_ms / 1000
    loud = [pitch for loudness, pitch in played["heard"] if loudness > -40]
    assert [pitch for pitch in loud if abs(pitch - cue.pitch) < 30]
    # The report fell silent for the word and goes on after it.
    until(page, f"!{AUDIO}.paused")
    # With the dictionary off a tap is the player's again.
    page.get_by_role("button", name="Dictionary").click()
    point = places(page, "body.0", "engineers")
    page.mouse.click(point["x"], point["y"])
    until(page, f"{AUDIO}.currentTime >= {cue.start_ms / 1000}")
    assert page.get_by_role("dialog").count() == 0
    assert said == []
    context.close()


def test_what_nobody_can_say_has_no_button(chromium: Browser) -> None:
    site = make_site(has_sound=True)
    site.gone.add(read_aloud().story.sound.cues_path)  # type: ignore[union-attr]  # it has a sound
    context, page, _ = opened(chromium, site)
    _without_voices(page)
    turn_on(page)
    look_up(page, "body.0", "bridge")
    assert page.get_by_role("button", name="Hear the word").count() == 0
    context.close()


def test_where_there_is_no_sound_a_voice_of_the_readers_own_machine_says_it(
    chromium: Browser,
) -> None:
    context, page, _ = opened(chromium, make_site())
    page.add_init_script(
        """const voices = [
          { name: "Far", lang: "en-US", localService: false },
          { name: "Other", lang: "ko-KR", localService: true },
          { name: "Near", lang: "en_GB", localService: true },
        ];
        speechSynthesis.getVoices = () => voices;
        speechSynthesis.speak = (what) => { window.spoken = [what.text, what.near]; };
        Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", {
          set(voice) { this.near = voice.name; },
        });"""
    )
    page.goto(f"{HOST}/report", wait_until="load")
    turn_on(page)
    look_up(page, "body.0", "cracks")
    page.get_by_role("button", name="Hear the word").click()
    assert page.evaluate("window.spoken") == ["cracks", "Near"]
    context.close()


def _without_voices(page: Page) -> None:
    page.add_init_script("speechSynthesis.getVoices = () => []")
