// Count, copy, share.
const all = (what) => document.querySelectorAll(what);
const { spoken } = document.documentElement.dataset;
const { format } = new Intl.NumberFormat(spoken);
const places = all("[data-count]");

const show = (count) => {
  for (const place of places) {
    const steps = place.dataset.steps.split(" ");
    const last = +steps.at(-1);
    const goal = steps.find((step) => step > count) ?? count - (count % last) + last;
    const texts = { signatures: format(count), people: place.dataset[new Intl.PluralRules(spoken).select(count)], goal: format(goal) };
    for (const name in texts) place.querySelector(`[data-${name}]`).textContent = texts[name];
    place.querySelector(".done").setAttribute("width", `${(count / goal) * 100}%`);
  }
};

let turns = 0, failed = 0;
const ask = async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(places[0].dataset.count);
    if (!answer.ok) throw 0;
    show((await answer.json()).signatures);
    failed = 0;
  } catch {
    failed += failed < 4;
  }
};
if (places[0]) {
  setInterval(() => ++turns % 2 ** failed || ask(), 15e3);
  addEventListener("visibilitychange", ask);
}

for (const button of navigator.share ? all("[data-share]") : []) {
  const { dataset } = button;
  button.parentNode.hidden = false;
  button.onclick = () => navigator.share({ text: dataset.share, url: dataset.url }).catch(() => {});
}

const told = document.createElement("p");
told.className = "vh";
told.role = "status";
document.body.append(told);
const { clipboard } = navigator;
for (const button of all("button[data-copy]")) button.hidden = !clipboard;

addEventListener("click", async (event) => {
  const link = event.target.closest("[data-copy]");
  if (!link || !clipboard) return;
  event.preventDefault();
  const { copy, copied } = link.dataset;
  await clipboard.writeText(copy ? all(`#${copy}`)[0].textContent : link.href);
  link.textContent = told.textContent = copied;
});
