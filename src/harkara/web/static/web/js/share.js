// <hk-share> around a story's short address: copies it, and hands it to the phone's own ways of
// sharing where there are any. Without this script the address stands there to be copied by hand.

class Share extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    const [copy, phone] = this.querySelectorAll("button");
    const status = this.querySelector("[role=status]");
    if (!link || !copy || !phone || !status) return;
    copy.addEventListener("click", () => {
      const { done = "", failed = "" } = copy.dataset;
      // There is no clipboard where the page was not fetched safely.
      (navigator.clipboard?.writeText(link.href) ?? Promise.reject()).then(
        () => (status.textContent = done),
        () => (status.textContent = failed),
      );
    });
    if (!("share" in navigator)) return;
    this.classList.add("share__own--phone");
    phone.addEventListener("click", () => {
      const title = document.querySelector("h1")?.textContent ?? "";
      // Refused means that the reader thought better of it.
      navigator.share({ title, url: link.href }).catch(() => (status.textContent = ""));
    });
  }
}

customElements.define("hk-share", Share);
