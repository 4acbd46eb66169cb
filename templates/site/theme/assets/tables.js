// Long tables: a search in the table, columns that sort, and of very long ones only the first rows until all are wanted. Without scripts every row stands there as it is.

const ORDERS = ["ascending", "descending", "none"];
const FIRST = 100;
const words = new Intl.Collator("zh-CN", { numeric: true });

function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

// What a cell is sorted by: its number, its day as a number, or null for neither.
function value(text) {
  const day = /^(\d+)年(?:度|(\d+)月(?:(\d+)日)?)?$/.exec(text);
  if (day) return Number(day[1]) * 10000 + Number(day[2] || 0) * 100 + Number(day[3] || 0);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

// Numbers and days by value, then words by their sound; a dash comes last either way round.
function compare(a, b, turn) {
  if ((a.text === "—") !== (b.text === "—")) return a.text === "—" ? 1 : -1;
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  const order = a.value === null ? words.compare(a.text, b.text) : a.value - b.value;
  return turn * order;
}

// Marks the rows after the first hundred; the screen hides them, paper does not. A search goes through all rows.
function addCut(frame, table, rows) {
  const button = document.createElement("button");
  let whole = rows.length <= FIRST;
  let searching = false;
  const cut = (now = searching) => {
    searching = now;
    const hides = !whole && !searching;
    Array.from(table.tBodies[0].rows, (row, place) => row.classList.toggle("beyond", hides && place >= FIRST));
    button.hidden = !hides;
  };
  if (!whole) {
    button.type = "button";
    button.className = "table-whole";
    button.textContent = `显示全部${rows.length}行`;
    button.addEventListener("click", () => {
      whole = true;
      cut();
      table.tBodies[0].rows[FIRST].scrollIntoView({ block: "nearest" });
      frame.querySelector(".scroll").focus({ preventScroll: true });
    });
    frame.querySelector(".scroll").after(button);
  }
  cut();
  return cut;
}

function addSearch(frame, rows, cut) {
  const form = document.createElement("div");
  form.className = "table-search";
  const label = document.createElement("label");
  const field = document.createElement("input");
  const told = document.createElement("output");
  field.type = "search";
  field.autocomplete = "off";
  field.id = `${frame.querySelector("table").id}-search`;
  label.htmlFor = field.id;
  label.textContent = "在本表中查找";
  told.htmlFor = field.id;
  told.textContent = `共${rows.length}行`;
  form.append(label, field, told);
  frame.prepend(form);

  field.addEventListener("input", () => {
    const wanted = plain(field.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const found = wanted.every((word) => row.text.includes(word));
      row.element.hidden = !found;
      shown += found;
    }
    cut(wanted.length > 0);
    told.textContent = wanted.length ? `显示${shown}行，共${rows.length}行` : `共${rows.length}行`;
  });
}

function addSorting(table, rows, cut) {
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = ORDERS[(ORDERS.indexOf(head.getAttribute("aria-sort") || "none") + 1) % ORDERS.length];
      for (const other of heads) other.removeAttribute("aria-sort");
      if (order !== "none") head.setAttribute("aria-sort", order);
      const turn = order === "descending" ? -1 : 1;
      const keyed = rows.map((row) => {
        const text = row.element.cells[column].textContent.trim();
        return { row, text, value: value(text) };
      });
      if (order !== "none") keyed.sort((a, b) => compare(a, b, turn));
      table.tBodies[0].append(...keyed.map((each) => each.row.element));
      cut();
    });
  });
}

for (const frame of document.querySelectorAll(".table--long")) {
  const table = frame.querySelector("table");
  const rows = Array.from(table.tBodies[0].rows, (element) => ({ element, text: plain(element.textContent) }));
  const cut = addCut(frame, table, rows);
  addSearch(frame, rows, cut);
  addSorting(table, rows, cut);
}
