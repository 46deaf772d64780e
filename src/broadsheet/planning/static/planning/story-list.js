// <story-list>: changes stories in their place. Without it every button and link leads to a page.

const FROM_HERE = { "x-requested-with": "story-list" };

class StoryList extends HTMLElement {
  connectedCallback() {
    this.told = this.querySelector("[role=status]");
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("click", (event) => this.click(event));
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target.closest(".stories__open")) this.leave();
    });
  }

  click(event) {
    const change = event.target.closest("a[data-change]");
    if (change && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.open(change);
    } else if (event.target.closest("a[data-leave]")) {
      event.preventDefault();
      this.leave();
    }
  }

  async open(link) {
    this.leave();
    const form = await this.ask(link.href);
    if (!form) return;
    const row = document.createElement("tr");
    row.className = "stories__open";
    const cell = row.insertCell();
    cell.colSpan = 9;
    cell.innerHTML = form.html;
    this.opener = link;
    link.closest("tr").after(row);
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  leave() {
    this.querySelector(".stories__open")?.remove();
    this.opener?.focus();
    this.opener = null;
  }

  async submit(event) {
    const form = event.target;
    const button = event.submitter;
    const data = new FormData(form, button);
    // A report that is begun is gone to.
    if (data.get("do") === "write") return;
    event.preventDefault();
    // One form serves the moves of all stories; each button brings its story's address.
    const url = button?.hasAttribute("formaction") ? button.formAction : form.action;
    const answer = await this.ask(url, { method: "POST", body: data });
    if (!answer) return;
    if (answer.status === 422) {
      form.closest("td").innerHTML = answer.html;
      return;
    }
    const opened = form.closest(".stories__open");
    this.put(opened ? opened.previousElementSibling : button.closest("tr"), answer.html);
    opened?.remove();
  }

  put(row, html) {
    if (!html.trim()) {
      (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("a, button")?.focus();
      row.remove();
      return;
    }
    const made = document.createElement("tbody");
    made.innerHTML = html;
    const fresh = made.firstElementChild;
    row.replaceWith(fresh);
    fresh.querySelector("a, button")?.focus();
    this.told.textContent = fresh.querySelector(".stories__stage").textContent;
  }

  async ask(url, options = {}) {
    try {
      const response = await fetch(url, { ...options, headers: FROM_HERE });
      if (response.redirected || (!response.ok && response.status !== 422)) {
        throw new Error(response.status);
      }
      return { status: response.status, html: await response.text() };
    } catch {
      this.told.textContent = this.told.dataset.failed;
      this.told.classList.remove("w-sr-only");
      return null;
    }
  }
}

customElements.define("story-list", StoryList);
