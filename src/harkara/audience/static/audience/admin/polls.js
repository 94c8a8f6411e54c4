/** How an open poll stands, read anew every few seconds; nothing else of the page is touched. */

const EVERY = 5000;
const shown = document.querySelector("[data-live]");

const look = async () => {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("[data-live]");
  if (shown && next) shown.replaceChildren(...next.childNodes);
};

setInterval(() => {
  // What is not looked at is not asked for; what fails now is asked again in a moment.
  if (!document.hidden) look().catch(() => undefined);
}, EVERY);
