// <hk-read number="…">: says once, after the story was in sight for some seconds, that it was
// shown. Nothing of the reader goes with it. Not said: when a page is loaded again or gone back to,
// by a browser that is steered by a program, and for whoever asks not to be counted.

const IN_SIGHT = 3000;

class Read extends HTMLElement {
  connectedCallback() {
    const [arrival] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType("navigation")
    );
    if (arrival?.type !== "navigate" || navigator.webdriver) return;
    if (navigator.doNotTrack === "1" || navigator["globalPrivacyControl"]) return;
    let waiting = 0;
    const look = () => {
      clearTimeout(waiting);
      if (document.visibilityState !== "visible") return;
      waiting = setTimeout(() => {
        document.removeEventListener("visibilitychange", look);
        navigator.sendBeacon?.(`/padha/${this.getAttribute("number")}`);
      }, IN_SIGHT);
    };
    document.addEventListener("visibilitychange", look);
    look();
  }
}

customElements.define("hk-read", Read);
