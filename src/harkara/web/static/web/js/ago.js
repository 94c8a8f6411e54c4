// <hk-ago> around a <time>: while a story is fresh, says how long ago it came.
// Without this script the exact time stands there, as it was pressed.

const STEPS = /** @type {const} */ ([
  ["minute", 60],
  ["hour", 3600],
]);
const DAY = 86400;

class Ago extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector("time");
    const seconds = time ? (Date.now() - Date.parse(time.dateTime)) / 1000 : DAY;
    if (!time || !(seconds >= 0 && seconds < DAY)) return;
    const language = document.documentElement.lang;
    const said = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`);
    const [unit, size] = seconds < 3600 ? STEPS[0] : STEPS[1];
    time.title = time.textContent ?? "";
    time.textContent = said.format(-Math.max(1, Math.floor(seconds / size)), unit);
  }
}

customElements.define("hk-ago", Ago);
