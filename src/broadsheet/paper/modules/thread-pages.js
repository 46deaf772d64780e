// The pages of a thread, as the files that they are.

// Nobody has written.
export const NONE = { items: [], next: "", total: 0, firsts: [], isClosed: false };

export class ThreadPages {
  constructor(path) {
    this.path = path;
  }

  first(order) {
    return this.page(order === "newest" ? this.path : `${this.path}recommended/`);
  }

  numbered(number) {
    return `${this.path}${number}/`;
  }

  replies(id) {
    return `${this.path}replies/${id}/`;
  }

  async page(path) {
    const answer = await fetch(path);
    if (answer.status === 404) return NONE;
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    // A document of its own, in which nothing runs and nothing is fetched.
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = parsed.querySelector(".thread");
    const { next = "", total, firsts = "", closed } = list.dataset;
    return {
      items: [...list.children].map((item) => document.adoptNode(item)),
      next,
      total: Number(total),
      firsts: firsts.split(" ").filter(Boolean).map(Number),
      isClosed: closed !== undefined,
    };
  }

  item(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return document.adoptNode(parsed.querySelector(".comment"));
  }
}
