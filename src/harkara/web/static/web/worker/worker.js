// The service worker: keeps the front and the last stories for reading without a network, and leaves
// pictures out for those who save data. With a network it never answers with what it keeps: a story
// that was taken off the site, and whatever showed it, is dropped as soon as there is one again.
// PAPER and VERSION are written above this.

const SHELL = `shell-${VERSION}`;
const [PAGES, PICTURES, NOTES] = ["pages-1", "pictures-1", "notes-1"];
const MOST = 20;
// A kept picture is at most so many bytes.
const LARGEST = 150000;
const STORY = /^\/[-\w]+\/[-\w]+-(\d+)\/$/;
// It has no proportions, so the ones that the page gave hold; the page knows it by its width.
const NO_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1"/>';

const list = (words) => words?.split(" ").filter(Boolean) ?? [];
const pathOf = (one) => new URL(one.url).pathname;
const isKept = (path) => path === "/" || STORY.test(path);
const isGone = (answer) => [404, 410].includes(answer.status) || answer.type === "opaqueredirect";

addEventListener("install", (event) => event.waitUntil(prepare()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function prepare() {
  const shell = await caches.open(SHELL);
  await shell.addAll([...PAPER.shell, PAPER.kept]);
  await skipWaiting();
}

async function takeOver() {
  const ours = [SHELL, PAGES, PICTURES, NOTES];
  for (const name of await caches.keys()) if (!ours.includes(name)) await caches.delete(name);
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname: path, search } = new URL(request.url);
  const desk = /^\/(newsroom|documents)\b/;
  if (request.method !== "GET" || origin !== location.origin || desk.test(path)) return;
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (path.startsWith("/assets/")) event.respondWith(asset(request));
  else if (path.startsWith("/media/images/") && !search) {
    if (!request.referrer || !desk.test(new URL(request.referrer).pathname)) {
      event.respondWith(picture(request));
    }
  }
});

async function page(event, path) {
  try {
    // Of what is kept here a browser's own copy is not taken either, unless it is still true.
    const request = isKept(path) ? new Request(event.request, { cache: "no-cache" }) : event.request;
    const answer = await fetch(request);
    if (isGone(answer)) event.waitUntil(forget(path));
    return answer;
  } catch {
    const kept = await (await caches.open(PAGES)).match(path);
    if (kept) return withNotice(kept, PAPER.old);
    const list = await (await caches.open(SHELL)).match(PAPER.kept);
    return path === PAPER.kept ? list : withNotice(list, PAPER.absent);
  }
}

async function withNotice(kept, words) {
  const headers = new Headers(kept.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const form = { dateStyle: "long", timeStyle: "short", hourCycle: "h23" };
  const when = new Date(headers.get("date")).toLocaleString(`${PAPER.language}-u-nu-latn`, form);
  const more = words === PAPER.old ? ` <a href="${PAPER.kept}">${PAPER.more}</a>` : "";
  const said = words.replace("%(when)s", when) + more;
  const html = (await kept.text()).replace("<main", `<aside class="old sheet">${said}</aside>\n<main`);
  return new Response(html, { headers });
}

async function asset(request) {
  try {
    return await fetch(request);
  } catch (error) {
    // A page that was kept before the design changed is shown in the one that is here.
    const stem = (path) => path.replace(/-[0-9a-f]{12}\./, ".");
    const shell = await caches.open(SHELL);
    const same = (await shell.keys()).find((one) => stem(pathOf(one)) === stem(pathOf(request)));
    if (!same) throw error;
    return shell.match(same);
  }
}

async function picture(request) {
  const kept = await (await caches.open(PICTURES)).match(request.url);
  if (kept) return kept;
  if ((await note("light")) !== "1") return fetch(request);
  return new Response(NO_PICTURE, { headers: { "content-type": "image/svg+xml" } });
}

// What a page says: that it is open, with which picture, and whether the reader saves data.
// The choice holds at once; the rest is done one after the other: what one page has dropped another
// must not be putting there.
let done = Promise.resolve();

addEventListener("message", (event) => {
  const { data, source } = event;
  if (data.light !== undefined) event.waitUntil(note("light", data.light ? "1" : "0"));
  done = done.then(() => hear(data.shown, source)).catch(console.warn);
  event.waitUntil(done);
});

async function hear(shown, page) {
  await review();
  // Of a page that shows a copy nothing is said, and one may be closed by now.
  const path = shown !== undefined && page && pathOf(page);
  if (path && isKept(path)) await keep(path, shown);
}

async function keep(path, shown, cache = "force-cache") {
  const pages = await caches.open(PAGES);
  const answer = await fetch(path, { cache }).catch(() => undefined);
  if (!answer) return;
  if (answer.status !== 200 || answer.redirected) return forget(path);
  await pages.delete(path);
  await pages.put(path, answer);
  const stories = (await pages.keys()).map(pathOf).filter((one) => one !== "/");
  for (const old of stories.slice(0, -MOST)) await forget(old);
  // It may have left the paper since the page was opened.
  if (list(await note("withdrawn")).includes(path.match(STORY)?.[1])) return forget(path);
  if (!shown) return;
  // It comes from the browser's own cache, where the page has just put it.
  const image = await fetch(shown, { cache: "force-cache" }).catch(() => undefined);
  const size = image?.ok ? (await image.clone().blob()).size : LARGEST;
  if (size < LARGEST) await (await caches.open(PICTURES)).put(shown, image);
}

async function forget(path) {
  const pages = await caches.open(PAGES);
  const html = await (await pages.match(path))?.text();
  await pages.delete(path);
  const pictures = await caches.open(PICTURES);
  for (const one of await pictures.keys()) {
    if (html?.includes(pathOf(one))) await pictures.delete(one);
  }
}

// The paper lists the numbers of the stories that left it last. Where none that was known is among
// them any more, some may have come and gone unseen: then nothing is kept.
async function review() {
  const before = await note("withdrawn");
  const answer = await fetch(PAPER.withdrawn, { cache: "no-cache" }).catch(() => undefined);
  if (!answer?.ok) return;
  const now = (await answer.text()).trim();
  const [known, gone] = [before, now].map(list);
  if (known.length && !known.some((number) => gone.includes(number)) && gone.length) {
    await caches.delete(PAGES);
    await caches.delete(PICTURES);
  }
  const fresh = gone.filter((number) => !known.includes(number));
  const pages = await caches.open(PAGES);
  for (const path of (await pages.keys()).map(pathOf)) {
    // Also one that came back and left again since.
    if (gone.includes(path.match(STORY)?.[1])) await forget(path);
    else if (fresh.length) {
      const html = await (await pages.match(path))?.text();
      if (!fresh.some((number) => html?.includes(`-${number}/"`))) continue;
      await forget(path);
      await keep(path, "", "no-cache");
    }
  }
  await note("withdrawn", now);
}

const notes = {};

async function note(name, value) {
  if (value === undefined) {
    if (name in notes) return notes[name];
    const found = await (await caches.open(NOTES)).match(`/${name}`);
    notes[name] = await found?.text();
  } else if ((await note(name)) !== value) {
    notes[name] = value;
    await (await caches.open(NOTES)).put(`/${name}`, new Response(value));
  }
  return notes[name];
}
