// The search index in the browser; src/gongshi/pages/search/ makes its files.
import { termsOf, traced } from "./folding.js";

const VERSION = 2;
const SYMBOLS = Array.from({ length: 0x7f - 0x21 }, (_, at) => String.fromCharCode(0x21 + at)).filter(
  (symbol) => symbol !== '"' && symbol !== "\\",
);
const VALUES = new Map(SYMBOLS.map((symbol, value) => [symbol, value]));
const ENDING = 60; // symbols below this one end a number
const BASE = SYMBOLS.length - ENDING;
const FIELDS = 3; // of a document: what it is called, its text, what it lists
const FEW = 10; // texts are read instead of long postings if no more than this many are left

async function json(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

function numbers(symbols) {
  const found = [];
  let value = 0;
  let factor = 1;
  for (const symbol of symbols) {
    const digit = VALUES.get(symbol);
    value += digit * factor;
    factor *= BASE;
    if (digit < ENDING) {
      found.push(value);
      value = 0;
      factor = 1;
    }
  }
  return found;
}

// The fields that hold a pair.
function fieldsIn(symbols) {
  let field = -1;
  return numbers(symbols).map((gap) => (field += gap + 1));
}

// A posting as a map: the fields that hold the pair, and its places in each.
function placesByField(posting) {
  const places = new Map();
  const [fields, ...others] = posting.split(" ");
  const [counts, distances] = others.map(numbers);
  let next = 0;
  fieldsIn(fields).forEach((field, number) => {
    const found = [];
    let place = -1;
    for (const end = next + counts[number] + 1; next < end; next += 1) {
      place += distances[next] + 1;
      found.push(place);
    }
    places.set(field, found);
  });
  return places;
}

// In which of 2ⁿ shards a pair is: the FNV-1a hash of its code points.
function shardOf(pair, shards) {
  let value = 2166136261;
  for (const character of pair) value = Math.imul(value ^ character.codePointAt(0), 16777619) >>> 0;
  return (value >>> 15) % shards;
}

// Pairs of a term that together cover each of its characters, and where in the term each begins.
function coverOf(term) {
  const characters = Array.from(term);
  const last = characters.length - 2;
  const begins = Array.from({ length: Math.ceil(characters.length / 2) }, (_, at) => Math.min(2 * at, last));
  return begins.map((begin) => ({ begin, pair: characters[begin] + characters[begin + 1] }));
}

// The fields in which the pairs stand at their distances from each other.
function joined(parts) {
  const placed = parts.map(({ begin, posting }) => ({ begin, places: placesByField(posting) }));
  const [first, ...others] = placed.sort((a, b) => a.places.size - b.places.size);
  const held = new Set();
  for (const [field, places] of first.places) {
    const begins = others.reduce((left, { begin, places: other }) => {
      const there = new Set(left.length ? other.get(field) : []);
      return left.filter((place) => there.has(place - first.begin + begin));
    }, places);
    if (begins.length) held.add(field);
  }
  return held;
}

// Open the index whose manifest is at this address (absolute).
export async function openIndex(address) {
  const manifest = await json(address, { cache: "no-cache" });
  if (manifest.version !== VERSION) throw new Error(`version ${manifest.version}`);
  const folder = new URL(`${manifest.edition}/`, address);
  const loaded = new Map();

  function load(path) {
    if (!loaded.has(path)) {
      const asked = json(new URL(path, folder));
      asked.catch(() => loaded.delete(path));
      loaded.set(path, asked);
    }
    return loaded.get(path);
  }

  // The pairs of a term with their postings; of a long posting its number.
  async function partsOf(term) {
    const cover = coverOf(term);
    const shards = await Promise.all(cover.map(({ pair }) => load(`pairs/${shardOf(pair, manifest.pairs)}.json`)));
    return cover.map(({ begin, pair }, at) => ({ begin, posting: shards[at][pair] }));
  }

  async function whole({ begin, posting }) {
    if (typeof posting === "string") return { begin, posting };
    const files = await Promise.all([load(`often/${posting}.json`), load(`often/${posting}-places.json`)]);
    return { begin, posting: files.join(" ") };
  }

  // Whether a field holds a term, by reading it.
  async function holds(field, term) {
    const { title, names, text, listed } = await read(Math.floor(field / FIELDS));
    return traced([`${title} ${names}`, text, listed][field % FIELDS]).characters.join("").includes(term);
  }

  async function fieldsWith(term) {
    const parts = await partsOf(term);
    if (parts.some(({ posting }) => posting === undefined)) return new Set();
    const short = parts.filter(({ posting }) => typeof posting === "string");
    if (parts.length === 1 && !short.length) return new Set(fieldsIn(await load(`often/${parts[0].posting}.json`)));
    const left = short.length ? joined(short) : null;
    if (left && (short.length === parts.length || !left.size)) return left;
    if (!left || left.size > FEW) return joined(await Promise.all(parts.map(whole)));
    const fields = Array.from(left);
    const held = await Promise.all(fields.map((field) => holds(field, term)));
    return new Set(fields.filter((_, at) => held[at]));
  }

  // Numbers of the documents that hold every term: first those that hold most of the terms in what they are called,
  // then those that only list the fewest.
  async function find(query) {
    const found = await Promise.all(termsOf(query).map(fieldsWith));
    const ranks = new Map();
    for (const number of new Set(Array.from(found[0] ?? [], (field) => Math.floor(field / FIELDS)))) {
      const first = number * FIELDS;
      const best = found.map((fields) => [0, 1, 2].find((field) => fields.has(first + field)) ?? FIELDS);
      if (best.includes(FIELDS)) continue;
      const unnamed = best.filter((field) => field > 0).length;
      ranks.set(number, unnamed * (best.length + 1) + best.filter((field) => field > 1).length);
    }
    return Array.from(ranks.keys()).sort((a, b) => ranks.get(a) - ranks.get(b) || a - b);
  }

  async function read(number) {
    const rows = await load(`texts/${Math.floor(number / manifest.texts)}.json`);
    const [url, title, kind, names, ...words] = rows[number % manifest.texts];
    const [text, listed] = words.length > 1 ? words : await load(`long/${words[0]}.json`);
    return { url, title, kind, names, text, listed };
  }

  // The documents by group, groups in the order of the index.
  function groupsOf(documents) {
    const counts = new Map();
    const ends = [];
    let end = 0;
    for (const [group, size] of manifest.groups) {
      end += size;
      ends.push([end, group]);
      counts.set(group, []);
    }
    for (const number of documents) counts.get(ends.find(([after]) => number < after)[1]).push(number);
    return new Map(Array.from(counts).filter(([, members]) => members.length));
  }

  return { find, read, groupsOf };
}
