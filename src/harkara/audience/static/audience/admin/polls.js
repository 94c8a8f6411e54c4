/** How an open poll stands, read anew every few seconds; nothing but what is marked is touched. */

const EVERY = 5000;
const marked = (page) => [...page.querySelectorAll("[data-live]")];

const look = async () => {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = marked(page);
  for (const [place, shown] of marked(document).entries()) {
    // What is the same stays, and with it the focus of whoever stands on it.
    if (next[place] && next[place].innerHTML !== shown.innerHTML) {
      shown.replaceChildren(...next[place].childNodes);
    }
  }
};

setInterval(() => {
  // What is not looked at is not asked for; what fails now is asked again in a moment.
  if (!document.hidden) look().catch(() => undefined);
}, EVERY);
