// Where a card stands: under the word that it is about or else above it, and never on it. In a
// narrow window it is a sheet at the bottom, and the word is scrolled clear of it.

const GAP_PX = 8;
const MARGIN_PX = 12;
const LEAST_PX = 180; // with less room on either side, the word is moved up first
const MOST_PX = 520;

export const isSheet = () => matchMedia("(width < 40rem)").matches;

// What of the window's lower end belongs to the small player.
export function docked() {
  return document.querySelector("[data-small] .audio-controls")?.offsetHeight ?? 0;
}

// `boxes` gives the rectangles of the word in the window as they are now. Returns the side, which
// is kept while the card grows or shrinks.
export function placeCard(card, boxes, side = "") {
  const { style } = card;
  card.toggleAttribute("data-sheet", isSheet());
  style.setProperty("--docked", `${docked()}px`);
  if (isSheet()) {
    style.maxBlockSize = style.insetBlockStart = style.insetInlineStart = "";
    if (!side) clear(boxes().bottom - (innerHeight - docked() - card.offsetHeight) + MARGIN_PX);
    return "sheet";
  }
  let word = boxes();
  const room = () => ({
    below: innerHeight - docked() - word.bottom - GAP_PX - MARGIN_PX,
    above: word.top - GAP_PX - MARGIN_PX,
  });
  if (!side && Math.max(room().below, room().above) < LEAST_PX) {
    clear(word.top - MARGIN_PX);
    word = boxes();
  }
  style.maxBlockSize = `${MOST_PX}px`;
  const wanted = card.scrollHeight + card.offsetHeight - card.clientHeight;
  side ||= sideOf(room(), Math.min(wanted, MOST_PX));
  style.maxBlockSize = `${Math.min(Math.max(room()[side], 0), MOST_PX)}px`;
  const height = card.offsetHeight;
  const top = side === "below" ? word.bottom + GAP_PX : word.top - GAP_PX - height;
  const { clientWidth } = document.documentElement;
  const middle = (word.left + word.right) / 2 - card.offsetWidth / 2;
  const furthest = clientWidth - card.offsetWidth - MARGIN_PX;
  const left = Math.max(Math.min(Math.max(middle, word.lineLeft), furthest), MARGIN_PX);
  style.insetBlockStart = `${top + scrollY}px`;
  style.insetInlineStart = `${left + scrollX}px`;
  return side;
}

// One box around all of them, and where their line begins.
export function around(ranges) {
  const { startContainer } = ranges[0];
  const line = startContainer.parentElement.closest("[data-line]");
  const all = ranges.flatMap((range) => [...range.getClientRects()]);
  return {
    top: Math.min(...all.map(({ top }) => top)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    lineLeft: line.getBoundingClientRect().left,
  };
}

function sideOf({ below, above }, wanted) {
  if (wanted <= below) return "below";
  if (wanted <= above) return "above";
  return below >= above ? "below" : "above";
}

function clear(by) {
  if (by > 0) scrollBy({ top: by, behavior: "instant" });
}
