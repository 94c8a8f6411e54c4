/**
 * Suggestions beside a story. The words in front of the editor are sent when she has paused, and what
 * she takes is put into her form, where she sees it and saves it as ever. Nothing here waits for an
 * answer, and without an answer writing and saving go on.
 *
 * Without this script the same suggestions stand on a page of their own.
 */

import { blocksOf, isReady, place, put, textOf } from "./form.js";

/**
 * How long after the last letter is asked: while the panel is open, and while it is not. The first time
 * no letter is waited for, only Wagtail, which builds the blocks of the body.
 */
const PAUSE = { first: 100, open: 1500, closed: 10000 };
const STORY = /\/pages\/(\d+)\/edit\/$/;

class Suggestions extends HTMLElement {
  connectedCallback() {
    this.form = document.querySelector("form[data-edit-form]");
    this.list = this.querySelector("[data-list]");
    this.status = this.querySelector("[data-status]");
    this.panel = this.closest("[data-side-panel]");
    this.counter = document.querySelector(
      '[data-side-panel-toggle="suggestions"] [data-side-panel-toggle-counter]',
    );
    for (const event of ["input", "change", "w-autosave:success"]) {
      this.form.addEventListener(event, (changed) => {
        if (changed.isTrusted && changed.type === "input") {
          // She writes on; what was said of her last decision is old.
          this.status.textContent = "";
        }
        this.askSoon();
      });
    }
    this.panel.addEventListener("show", () => this.ask());
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-decide]");
      if (button) {
        this.decide(button);
      }
    });
    const opener = document.querySelector("[data-suggestions-open]");
    opener?.addEventListener("click", (event) => {
      event.preventDefault();
      this.panel.dispatchEvent(new CustomEvent("open"));
    });
    this.ask();
  }

  /** Where the story's suggestions are, or nothing while it was never saved. */
  get address() {
    const story = STORY.exec(new URL(this.form.action, document.baseURI).pathname);
    return story ? this.dataset.url.replace("/0/", `/${story[1]}/`) : "";
  }

  askSoon() {
    clearTimeout(this.waiting);
    const pause = this.panel.hidden ? PAUSE.closed : PAUSE.open;
    this.waiting = setTimeout(() => this.ask(), this.asked === undefined ? PAUSE.first : pause);
  }

  /** Ask about the words as they are; one question at a time, and the same one never twice. */
  async ask({ anew = false } = {}) {
    clearTimeout(this.waiting);
    if (!this.address) {
      this.list.textContent = this.dataset.unsaved;
      return;
    }
    if (!isReady(this.form)) {
      this.askSoon();
      return;
    }
    if (this.asking) {
      this.again = true;
      return;
    }
    if (!anew && this.list.contains(document.activeElement) && document.activeElement.matches("select")) {
      // Nothing moves under the finger of who is choosing a place.
      this.askSoon();
      return;
    }
    const words = this.words();
    const said = new URLSearchParams([...words].filter(([name]) => name !== "csrfmiddlewaretoken"));
    if (!anew && said.toString() === this.asked) {
      return;
    }
    this.asking = true;
    this.list.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${this.address}now/`, { method: "POST", body: words });
      if (answer.status === 422) {
        this.list.textContent = await answer.text();
      } else if (answer.ok && !answer.redirected) {
        this.show(await answer.text());
      } else {
        throw new Error(String(answer.status));
      }
      this.asked = said.toString();
    } catch {
      this.list.textContent = this.dataset.failed;
    }
    this.list.setAttribute("aria-busy", "false");
    this.asking = false;
    if (this.again) {
      this.again = false;
      this.askSoon();
    }
  }

  show(html) {
    const part = this.list.contains(document.activeElement)
      ? document.activeElement.closest("[data-part]")?.dataset.part
      : this.left;
    this.left = null;
    this.list.innerHTML = html;
    const count = this.list.querySelector("[data-count]")?.dataset.count ?? "0";
    if (this.counter) {
      this.counter.textContent = count;
      this.counter.hidden = count === "0";
    }
    if (part) {
      // Whoever decided with the keyboard goes on where she was.
      const stands = this.list.querySelector(`[data-part="${part}"]`);
      (stands?.querySelector("button") ?? stands?.querySelector("h3") ?? this.heading()).focus();
    }
  }

  heading() {
    this.list.tabIndex = -1;
    return this.list;
  }

  /** The words of the form, as they stand in it. */
  words() {
    const words = new FormData();
    const value = (name) => this.form.elements.namedItem(name)?.value ?? "";
    words.set("csrfmiddlewaretoken", value("csrfmiddlewaretoken"));
    words.set("headline", value("title"));
    words.set("standfirst", value("standfirst"));
    words.set("address_words", value("address_words"));
    words.set("section", value("section"));
    for (const option of this.form.elements.namedItem("topics")?.selectedOptions ?? []) {
      words.append("topics", option.value);
    }
    const blocks = blocksOf(this.form);
    words.set("body", JSON.stringify(blocks.map(({ kind, value: of }) => [kind, textOf(kind, of)])));
    for (const { kind, value: of } of blocks) {
      if (kind === "also_read" && of.story) {
        words.append("named", of.story.id ?? of.story);
      }
    }
    return words;
  }

  async decide(button) {
    const choice = button.closest("[data-kind]");
    const decision = button.dataset.decide;
    const takes = decision !== "reject";
    // What the form cannot take is not noted as taken.
    if (takes && !place(this.form, choice.dataset.kind, choice.dataset.ref)) {
      this.say(this.dataset.noPlace, choice);
      return;
    }
    const part = button.closest("[data-part]").dataset.part;
    const noted = await this.noted(button, choice, decision);
    if (noted) {
      if (takes) {
        put(this.form, decision, choice, noted);
      }
      this.say(takes ? this.dataset.taken : this.dataset.rejected, choice);
      this.left = part;
      await this.ask({ anew: true });
    }
  }

  /** What the newsroom answered to a decision; nothing if it could not be noted. */
  async noted(button, choice, decision) {
    if (decision === "credit" || decision === "canonical") {
      return {};
    }
    button.disabled = true;
    try {
      return await this.note(choice, decision);
    } catch (error) {
      this.status.textContent = error.sentence ?? this.dataset.notKept;
      return null;
    } finally {
      button.disabled = false;
    }
  }

  async note(choice, decision) {
    const said = this.words();
    said.set("kind", choice.dataset.kind);
    said.set("ref", choice.dataset.ref);
    said.set("topic_kind", choice.dataset.topicKind ?? "");
    said.set("decision", decision);
    const headers = { Accept: "application/json" };
    const answer = await fetch(this.address, { method: "POST", body: said, headers });
    const noted = await answer.json();
    if (!noted.success) {
      throw Object.assign(new Error(String(answer.status)), { sentence: noted.error_message });
    }
    return noted;
  }

  say(sentence, choice) {
    this.status.textContent = `${sentence}${choice.dataset.label}`;
  }
}

customElements.define("hk-suggestions", Suggestions);
