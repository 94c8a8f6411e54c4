// The breaking line. Fronts carry it pressed in; on every page, a newer one comes to the lower edge of
// the screen, where it moves nothing. It is read out once, not on each page, and goes when it is over,
// whatever the phone's clock says of the time.

const arrived = document.querySelector(".breaking--arrived");
const pressed = document.querySelector("aside.breaking");
let behind = 0;
let asked = false;
/** @type {number | undefined} */
let due;

/** What the reader has heard (as "7") or closed (as "x7") in this visit. */
const visit = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
})();

/** @param {Element | null} place */
const lineIn = (place) => {
  const line = place?.querySelector("[data-line]");
  const left = line ? Date.parse(line.dataset.until) - Date.now() - behind : 0;
  return left > 0 ? { name: line.dataset.line, left } : undefined;
};

function show() {
  const mine = lineIn(pressed);
  const theirs = lineIn(arrived);
  const stands = mine && (!asked || theirs?.name === mine.name);
  pressed?.classList.toggle("breaking--over", !stands);
  const known = visit?.breaking ?? "";
  const shown = theirs && !stands && known !== `x${theirs.name}`;
  // Said once in a visit; a reader who only turns a page is not interrupted again.
  arrived?.setAttribute("aria-live", known === theirs?.name ? "off" : "polite");
  document.documentElement.classList.toggle("has-breaking", !!shown);
  if (shown && visit) visit.breaking = theirs.name;
  clearTimeout(due);
  const left = Math.min(...[mine, theirs].map((one) => one?.left ?? Infinity));
  if (left < Infinity) due = setTimeout(show, left + 50);
}

arrived?.addEventListener("taken", (event) => {
  const said = Date.parse(event.detail.get("date"));
  if (said) behind = said - Date.now();
  asked = true;
  show();
});
arrived?.addEventListener("click", (event) => {
  if (!event.target.closest("button")) return;
  if (visit) visit.breaking = `x${lineIn(arrived)?.name}`;
  arrived.innerHTML = "";
  show();
});
show();
