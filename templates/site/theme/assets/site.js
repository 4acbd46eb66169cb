// Light and dark: the theme's palette switch, without the theme's scripts. Loaded in the header, before the page paints.
(function () {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");
  const KEY = "palette";
  const options = Array.from(document.querySelectorAll("[data-md-component=palette] input"));

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage may be forbidden; then the system's preference holds
    }
  }

  function apply(option) {
    document.body.setAttribute("data-md-color-scheme", option.getAttribute("data-md-color-scheme"));
    for (const other of options) {
      other.checked = other === option;
      other.nextElementSibling.hidden = other !== option;
    }
  }

  for (const option of options) {
    option.addEventListener("change", function () {
      apply(option);
      try {
        localStorage.setItem(KEY, option.getAttribute("data-md-color-scheme"));
      } catch {
        // not remembered then
      }
    });
  }

  // On a narrow screen the ways in are one row that moves sideways: it begins with the one where the reader is.
  document.addEventListener("DOMContentLoaded", function () {
    const here = document.querySelector(".hubs .here");
    const row = here?.closest("ul");
    if (row) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  });

  const scheme = remembered();
  const first =
    options.find((option) => option.getAttribute("data-md-color-scheme") === scheme) ||
    options.find((option) => matchMedia(option.getAttribute("data-md-color-media")).matches) ||
    options[0];
  if (first) apply(first);
})();
