// <hk-video embed="…"> around a link: plays the video in its place, and asks nothing of another
// host before the reader's click. Without this script the link leads to the video.

class Video extends HTMLElement {
  connectedCallback() {
    this.querySelector("a")?.addEventListener("click", (event) => {
      const address = this.getAttribute("embed");
      if (!address || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const frame = document.createElement("iframe");
      frame.src = `${address}?autoplay=1`;
      frame.title = this.getAttribute("name") ?? "";
      // The host plays only for a page that says which site it is of.
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      this.replaceChildren(frame);
      frame.focus();
    });
  }
}

customElements.define("hk-video", Video);
