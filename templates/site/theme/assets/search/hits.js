// A hit as an element: kind, title, other names and an excerpt, with what was sought marked.
import { traced } from "./folding.js";

const BEFORE = 36; // characters shown before a match
const AFTER = 108; // and from it on

// Data becomes text nodes only, never markup.
function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

// Where the terms stand in the (composed) text, as spans in the order of their beginnings.
function spansOf(text, terms) {
  const { characters, spans } = traced(text);
  const found = [];
  for (const term of terms.map((each) => Array.from(each))) {
    for (let at = 0; at + term.length <= characters.length; at += 1) {
      if (!term.every((character, step) => characters[at + step] === character)) continue;
      found.push([spans[at][0], spans[at + term.length - 1][1]]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

function marked(parent, text, spans, from = 0, to = text.length) {
  let at = from;
  for (const [begin, end] of spans) {
    if (end <= at || begin >= to) continue;
    const first = Math.max(begin, at);
    const last = Math.min(end, to);
    parent.append(text.slice(at, first), element("mark", text.slice(first, last)));
    at = last;
  }
  parent.append(text.slice(at, to));
  return parent;
}

// A place in a text that does not part the two halves of a character.
function whole(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function excerpt(text, terms) {
  const spans = spansOf(text, terms);
  const begin = spans.length ? spans[0][0] : 0;
  const from = whole(text, Math.max(0, begin - BEFORE));
  const to = whole(text, Math.min(text.length, begin + AFTER));
  const paragraph = element("p", from > 0 ? "……" : "");
  marked(paragraph, text, spans, from, to);
  if (to < text.length) paragraph.append("……");
  return paragraph;
}

export function hitElement(hit, terms, root) {
  const row = element("li");
  const link = element("a");
  link.href = root + hit.url;
  marked(link, hit.title, spansOf(hit.title, terms));
  row.append(element("span", hit.kind, "kind"), link);
  if (hit.names) row.append(marked(element("p", "", "names"), hit.names, spansOf(hit.names, terms)));
  const text = `${hit.text} ${hit.listed}`.trim();
  if (text) row.append(excerpt(text, terms));
  return row;
}
