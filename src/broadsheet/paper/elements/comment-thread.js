// <comment-thread>: the comments under a report. Nothing of them is fetched before a reader comes
// near, or follows a link to one of them: data-module then says where the rest of this element is.

class CommentThread extends HTMLElement {
  connectedCallback() {
    if (location.hash.startsWith("#comment")) return this.open();
    this.watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.open(),
      { rootMargin: "600px" },
    );
    this.watch.observe(this);
    addEventListener("hashchange", () => location.hash.startsWith("#comment") && this.open());
  }

  disconnectedCallback() {
    this.watch?.disconnect();
  }

  open() {
    this.watch?.disconnect();
    this.opening ??= import(this.dataset.module)
      .then(({ open }) => open(this))
      .then(() => this.unreached?.remove())
      .catch(() => this.offerAgain());
  }

  // What stands there without scripts still leads on.
  offerAgain() {
    this.opening = undefined;
    // A try that has begun without a line may end after the line is back.
    const back = () => Promise.resolve(this.opening).then(() => this.open());
    addEventListener("online", back, { once: true });
    if (this.unreached?.isConnected) return;
    const words = this.querySelector("template.talk-words").content;
    this.unreached = words.querySelector('[data-part="unreached"]').cloneNode(true);
    this.unreached.querySelector("button").addEventListener("click", () => this.open());
    this.querySelector(".talk").append(this.unreached);
  }
}

customElements.define("comment-thread", CommentThread);
