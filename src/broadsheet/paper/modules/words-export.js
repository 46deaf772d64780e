// Kept words → files for other programs.

const NEEDS_QUOTES = /[",\n\r\t]/;
// A spreadsheet would take a cell that begins so for a formula.
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/;

// CSV (RFC 4180) with a line of titles, for spreadsheets.
export function csv(words, titles) {
  const rows = [titles, ...words.map((word) => cellsOf(word))];
  const cell = (text) => quoted(LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text, NEEDS_QUOTES);
  // The mark at the beginning tells old spreadsheets that this is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

// Anki's text format: a note a line, its fields apart by tabs, as plain text.
// https://docs.ankiweb.net/importing/text-files.html
export function anki(words) {
  const head = ["#separator:Tab", "#html:false", "#columns:Front\tBack\tSource"];
  const rows = words.map(({ printed, base, ipa, form, glosses, sentence, report }) => {
    const front = [printed, ...(sentence.text ? ["", sentence.text] : [])];
    const sound = ipa ? `/${ipa}/` : "";
    const facts = [form || (base === printed ? "" : base), sound].filter(Boolean).join(" ");
    const back = [facts, ...glosses.map(({ gloss }) => gloss)].filter(Boolean);
    return [front.join("\n").trim(), back.join("\n"), report.headline];
  });
  const lines = rows.map((row) => row.map((text) => quoted(text, /["\n\r\t#]/)).join("\t"));
  return `${[...head, ...lines].join("\n")}\n`;
}

function cellsOf({ printed, base, form, part, ipa, glosses, sentence, report, keptAt }) {
  const meanings = glosses.map(({ gloss }) => gloss).join("; ");
  const day = keptAt ? new Date(keptAt).toISOString().slice(0, 10) : "";
  const address = report.path ? new URL(report.path, location.origin).href : "";
  return [printed, base, form, part, ipa, meanings, sentence.text, report.headline, address, day];
}

function quoted(text, needsQuotes) {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
