// <hk-complete source="…"> around a search field: offers words to go on with while one types.
// Without this script, or without an answer, it is a plain field.

const PAUSE = 150;
const SHORTEST = 2;

class Complete extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input");
    if (!field) return;
    this.field = field;
    this.list = document.createElement("ul");
    this.list.id = `${field.id}-completions`;
    this.list.className = "completions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.name ?? "");
    this.append(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) field.setAttribute(name, value);
    field.addEventListener("input", () => this.ask());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.show([]));
    // Before the field loses the reader's finger.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const one = /** @type {Element} */ (event.target).closest("li");
      if (one) this.take(one.textContent ?? "");
    });
  }

  ask() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const typed = this.field.value;
    if (typed.trim().length < SHORTEST) return this.show([]);
    this.waiting = setTimeout(async () => {
      this.asking = new AbortController();
      const address = `${this.getAttribute("source")}?${new URLSearchParams({ q: typed })}`;
      try {
        const answer = await fetch(address, { signal: this.asking.signal });
        this.show(answer.ok ? (await answer.json()).words : []);
      } catch {
        // The network is gone, or something else was typed: the field works without.
        if (this.field.value === typed) this.show([]);
      }
    }, PAUSE);
  }

  /** @param {string[]} words */
  show(words) {
    const offered = words.filter((word) => word !== this.field.value.trim());
    this.list.replaceChildren(...offered.map((word, place) => {
      const one = document.createElement("li");
      one.id = `${this.list.id}-${place}`;
      one.className = "completions__one";
      one.setAttribute("role", "option");
      one.textContent = word;
      return one;
    }));
    this.list.hidden = !offered.length;
    this.field.setAttribute("aria-expanded", String(offered.length > 0));
    this.point(-1);
  }

  /** @param {number} place */
  point(place) {
    this.place = place;
    [...this.list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    this.field.setAttribute("aria-activedescendant", this.list.children[place]?.id ?? "");
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const count = this.list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") return this.show([]);
    if (!count || event.isComposing) return;
    if (step) {
      event.preventDefault();
      // One place beside the list is the field itself.
      this.point(((this.place + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && this.place >= 0) {
      event.preventDefault();
      this.take(this.list.children[this.place].textContent ?? "");
    }
  }

  /** @param {string} words */
  take(words) {
    this.field.value = words;
    this.show([]);
    this.field.form?.requestSubmit();
  }
}

customElements.define("hk-complete", Complete);
