// <hk-fragment from="/tukda/…/"> around what stands there without this script, such as a link: takes
// in the piece that is pressed at that address when it comes near to the screen. A `fresh` one asks
// at once, when the reader comes back to the page, and each minute the page is looked at; that
// nothing has changed is said in a few bytes. Room for what comes is the style sheet's to keep.

const MINUTE = 60000;

class Fragment extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute("fresh")) {
      this.ask();
      setInterval(() => this.ask(), MINUTE);
      document.addEventListener("visibilitychange", () => this.ask());
      return;
    }
    const near = new IntersectionObserver(
      ([one]) => {
        if (!one?.isIntersecting) return;
        near.disconnect();
        this.ask();
      },
      { rootMargin: "400px" },
    );
    near.observe(this);
  }

  async ask() {
    if (document.hidden) return;
    const cache = this.hasAttribute("fresh") ? "no-cache" : "default";
    // Without a network there stands what stood there.
    const answer = await fetch(this.getAttribute("from") ?? "", { cache }).catch(() => null);
    if (!answer?.ok) return;
    const piece = await answer.text();
    if (piece !== this.held) this.innerHTML = piece;
    this.held = piece;
    this.dispatchEvent(new CustomEvent("taken", { bubbles: true, detail: answer.headers }));
  }
}

customElements.define("hk-fragment", Fragment);
