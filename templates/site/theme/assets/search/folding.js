// How the search compares text; src/gongshi/pages/search/folding.py does the same when the index is made.

// Brackets, quotation marks and what is invisible count for nothing; so do the signs that people type instead of them.
const OUT = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Cf}<>"]/u;
const SPACE = /[\p{Zs}\p{Zl}\p{Zp}\p{Cc}]/u;

function counted(unit) {
  if (OUT.test(unit)) return "";
  return SPACE.test(unit) ? " " : unit;
}

// The characters of a text as they are compared, and for each the span of the (composed) text it comes from.
export function traced(text) {
  const characters = [];
  const spans = [];
  let at = 0;
  for (const character of text.normalize("NFC")) {
    const end = at + character.length;
    for (const unit of character.normalize("NFKC").toLowerCase()) {
      const plain = counted(unit);
      const again = plain === " " && (characters.length === 0 || characters.at(-1) === " ");
      if (plain === "" || again) continue;
      characters.push(plain);
      spans.push([at, end]);
    }
    at = end;
  }
  if (characters.at(-1) === " ") {
    characters.pop();
    spans.pop();
  }
  return { characters, spans };
}

// What a query asks for: its words by white space, folded, each once.
export function termsOf(query) {
  const plain = traced(query).characters.join("");
  return plain ? Array.from(new Set(plain.split(" "))) : [];
}
