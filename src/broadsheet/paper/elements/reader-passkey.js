// <reader-passkey>: signs a reader in by a passkey, or makes one. It stays hidden where there are no
// scripts or no passkeys. The server gives the questions (data-ask, data-make) and takes the answers
// (data-enter, data-keep); data-failed is what is said when nothing came of it.

const QUESTIONS = { enter: "ask", make: "make" };
const ANSWERS = { enter: "enter", make: "keep" };

class ReaderPasskey extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    for (const button of this.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => this.go(button.dataset.do));
    }
    this.hidden = false;
  }

  async go(what) {
    this.say("");
    try {
      const { publicKey } = await this.post(this.dataset[QUESTIONS[what]], {});
      const credential = await (what === "enter" ? this.found(publicKey) : this.made(publicKey));
      const { location } = await this.post(this.dataset[ANSWERS[what]], {
        credential: credential.toJSON(),
        next: this.dataset.next,
      });
      window.location.assign(location);
    } catch (error) {
      this.say(error.told ?? this.dataset.failed);
    }
  }

  found(question) {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(question);
    return navigator.credentials.get({ publicKey });
  }

  made(question) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(question);
    return navigator.credentials.create({ publicKey });
  }

  async post(address, body) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.dataset.token },
      body: JSON.stringify(body),
    });
    const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (!answer.ok) throw Object.assign(new Error(answer.status), { told: said.error });
    return said;
  }

  say(words) {
    this.querySelector('[role="status"]').textContent = words;
  }
}

customElements.define("reader-passkey", ReaderPasskey);
