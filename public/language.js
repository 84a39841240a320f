// Takes what is typed into another language; offers the reader's own.
const isFilled = (field) =>
  field.options
    ? !(field.querySelector("[selected]") ?? field[0]).selected
    : field.checked !== field.defaultChecked || field.value !== (field.defaultValue ?? field.value);

addEventListener("click", (event) => {
  const link = event.target.closest(".language a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const form = [...document.forms].find(({ elements }) => [...elements].some(isFilled));
  const button = form?.querySelector(`.in-other [lang=${link.lang}]`) ?? document.getElementById(`in-${link.lang}`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

const offer = document.querySelector(".offer");
if (navigator.language.startsWith(offer?.lang) && !localStorage.asked) {
  localStorage.asked = 1;
  offer.hidden = false;
  offer.lastChild.onclick = () => offer.remove();
}
