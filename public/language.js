// Keeps what is typed when the language changes. Every page works without it.
(() => {
  const isFilled = ({ type, options, selectedIndex, value, defaultValue, checked, defaultChecked }) =>
    options
      ? selectedIndex !== Math.max(0, [...options].findIndex((one) => one.defaultSelected))
      : /^(checkbox|radio)$/.test(type)
        ? checked !== defaultChecked
        : value !== (defaultValue ?? value);

  addEventListener("click", (event) => {
    const link = event.target.closest(".language a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const filled = [...document.forms].find((form) => [...form.elements].some(isFilled));
    const button = filled?.querySelector(`.in-other [lang="${link.lang}"]`) ?? document.getElementById(link.hash.slice(1));
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
