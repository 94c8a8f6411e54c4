// <hk-kept>: names the stories that are kept in this browser, the last opened
// first, with the time of which they are, and removes them all when asked.

const FORM = /** @type {const} */ ({ dateStyle: "long", timeStyle: "short", hourCycle: "h23" });

class Kept extends HTMLElement {
  async connectedCallback() {
    if (!window.caches) return;
    const list = document.createElement("ol");
    list.className = "kept__list";
    const pages = await caches.open("pages-1");
    for (const request of (await pages.keys()).reverse()) {
      const kept = await pages.match(request);
      if (kept) list.append(await this.line(request.url, kept));
      this.classList.add("kept--some");
    }
    this.prepend(list);
    this.querySelector("button")?.addEventListener("click", async () => {
      await caches.delete("pages-1");
      await caches.delete("pictures-1");
      list.remove();
      this.classList.remove("kept--some");
    });
  }

  /**
   * @param {string} address
   * @param {Response} kept
   */
  async line(address, kept) {
    const page = new DOMParser().parseFromString(await kept.text(), "text/html");
    const at = new Date(kept.headers.get("date") ?? "");
    const [line, link, time] = ["li", "a", "time"].map((name) => document.createElement(name));
    link.setAttribute("href", new URL(address).pathname);
    link.textContent = page.querySelector("h1")?.textContent ?? "";
    const language = `${document.documentElement.lang}-u-nu-latn`;
    time.textContent = at.toLocaleString(language, FORM);
    time.setAttribute("datetime", at.toISOString());
    link.append(time);
    line.append(link);
    return line;
  }
}

customElements.define("hk-kept", Kept);
