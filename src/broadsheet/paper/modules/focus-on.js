// Takes the reader to something on the page, with the keyboard and the eye.
export function focusOn(item) {
  if (!item) return;
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "center" });
}
