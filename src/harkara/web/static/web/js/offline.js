// <hk-light worker="/sw.js">: has the worker keep what is opened, for reading without a network, and
// holds the choice to save data, at first the phone's own. The worker then gives no pictures; each
// that says something gets a button that fetches it. Without a worker the button is not seen.

const choice = (() => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
})();

// So long, in milliseconds, a copy is shown before its page is asked for again.
const AGAIN = 8000;

class Light extends HTMLElement {
  connectedCallback() {
    if (!("serviceWorker" in navigator) || !window.caches) return;
    document.addEventListener("load", (event) => this.look(event.target), true);
    for (const image of document.images) if (image.complete) this.look(image);
    // What the page itself needs comes first.
    if (document.readyState === "complete") this.start();
    else window.addEventListener("load", () => this.start());
  }

  async start() {
    // Without a network the one that is there goes on.
    await navigator.serviceWorker.register(this.getAttribute("worker") ?? "").catch(() => null);
    const ready = await navigator.serviceWorker.ready;
    this.worker = ready.active;
    this.button = this.querySelector("button");
    this.classList.add("light--ready");
    this.button?.addEventListener("click", () => this.choose());
    // The one great picture of the page, as it was fetched.
    const lead = document.querySelector("main img[fetchpriority]");
    const fetched = lead?.complete && lead.naturalWidth > 1 && lead.currentSrc;
    this.tell(document.querySelector(".old") ? undefined : fetched || "");
    window.addEventListener("online", () => this.back());
    // A network that comes back may go again at once: while a copy is shown, it is asked for.
    setInterval(() => navigator.onLine && this.again(), AGAIN);
  }

  get isOn() {
    if (choice?.light) return choice.light === "1";
    const asked = window.matchMedia("(prefers-reduced-data: reduce)").matches;
    return asked || !!navigator["connection"]?.saveData;
  }

  /** @param {string} [shown] */
  tell(shown) {
    this.button?.setAttribute("aria-pressed", String(this.isOn));
    this.worker?.postMessage({ light: this.isOn, shown });
  }

  choose() {
    const now = !this.isOn;
    if (choice) choice.light = now ? "1" : "0";
    this.tell();
    if (now) return;
    for (const button of document.querySelectorAll(".veil__show")) button.click();
  }

  async back() {
    this.worker?.postMessage({});
    await this.again();
  }

  async again() {
    if (!document.querySelector(".old")) return;
    const asked = { method: "HEAD", cache: /** @type {RequestCache} */ ("no-store") };
    const answer = await fetch(window.location.href, asked).catch(() => null);
    if (answer) window.location.reload();
  }

  /** @param {EventTarget | null} image */
  async look(image) {
    if (!(image instanceof HTMLImageElement) || image.naturalWidth !== 1 || !image.alt) return;
    if (image.closest(".veil")) return;
    const address = image.currentSrc;
    const [veil, button, words] = ["span", "button", "b"].map((name) => document.createElement(name));
    veil.className = "veil";
    button.className = "veil__show";
    button.setAttribute("type", "button");
    words.textContent = this.dataset.show ?? "";
    button.append(words, image.alt);
    image.replaceWith(veil);
    veil.append(image, button);
    image.setAttribute("aria-hidden", "true");
    button.addEventListener("click", () => {
      image.removeAttribute("aria-hidden");
      image.removeAttribute("srcset");
      // With a question after it, it is one the reader wants.
      image.src = `${address}?chitra`;
      image.tabIndex = -1;
      if (document.activeElement === button) image.focus();
      button.remove();
    });
    const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
    const bytes = Number(answer?.headers.get("content-length"));
    if (bytes) words.textContent += ` (${Math.ceil(bytes / 1000)} kB)`;
  }
}

customElements.define("hk-light", Light);
