import type { KeyboardEvent, RefObject } from "react";

/**
 * Handles keys for a list of checkboxes while the focus is in it: j and k move down and up, x chooses, each
 * of `buttons` presses the button with that value. In a text field, keys work as usual.
 */
export function listKeys(
  form: RefObject<HTMLFormElement | null>,
  box: string,
  buttons: Readonly<Record<string, () => void>>,
) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>(`[name="${box}"]`) ?? [])];
    const here = boxes.findIndex((one) => one.closest("tr")?.contains(document.activeElement));
    const row = boxes[here];
    switch (event.key) {
      case "j":
        boxes[Math.min(here + 1, boxes.length - 1)]?.focus();
        break;
      case "k":
        boxes[Math.max(here - 1, 0)]?.focus();
        break;
      case "x":
        if (row) row.checked = !row.checked;
        break;
      default: {
        const press = buttons[event.key];
        if (!press) return;
        // If none is chosen, the focused row is.
        if (event.key !== "z" && row && !boxes.some(({ checked }) => checked)) row.checked = true;
        press();
      }
    }
    event.preventDefault();
  };
}

const isTyped = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=checkbox])");
