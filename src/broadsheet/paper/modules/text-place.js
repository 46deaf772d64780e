// Places in the text of a line (an element with data-line) ⇄ places on the page. Offsets are in
// the text of that element, in UTF-16 units.

const SLOP_PX = 6; // a finger that touches the space beside a word means the word

export function rangeOf(line, from, to) {
  const range = document.createRange();
  range.selectNodeContents(line);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let before = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const after = before + node.length;
    if (before <= from && from < after) range.setStart(node, from - before);
    if (before < to && to <= after) range.setEnd(node, to - before);
    before = after;
  }
  return range;
}

// Where in the line's text a point of the window is; -1 where it is in none of it.
export function offsetAtPoint(line, x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  const older = caret ? undefined : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? older?.startContainer;
  return node && line.contains(node) ? offsetOf(line, node, caret?.offset ?? older.startOffset) : -1;
}

export function offsetOf(line, node, offset) {
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

export function holds(range, x, y) {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      x > left - SLOP_PX && x < right + SLOP_PX && y > top - SLOP_PX && y < bottom + SLOP_PX,
  );
}

// Where the API is missing, `light` does nothing and says so.
export function light(name, ranges, priority = 0) {
  if (!globalThis.Highlight) return false;
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return true;
  }
  const lit = new Highlight(...ranges);
  lit.priority = priority;
  CSS.highlights.set(name, lit);
  return true;
}
