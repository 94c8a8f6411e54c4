/**
 * The paste page: takes the HTML behind pasted text along, because it tells the story from the page
 * around it better than text does. Without this script the plain text is sent, and works.
 */

const form = document.querySelector("[data-paste-form]");
const text = form?.querySelector("[data-paste-text]");
const html = form?.querySelector("[data-paste-html]");
const status = form?.querySelector("[data-paste-status]");
/** The text as it stood after a paste that filled the whole field; an edited one is sent as text. */
let pasted = null;

text?.addEventListener("paste", (event) => {
  const markup = event.clipboardData?.getData("text/html") ?? "";
  const fillsField = text.selectionStart === 0 && text.selectionEnd === text.value.length;
  html.value = fillsField ? markup : "";
  setTimeout(() => {
    pasted = text.value;
  });
});

form?.addEventListener("submit", (event) => {
  if (text.value !== pasted) {
    html.value = "";
  }
  const bytes = new Blob([html.value || text.value]).size;
  const tooLarge = bytes > Number(form.dataset.mostBytes);
  status.textContent = tooLarge ? form.dataset.tooLarge : "";
  if (tooLarge) {
    event.preventDefault();
  }
});
