// Counts what is written, copies and prints a letter. Pages work without it.
(() => {
  const { format } = new Intl.NumberFormat(document.documentElement.dataset.spoken);
  for (const place of document.querySelectorAll("[data-counts]")) {
    const field = document.getElementById(place.dataset.counts);
    const tell = () => {
      place.textContent = place.dataset.words.replace("#", format([...field.value.trim()].length));
    };
    field.addEventListener("input", tell);
    tell();
    place.hidden = false;
  }

  for (const button of document.querySelectorAll("[data-from], [data-print]"))
    button.hidden = !("print" in button.dataset || navigator.clipboard);

  addEventListener("click", async ({ target }) => {
    if (target.closest("[data-print]")) print();
    const button = target.closest("[data-from]");
    if (!button) return;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.from).value);
    button.textContent = button.dataset.copied;
  });
})();
