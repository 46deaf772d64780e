// An entry of the words file → what of it stands on the card. Everything is set as text.

const OPEN_SENSES = 1;
const SHOWN_SENSES = 3; // of one language; the others are folded in together

// How common wordfreq's 1,000th English word is, and so on: log10 of its uses in 10⁹ words.
const BANDS = [
  [5.03, 1000],
  [4.71, 2000],
  [4.34, 4000],
  [3.93, 8000],
  [3.45, 16000],
];

// `says` are the words of the interface by name, `shows` tells which dictionaries are wanted.
export function entryParts(entry, { language, says, shows }) {
  const senses = entry.senses.filter(({ source }) => !source || shows(source));
  const groups = Map.groupBy(senses, (sense) => sense.language);
  return [
    ...formOf(entry, says),
    ...[...groups].flatMap(([group, own]) => sensesOf(own, { entry, group, language, says })),
    ...piecesOf(entry),
    ...frequencyOf(entry, language, says),
    ...topicOf(entry, says),
  ];
}

export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter((one) => one !== ""));
  return element;
}

// "present participle of discuss · verb", with the base form set apart.
function formOf({ form, base, part, name, kind }, says) {
  const line = make("p", "word-form");
  if (form.endsWith(base) && form !== base)
    line.append(form.slice(0, -base.length), make("b", "", base));
  else line.append(form);
  const facts = [kind === "glossary" ? name : says[part], kind === "glossary" ? says.glossary : ""];
  for (const fact of facts.filter(Boolean)) line.append(line.textContent ? " · " : "", fact);
  return line.textContent ? [line] : [];
}

function sensesOf(senses, { entry, group, language, says }) {
  const isOwn = group !== language;
  const isPinned = entry.isPinned && senses[0] === entry.senses[0];
  const list = make("ol", "word-senses");
  if (isOwn) list.lang = group;
  const items = senses.map((sense, at) => {
    const part = sense.part && sense.part !== entry.part ? says[sense.part] : "";
    return at < OPEN_SENSES
      ? openSense(sense, part, isPinned ? says.pinned : "", says)
      : foldedSense(sense, part, says);
  });
  list.append(...items.slice(0, SHOWN_SENSES));
  const parts = isOwn ? [make("h3", "word-language", nameOf(group, language)), list] : [list];
  const more = items.slice(SHOWN_SENSES);
  if (more.length) {
    const rest = make("ol", "word-senses", ...more);
    rest.start = SHOWN_SENSES + 1;
    rest.lang = list.lang;
    const label = says.more.replace("{number}", more.length);
    parts.push(make("details", "word-rest", make("summary", "", label), rest));
  }
  return parts;
}

function openSense(sense, part, pinned, says) {
  return make("li", "word-sense", ...headOf(sense, part), pinnedOf(pinned), ...bodyOf(sense, says));
}

// Of a meaning that is less likely the gloss alone, if there is more to it.
function foldedSense(sense, part, says) {
  const body = bodyOf(sense, says);
  if (!body.length) return make("li", "word-sense", ...headOf(sense, part));
  const summary = make("summary", "", ...headOf(sense, part));
  return make("li", "word-sense", make("details", "", summary, ...body));
}

function headOf({ gloss }, part) {
  return [part ? make("span", "word-part", part) : "", make("span", "word-gloss", gloss)];
}

function bodyOf({ simpler, example }, says) {
  const body = [];
  if (simpler.length)
    body.push(make("p", "word-simpler", says.simpler.replace("{words}", simpler.join(", "))));
  if (example) body.push(make("p", "word-example", `“${example}”`));
  return body;
}

function pinnedOf(pinned) {
  return pinned ? make("span", "word-pinned", pinned) : "";
}

function piecesOf({ pieces }) {
  if (!pieces.length) return [];
  const list = make("dl", "word-pieces");
  for (const [piece, gloss] of pieces)
    list.append(make("div", "", make("dt", "", piece), make("dd", "", gloss)));
  return [list];
}

function frequencyOf({ zipf, kind }, language, says) {
  if (zipf === undefined || kind === "glossary") return [];
  const band = BANDS.find(([bound]) => zipf >= bound);
  const number = band && new Intl.NumberFormat(language).format(band[1]);
  const said = band ? says.common.replace("{number}", number) : says.rare;
  return [make("p", "word-frequency", said)];
}

function topicOf({ path, base }, says) {
  if (!path) return [];
  const link = make("a", "", says.topic.replace("{name}", base));
  link.href = path;
  return [make("p", "word-topic", link)];
}

function nameOf(language, shown) {
  try {
    return new Intl.DisplayNames(shown, { type: "language" }).of(language);
  } catch {
    return language;
  }
}
