/**
 * The editor's form as suggestions read it and change it. Whatever is changed here tells the form so,
 * as if the editor had typed it: it is saved with the rest, and counted as not saved until then.
 */

/** Fields of blocks that hold no words of the story. */
const WORDLESS = new Set(["url", "network", "ordered", "photo", "poster", "story"]);
/** Blocks whose words are not the story's own: other stories', and pictures'. */
const NOT_ITS_OWN = new Set(["also_read", "picture", "gallery", "video"]);

/** The field that a suggestion of each kind changes. */
const FIELDS = { section: "section", topic: "topics", new_topic: "topics", address: "address_words" };

/** The stream of the body's blocks, or nothing if the editor has none here. */
function stream(form) {
  return form.querySelector("#body-root")?.rootBlock ?? null;
}

/** Whether the body's blocks stand in the form already, or it has none at all. */
export function isReady(form) {
  return stream(form) !== null || !form.querySelector("#body[data-block]");
}

/** The blocks of the body: what each is, and what it holds. */
export function blocksOf(form) {
  return (stream(form)?.children ?? []).map((child) => {
    const { type: kind, value } = child.getValue();
    // Rich text is kept as the JSON of its editor.
    return { kind, value: kind === "paragraph" ? JSON.parse(value || "null") : value };
  });
}

/** The words of one block, a line each. */
export function textOf(kind, value) {
  return NOT_ITS_OWN.has(kind) ? "" : [...lines(value)].filter(Boolean).join("\n");
}

function* lines(value) {
  if (typeof value === "string") {
    yield value;
  } else if (Array.isArray(value?.blocks)) {
    yield* value.blocks.map((block) => block.text);
  } else if (Array.isArray(value)) {
    for (const one of value) {
      yield* lines(one?.value ?? one);
    }
  } else if (value && typeof value === "object") {
    for (const [name, one] of Object.entries(value)) {
      if (!WORDLESS.has(name)) {
        yield* lines(one);
      }
    }
  }
}

/** Where in the form a suggestion would go; nothing if the form has no place for it. */
export function place(form, kind, ref) {
  if (kind === "also_read") {
    return stream(form);
  }
  const field = form.elements.namedItem(FIELDS[kind] ?? "source_url");
  if (kind === "section") {
    return [...(field?.options ?? [])].some((option) => option.value === ref) ? field : null;
  }
  return field;
}

/** Put what was taken into the form. */
export function put(form, decision, choice, noted) {
  const { kind, ref, label } = choice.dataset;
  if (decision === "credit") {
    fill(form, "source_name", choice.dataset.sourceName);
    fill(form, "source_credit", choice.dataset.sourceCredit);
    fillEmpty(form, "source_url", choice.dataset.sourceUrl);
  } else if (decision === "canonical") {
    fill(form, "source_url", choice.dataset.canonicalUrl);
    fillEmpty(form, "source_name", choice.dataset.canonicalName);
  } else if (kind === "also_read") {
    refer(form, choice);
  } else if (kind === "topic" || kind === "new_topic") {
    const topic = noted.topic ?? { id: ref, name: label };
    choose(form.elements.namedItem("topics"), String(topic.id), topic.name);
  } else {
    fill(form, FIELDS[kind], ref);
  }
}

function choose(field, value, label) {
  let option = [...field.options].find((one) => one.value === value);
  if (!option) {
    option = new Option(label, value);
    field.add(option);
  }
  option.selected = true;
  told(field);
}

function refer(form, choice) {
  const body = stream(form);
  const after = Number(choice.querySelector("[data-after]")?.value ?? body.children.length);
  const { article, label, editUrl } = choice.dataset;
  const story = { id: Number(article), title: label, adminTitle: label, editUrl };
  const block = { type: "also_read", value: { story, text: "" }, id: null };
  body.insert(block, Math.min(after, body.children.length), { animate: true });
  told(body.countInput[0] ?? form);
}

function fill(form, name, value) {
  const field = form.elements.namedItem(name);
  field.value = value ?? "";
  told(field);
}

function fillEmpty(form, name, value) {
  if (!form.elements.namedItem(name).value) {
    fill(form, name, value);
  }
}

function told(field) {
  for (const event of ["input", "change"]) {
    field.dispatchEvent(new Event(event, { bubbles: true }));
  }
}
