// Which dictionaries a reader wants to see: at first those that explain in the report's language
// and in the reader's own; then as the reader has chosen, on every report.

const KEY = "dictionaries"; // name → whether it is wanted

export class ChosenDictionaries {
  constructor(language) {
    this.languages = new Set([language, ...navigator.languages].map(family));
    this.chosen = stored();
  }

  isWanted({ name, language }) {
    return this.chosen[name] ?? this.languages.has(family(language));
  }

  choose({ name }, isWanted) {
    this.chosen = { ...this.chosen, [name]: isWanted };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.chosen));
    } catch {
      // A browser that refuses storage: the choice lasts for this page.
    }
  }
}

function family(language) {
  return language.split("-")[0];
}

function stored() {
  try {
    const found = Object.entries(JSON.parse(localStorage.getItem(KEY)));
    return Object.fromEntries(found.filter(([, isWanted]) => typeof isWanted === "boolean"));
  } catch {
    return {};
  }
}
