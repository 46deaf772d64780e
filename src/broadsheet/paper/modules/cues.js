// A sentence of the cues of an audio report → its words with their times. elements/read-along.js
// tells what cues look like.

export function wordsSpoken({ place, start, from, cues }) {
  const words = [];
  for (let at = 0; at < cues.length; at += 4) {
    start += cues[at];
    from += cues[at + 2];
    words.push({ place, start, end: start + cues[at + 1], from, to: from + cues[at + 3] });
  }
  return words;
}
