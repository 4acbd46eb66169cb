// The site's search: every term as a substring, whatever its case, width or brackets; hits in titles first.
const box = document.getElementById("search");
const input = box.querySelector("input");
const count = document.getElementById("search-count");
const hits = document.getElementById("search-hits");
const BRACKETS = /[()[\]{}〔〕【】〈〉《》「」『』]/;
const AROUND = 36; // characters shown on either side of a match
let entries = null;

// The text as it is compared, and for each of its characters the place in the original it comes from.
function folded(text) {
  let plain = "";
  const places = [];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at));
    for (const unit of character.normalize("NFKC").toLowerCase()) {
      if (BRACKETS.test(unit)) continue;
      plain += unit;
      for (let i = 0; i < unit.length; i += 1) places.push(at);
    }
    at += character.length;
  }
  return { plain, places };
}

function termsOf(query) {
  const words = query.normalize("NFKC").split(/\s+/).map((word) => folded(word).plain);
  return Array.from(new Set(words.filter(Boolean)));
}

async function load() {
  const response = await fetch(box.dataset.index);
  const fold = (entry) => ({ ...entry, inTitle: folded(entry.title).plain, inText: folded(entry.text).plain });
  return (await response.json()).map(fold);
}

function found(terms) {
  const missing = (entry) => terms.filter((term) => !entry.inTitle.includes(term)).length;
  return entries
    .filter((entry) => terms.every((term) => entry.inTitle.includes(term) || entry.inText.includes(term)))
    .sort((a, b) => missing(a) - missing(b));
}

// Data becomes text nodes only, never markup.
function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function marked(parent, text, terms, from, to) {
  const { plain, places } = folded(text);
  const spans = [];
  for (const term of terms) {
    for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length)) {
      const last = places[at + term.length - 1];
      spans.push([places[at], last + String.fromCodePoint(text.codePointAt(last)).length]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  let at = from;
  for (const [first, end] of spans) {
    if (first < at || end > to) continue;
    parent.append(text.slice(at, first), element("mark", text.slice(first, end)));
    at = end;
  }
  parent.append(text.slice(at, to));
}

function excerpt(text, terms) {
  const { plain, places } = folded(text);
  const firsts = terms.map((term) => plain.indexOf(term)).filter((at) => at >= 0);
  const centre = firsts.length ? places[Math.min(...firsts)] : 0;
  const from = Math.max(0, centre - AROUND);
  const to = Math.min(text.length, centre + 3 * AROUND);
  const paragraph = element("p");
  if (from > 0) paragraph.append("……");
  marked(paragraph, text, terms, from, to);
  if (to < text.length) paragraph.append("……");
  return paragraph;
}

function item(entry, terms) {
  const row = element("li");
  const link = element("a");
  link.href = box.dataset.root + entry.url;
  marked(link, entry.title, terms, 0, entry.title.length);
  const kind = element("span", entry.kind);
  kind.className = "kind";
  row.append(kind, link);
  if (entry.text) row.append(excerpt(entry.text, terms));
  return row;
}

async function run() {
  const terms = termsOf(input.value);
  hits.replaceChildren();
  count.textContent = "";
  if (!terms.length) return;
  entries = entries || (await load().catch(() => null));
  if (!entries) {
    count.textContent = "查询数据没有取到，请稍后重试。";
    return;
  }
  const list = found(terms);
  count.textContent = list.length ? `找到 ${list.length} 条结果` : "没有找到符合的内容，请减少或者更换查询词。";
  hits.replaceChildren(...list.map((entry) => item(entry, terms)));
}

box.querySelector("form").addEventListener("submit", function (event) {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("q", input.value);
  history.replaceState(null, "", address);
  run();
});
input.value = new URL(location.href).searchParams.get("q") || "";
run();
