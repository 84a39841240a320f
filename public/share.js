// Puts a message, as it is edited, into the links that share it.
const message = document.querySelector("[data-message]");
const links = [...document.querySelectorAll("[data-text]")].map((link) => [
  link,
  ...link.getAttribute("href").split(link.dataset.text),
]);
if (message) {
  message.closest("[hidden]").hidden = false;
  message.addEventListener("input", () => {
    const { value } = message;
    for (const [link, before, after] of links)
      link.href = before + encodeURIComponent(link.protocol === "mailto:" ? `${value}\n\n` : value) + after;
    for (const text of document.querySelectorAll("[data-body]")) text.textContent = value;
    for (const button of document.querySelectorAll("[data-share]")) button.dataset.share = value;
  });
}
