/**
 * Pasting into a story's body: a page, a document or several paragraphs become blocks of the body, read
 * by the newsroom as the paste page reads them. One line of text is left to the editor it is pasted
 * into, and so is all without this script.
 */

const BLOCKS = /<(?:p|div|br|li|tr|h[1-6]|blockquote|section|article)\b/gi;
const OLD_FONT = /kruti|devlys|chanakya/i;
/** What is copied within the editor, and keeps more than HTML tells. */
const OWN = /data-draftail-content|data-offset-key/;

class Paste {
  constructor(form, words) {
    this.form = form;
    this.url = words.dataset.url;
    this.failed = words.dataset.failed;
    this.edited = words.dataset.edited;
    form.addEventListener("paste", (event) => this.take(event), { capture: true });
  }

  get stream() {
    return this.form.querySelector("#body-root")?.rootBlock;
  }

  take(event) {
    const child = this.childOf(event.target);
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!child || OWN.test(html) || !isMore(html, text)) {
      return;
    }
    if (this.hasFailed) {
      this.hasFailed = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.put(child, new URLSearchParams({ html, text }));
  }

  /** The paragraph of the body that an element is in, if it is in one. */
  childOf(element) {
    const holder = element.closest?.("[data-streamfield-child]");
    return this.stream?.children.find((one) => one.element === holder && one.type === "paragraph");
  }

  async put(child, words) {
    const title = this.form.elements.namedItem("title");
    words.set("title", title.value);
    const note = this.noteBefore(child);
    const read = await this.ask(words, note);
    if (!read) {
      return;
    }
    fillEmpty(title, read.headline);
    fillEmpty(this.form.elements.namedItem("dateline"), read.dateline);
    const at = this.stream.children.indexOf(child);
    const isEmpty = !JSON.parse(child.getValue().value || "null")?.blocks.some((one) => one.text);
    const put = read.blocks.map((block, i) => this.insert(block, at + 1 + i));
    if (isEmpty && put.length) {
      this.stream.deleteBlock(at);
    }
    put[0]?.element.before(note);
    await begun();
    this.show(note, read.note, { words, put, said: put.map(said), blocks: read.blocks });
    told(this.stream.countInput[0] ?? this.form);
    put.at(-1)?.focus();
  }

  insert({ type, value }, at) {
    this.stream.insert({ type, value, id: null }, at, {});
    return this.stream.children[at];
  }

  show(note, html, pasted) {
    note.innerHTML = html;
    note.querySelector("[data-close]").addEventListener("click", () => note.remove());
    for (const button of note.querySelectorAll("[data-as-typed]")) {
      button.addEventListener("click", () => this.typeAgain(note, button, pasted));
    }
  }

  /** Put a text back as it was typed, in the blocks that nobody has changed since. */
  async typeAgain(note, button, pasted) {
    pasted.words.append("as_typed", button.dataset.asTyped);
    const read = await this.ask(pasted.words, note);
    if (!read) {
      return;
    }
    let left = false;
    const changed = [];
    read.blocks.forEach((block, i) => {
      const child = pasted.put[i];
      const stands = this.stream.children.includes(child) && said(child) === pasted.said[i];
      if (block.said === pasted.blocks[i].said) {
        return;
      }
      if (stands) {
        const at = this.stream.children.indexOf(child);
        pasted.put[i] = this.insert(block, at);
        this.stream.deleteBlock(at + 1);
        changed.push(i);
      } else {
        left = true;
      }
    });
    await begun();
    for (const i of changed) {
      pasted.said[i] = said(pasted.put[i]);
    }
    pasted.blocks = read.blocks;
    this.show(note, read.note, pasted);
    if (left) {
      note.append(this.edited);
    }
    told(this.stream.countInput[0] ?? this.form);
  }

  async ask(words, note) {
    words.set("csrfmiddlewaretoken", this.form.elements.namedItem("csrfmiddlewaretoken").value);
    try {
      const answer = await fetch(this.url, { method: "POST", body: words });
      const read = await answer.json();
      if (answer.ok) {
        return read;
      }
      note.textContent = `${this.failed} ${read.refused ?? ""}`;
    } catch {
      note.textContent = this.failed;
    }
    // The next paste is the editor's own, whatever was wrong with this one.
    this.hasFailed = true;
    return null;
  }

  noteBefore(child) {
    const note = document.createElement("div");
    note.className = "pasted-note";
    note.setAttribute("role", "status");
    child.element.before(note);
    return note;
  }
}

function isMore(html, text) {
  return OLD_FONT.test(html) || text.trim().includes("\n") || (html.match(BLOCKS) ?? []).length > 2;
}

/** What a block says now; of a paragraph its words and their marks, without the editor's own keys. */
function said(child) {
  const { type, value } = child.getValue();
  const lines = type === "paragraph" ? (JSON.parse(value || "null")?.blocks ?? []) : value;
  const words = type === "paragraph" ? lines.map((one) => [one.text, one.inlineStyleRanges]) : lines;
  return JSON.stringify(words);
}

/** Wait until the editors of new blocks have begun. */
function begun() {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
  });
}

function fillEmpty(field, value) {
  if (field && value && !field.value) {
    field.value = value;
    told(field);
  }
}

function told(field) {
  for (const event of ["input", "change"]) {
    field.dispatchEvent(new Event(event, { bubbles: true }));
  }
}

const form = document.querySelector("form[data-edit-form]");
const words = document.querySelector("[data-paste-in-editor]");
if (form && words) {
  new Paste(form, words);
}
