/** Keys for the queue of comments: all they do is press the buttons that stand there anyhow. */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-moderate]"));
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".moderate__list > li")]);

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea");

const current = () => rows.findIndex((row) => row.contains(document.activeElement));

/** @param {number} step */
const go = (step) => {
  const at = current();
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: "nearest" });
};

/** @param {string} key */
const press = (key) => {
  const place = key === "u" ? document : rows[current()];
  /** @type {HTMLElement | null | undefined} */ (place?.querySelector(`[data-key="${key}"]`))?.click();
};

if (form) {
  form.querySelector(".moderate__keys")?.removeAttribute("hidden");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "j" || event.key === "k") go(event.key === "j" ? 1 : -1);
  else if (event.key === "x") {
    const box = /** @type {HTMLInputElement | null | undefined} */ (
      rows[current()]?.querySelector("input[type=checkbox]")
    );
    if (box) box.checked = !box.checked;
  } else if ("arsu".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});
