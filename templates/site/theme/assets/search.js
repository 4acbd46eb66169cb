// The search page: what is asked stands in the address, nothing is loaded before something is asked.
import { termsOf } from "./search/folding.js";
import { hitElement } from "./search/hits.js";
import { openIndex } from "./search/postings.js";

const AT_ONCE = 10; // hits shown, and added by 更多结果
const LONGEST = 100; // characters of a query
const box = document.getElementById("search");
const input = box.querySelector("input");
const groups = document.getElementById("search-groups");
const count = document.getElementById("search-count");
const hits = document.getElementById("search-hits");
const more = document.getElementById("search-more");
let opened = null;
let turn = 0; // of the latest query; an answer to an earlier one is dropped

function asked() {
  const { searchParams } = new URL(location.href);
  const shown = Number(history.state?.shown) || AT_ONCE;
  return { query: searchParams.get("q") ?? "", group: searchParams.get("kind") ?? "", shown };
}

function ask(query, group) {
  const address = new URL(location.href);
  address.searchParams.set("q", query);
  if (group) address.searchParams.set("kind", group);
  else address.searchParams.delete("kind");
  if (address.href !== location.href) history.pushState(null, "", address);
  return run();
}

// Why a query cannot be answered; empty if it can.
function refusal(query, terms) {
  const short = terms.filter((term) => Array.from(term).length < 2);
  if (!terms.length) return query.trim() ? "请输入文字或者数字。" : "";
  if (query.length > LONGEST) return `查询内容太长，请缩短到${LONGEST}个字以内。`;
  return short.length ? `每个查询词至少要有两个字：“${short.join("”“")}”只有一个字。` : "";
}

async function answered(work) {
  opened ??= openIndex(new URL(box.dataset.index, location.href));
  try {
    return await work(await opened);
  } catch {
    // The site may have been published anew meanwhile: its index is then another one.
    opened = openIndex(new URL(box.dataset.index, location.href));
    return work(await opened);
  }
}

function chip(name, size, current, query, group) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `${name} ${size}`;
  button.setAttribute("aria-pressed", String(current));
  button.addEventListener("click", async function () {
    await ask(query, group);
    groups.querySelector("[aria-pressed=true]")?.focus();
  });
  return button;
}

function showGroups(found, byGroup, query, group) {
  const chips = [chip("全部", found.length, !group, query, "")];
  for (const [name, members] of byGroup) chips.push(chip(name, members.length, name === group, query, name));
  groups.replaceChildren(...chips);
  groups.hidden = byGroup.size < 2 && !group;
}

function clear() {
  hits.replaceChildren();
  groups.hidden = true;
  more.hidden = true;
}

function say(text) {
  count.textContent = text;
}

async function answerTo({ query, group, shown }, terms, from) {
  return answered(async function (index) {
    const found = await index.find(query);
    const byGroup = index.groupsOf(found);
    const list = group ? (byGroup.get(group) ?? []) : found;
    const rows = await Promise.all(list.slice(from, shown).map(index.read));
    return { found, byGroup, list, items: rows.map((hit) => hitElement(hit, terms, box.dataset.root)) };
  });
}

function show({ found, byGroup, list, items }, { query, group }, from) {
  showGroups(found, byGroup, query, group);
  if (!from) hits.replaceChildren();
  hits.append(...items);
  const shown = hits.children.length;
  more.hidden = shown >= list.length;
  if (!list.length) say("没有找到符合的内容，请减少或者更换查询词。");
  else say(`找到 ${list.length} 条结果${more.hidden ? "" : `，显示前 ${shown} 条`}`);
}

// Answer what the address asks; `from` hits of the answer are shown already.
async function run(from = 0) {
  turn += 1;
  const mine = turn;
  const wanted = asked();
  const terms = termsOf(wanted.query);
  const refused = refusal(wanted.query, terms);
  input.value = wanted.query;
  if (refused || !terms.length) {
    clear();
    say(refused);
    box.removeAttribute("aria-busy");
    return;
  }
  box.setAttribute("aria-busy", "true");
  say("正在查询……");
  try {
    const answer = await answerTo(wanted, terms, from);
    if (mine === turn) show(answer, wanted, from);
  } catch {
    if (mine === turn) failed();
  }
  if (mine === turn) box.removeAttribute("aria-busy");
}

function failed() {
  clear();
  say("查询数据没有取到，请检查网络后重试。");
}

box.querySelector("form").addEventListener("submit", function (event) {
  event.preventDefault();
  ask(input.value, "");
});

more.addEventListener("click", async function () {
  const before = hits.children.length;
  history.replaceState({ shown: before + AT_ONCE }, "");
  await run(before);
  hits.children[before]?.querySelector("a").focus();
});

addEventListener("popstate", () => run());
run();
