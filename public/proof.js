// Does the short calculation that a form asks for at a moment of raised risk, and sends it. A button does so without it.
(() => {
  const form = document.querySelector("[data-proof]");
  if (!form || !globalThis.crypto?.subtle) return;
  const challenge = JSON.parse(form.dataset.proof);
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
  const hexOf = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const note = form.querySelector("[data-working]");
  const otherwise = form.querySelector("[data-otherwise]");

  const tell = (working) => {
    note.textContent = working ? note.dataset.working : "";
    otherwise.hidden = working;
  };

  const solve = async () => {
    const start = bytesOf(nonce);
    const password = new Uint8Array(start.length + 4);
    password.set(start);
    const view = new DataView(password.buffer);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: cost };
    for (let counter = 0; counter < 10_000; counter++) {
      view.setUint32(start.length, counter);
      const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
      const derivedKey = hexOf(await crypto.subtle.deriveBits(how, key, keyLength * 8));
      if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
    }
    throw new Error("the calculation has no end");
  };

  tell(true);
  solve()
    .then((solution) => {
      form.elements.proof.value = JSON.stringify({ challenge, solution });
      form.submit();
    })
    .catch(() => tell(false));
  // Who comes back to a form that was sent can send it by the button.
  addEventListener("pageshow", ({ persisted }) => persisted && tell(false));
})();
