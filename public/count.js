// Keeps the count current, and copies. Every page works without it.
(() => {
  const { format } = new Intl.NumberFormat(document.documentElement.dataset.spoken);
  const places = document.querySelectorAll("[data-count]");

  const show = (place, count) => {
    const steps = place.dataset.steps.split(" ").map(Number);
    const last = steps.at(-1);
    const goal = steps.find((step) => step > count) ?? (Math.floor(count / last) + 1) * last;
    const write = (name, value) => {
      const found = place.querySelector(`[data-${name}]`);
      if (found) found.textContent = format(value);
    };
    write("signatures", count);
    write("goal", goal);
    place.querySelector(".done").setAttribute("width", `${(count / goal) * 100}%`);
  };

  const refresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(`/c/${places[0].dataset.count}/count.json`);
    if (!answer.ok) return;
    const { signatures } = await answer.json();
    for (const place of places) show(place, signatures);
  };
  if (places.length) setInterval(() => refresh().catch(() => {}), 15_000);

  for (const button of navigator.share ? document.querySelectorAll("[data-share]") : []) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () =>
      navigator.share({ text: button.dataset.share, url: button.dataset.url }).catch(() => {}),
    );
  }

  const told = document.createElement("p");
  told.className = "vh";
  told.role = "status";
  document.body.append(told);
  for (const button of document.querySelectorAll("button[data-copy]")) button.hidden = !navigator.clipboard;

  addEventListener("click", async (event) => {
    const link = event.target.closest("[data-copy]");
    if (!link || !navigator.clipboard) return;
    event.preventDefault();
    await navigator.clipboard.writeText(link.dataset.copy ? document.getElementById(link.dataset.copy).textContent : link.href);
    link.textContent = told.textContent = link.dataset.copied;
  });
})();
