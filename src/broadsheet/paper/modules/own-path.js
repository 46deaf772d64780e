// A path that stands in a file → the same path if it is a place on this site, else nothing.

export function ownPath(path) {
  if (typeof path !== "string" || !path.startsWith("/")) return "";
  if (!URL.canParse(path, location.origin)) return "";
  const { origin, pathname } = new URL(path, location.origin);
  return origin === location.origin ? pathname : "";
}
