// Days left of a stage and the steps of a timeline, for the reader's today in China. Without it the dates stand alone.
const DAY = 86_400_000;
const CHINA = 8 * 3_600_000; // UTC+8 all year, wherever the reader is

function today() {
  return new Date(Date.now() + CHINA).toISOString().slice(0, 10);
}

function left(now, last) {
  const days = (Date.parse(last) - Date.parse(now)) / DAY;
  return days ? `还剩${days}天` : "今天截止";
}

function count(badge, now) {
  const { first, last, after } = badge.dataset;
  badge.dataset.stage ??= badge.textContent;
  const begun = now >= first; // also where no first day is given
  const over = now > last;
  const words = begun ? `${badge.dataset.stage}·${left(now, last)}` : badge.dataset.stage;
  badge.textContent = over ? after : words;
  badge.classList.toggle("badge--over", over);
}

function place(step, now) {
  const { first, last } = step.dataset;
  const state = last < now ? "past" : first <= now ? "current" : "coming";
  step.className = `timeline-item timeline-item--${state}`;
  step.toggleAttribute("aria-current", false);
  if (state === "current") step.setAttribute("aria-current", "step");
  step.querySelector(".now").hidden = state !== "current";
}

function show() {
  const now = today();
  for (const badge of document.querySelectorAll(".badge[data-last]")) count(badge, now);
  for (const link of document.querySelectorAll("[data-until]")) link.hidden = now > link.dataset.until;
  for (const step of document.querySelectorAll(".timeline-item")) place(step, now);
}

show();
document.addEventListener("visibilitychange", show); // a page may stay open over midnight
