// Keeps the count of signatures current and makes "Copy the link" copy. Every page works without it.
(() => {
  const number = new Intl.NumberFormat(document.documentElement.lang || "en");
  const places = [...document.querySelectorAll("[data-count]")];

  const show = (place, count) => {
    const steps = place.dataset.steps.split(" ").map(Number);
    const last = steps[steps.length - 1];
    const goal = steps.find((step) => step > count) || (Math.floor(count / last) + 1) * last;
    const shown = place.querySelector("[data-signatures]");
    const bar = place.querySelector(".done");
    const next = place.querySelector("[data-goal]");
    if (shown) shown.textContent = number.format(count);
    if (bar) bar.setAttribute("width", `${(count / goal) * 100}%`);
    if (next) next.textContent = number.format(goal);
  };

  const refresh = async () => {
    if (document.hidden) return;
    const slug = places[0].dataset.count;
    const answer = await fetch(`/c/${slug}/count.json`).catch(() => null);
    if (!answer || !answer.ok) return;
    const { signatures } = await answer.json();
    for (const place of places) show(place, signatures);
  };

  if (places.length > 0) {
    setInterval(refresh, 15_000);
    document.addEventListener("visibilitychange", refresh);
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-copy]");
    if (!link || !navigator.clipboard) return;
    event.preventDefault();
    await navigator.clipboard.writeText(link.dataset.copy);
    link.textContent = link.dataset.copied;
  });
})();
