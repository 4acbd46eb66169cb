// How to report a mistake: names the page that the reader came from, which the link at its foot hands over.
const asked = new URLSearchParams(location.search).get("page");
const place = document.getElementById("mistaken-page");

// Only an address within the site: it is shown, never followed.
if (asked && /^[\w./-]{1,200}$/.test(asked)) {
  place.querySelector("code").textContent = new URL(`../${asked}`, location.origin + location.pathname).href;
  place.hidden = false;
}
