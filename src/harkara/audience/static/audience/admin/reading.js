// What is read, taken anew every few seconds while somebody looks at it. Without this script the
// screen shows what it was opened with.

const SECONDS = 10;

const shown = document.querySelector("[data-live]");

async function take() {
  // Nobody looks, or somebody is at a link with the keyboard: then nothing moves.
  if (!shown || document.hidden || shown.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-live]");
  if (fresh) shown.replaceChildren(...fresh.childNodes);
}

setInterval(take, 1000 * SECONDS);
