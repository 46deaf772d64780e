// What is pasted from Word or Google Docs → paragraphs, headings, bold, italic and links, and nothing
// else of theirs. The editor itself drops fonts and colours; what it would take amiss is put right here.

const THEIRS = /urn:schemas-microsoft-com|class="?Mso|docs-internal-guid|docs\.google\.com/;

document.addEventListener("paste", clean, { capture: true });

const tidied = new WeakSet();

function clean(event) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (tidied.has(event) || !THEIRS.test(html) || !event.target.closest?.(".Draftail-Editor")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const page = new DOMParser().parseFromString(html, "text/html");
  tidy(page.body);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", page.body.innerHTML);
  clipboardData.setData("text/plain", event.clipboardData.getData("text/plain"));
  const again = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  tidied.add(again);
  event.target.dispatchEvent(again);
}

function tidy(body) {
  // Google Docs wraps all of it in a bold that is none; Word's own elements say nothing.
  for (const one of body.querySelectorAll("b[id^=docs-internal-guid], o\\:p, body > span")) {
    one.replaceWith(...one.childNodes);
  }
  // The bullets and numbers that Word draws itself.
  for (const one of body.querySelectorAll("[style*='mso-list:Ignore' i], style, meta")) one.remove();
  for (const link of body.querySelectorAll("a[href]")) link.href = whither(link.href);
  for (const one of textsIn(body)) one.data = one.data.replace(/\s+/g, " ");
  for (const one of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li")) {
    if (one.textContent.trim()) trim(one);
    else one.remove();
  }
  for (const one of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) asHeading(one);
  for (const one of body.querySelectorAll(":scope > br")) one.remove();
  for (const one of [...body.childNodes]) if (!one.textContent.trim()) one.remove();
}

// A report has headings of one rank, and nothing in them is bold or leads anywhere.
function asHeading(one) {
  const heading = document.createElement("h2");
  heading.textContent = one.textContent;
  one.replaceWith(heading);
}

// Where a link of Google's leads in the end.
function whither(href) {
  const url = URL.parse?.(href);
  const goes = url?.hostname === "www.google.com" && url.pathname === "/url";
  return (goes && url.searchParams.get("q")) || href;
}

function trim(block) {
  const texts = textsIn(block).filter((one) => one.data.trim() || one.data === " ");
  if (!texts.length) return;
  texts[0].data = texts[0].data.trimStart();
  texts.at(-1).data = texts.at(-1).data.trimEnd();
}

function textsIn(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}
