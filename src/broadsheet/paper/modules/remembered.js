// What this browser keeps of the reader's choices for the next page. It may refuse to keep
// anything; a choice then lasts for this page.

export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

// An empty value is forgotten.
export function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // as above
  }
}
