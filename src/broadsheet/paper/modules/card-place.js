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

// `box` gives what the word takes up in the window now: see `around`. Returns the side and the most
// height that the card has there; given back as `before` they stay while the card grows or shrinks,
// wherever the page has been scrolled to by then.
export function placeCard(card, box, before = undefined) {
  const { style } = card;
  card.toggleAttribute("data-sheet", isSheet());
  style.setProperty("--docked", `${docked()}px`);
  if (isSheet()) {
    style.maxBlockSize = style.insetBlockStart = style.insetInlineStart = "";
    if (!before) clear(box().bottom - (innerHeight - docked() - card.offsetHeight) + MARGIN_PX);
    return { side: "sheet" };
  }
  const place = before?.most ? before : chosen(card, box);
  style.maxBlockSize = `${place.most}px`;
  const word = box();
  const height = card.offsetHeight;
  const top = place.side === "below" ? word.bottom + GAP_PX : word.top - GAP_PX - height;
  const { clientWidth } = document.documentElement;
  const middle = (word.left + word.right) / 2 - card.offsetWidth / 2;
  const furthest = clientWidth - card.offsetWidth - MARGIN_PX;
  const left = Math.max(Math.min(Math.max(middle, word.lineLeft), furthest), MARGIN_PX);
  style.insetBlockStart = `${top + scrollY}px`;
  style.insetInlineStart = `${left + scrollX}px`;
  return place;
}

function chosen(card, box) {
  let room = roomAt(box());
  if (Math.max(room.below, room.above) < LEAST_PX) {
    clear(box().top - MARGIN_PX);
    room = roomAt(box());
  }
  card.style.maxBlockSize = `${MOST_PX}px`;
  const wanted = card.offsetHeight;
  let side = room.below >= room.above ? "below" : "above";
  if (wanted <= room.below) side = "below";
  else if (wanted <= room.above) side = "above";
  return { side, most: Math.min(room[side], MOST_PX) };
}

function roomAt({ top, bottom }) {
  return {
    below: innerHeight - docked() - bottom - GAP_PX - MARGIN_PX,
    above: top - GAP_PX - MARGIN_PX,
  };
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

function clear(by) {
  if (by > 0) scrollBy({ top: by, behavior: "instant" });
}
