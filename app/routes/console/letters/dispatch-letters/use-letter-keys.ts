import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { useLocation, useNavigate } from "#app/ui/remix.ts";

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 };

/**
 * Handles keys while the focus is in a list of letters: j and right arrow go to the next letter, k and left
 * arrow to the previous one, at the ends to the next or previous page. In a field, keys work as usual.
 */
export function useLetterKeys(list: RefObject<HTMLElement | null>) {
  const navigate = useNavigate();
  const { key, state } = useLocation();
  const focused = (state as { focus?: "first" | "last" } | null)?.focus;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that keys led to begins at its end
  useEffect(() => {
    if (!focused) return;
    const articles = lettersIn(list.current);
    articles.at(focused === "first" ? 0 : -1)?.focus();
  }, [key]);

  return (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
    const articles = lettersIn(list.current);
    const here = articles.findIndex((one) => one.contains(document.activeElement));
    const next = articles[here + step];
    event.preventDefault();
    if (next) return next.focus();
    const link = document.querySelector<HTMLAnchorElement>(`.pager a[rel="${step === 1 ? "next" : "prev"}"]`);
    const to = link?.getAttribute("href");
    if (to) navigate(to, { state: { focus: step === 1 ? "first" : "last" } });
  };
}

const lettersIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("article") ?? [])];
const isTyped = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches("textarea, select, input, summary");
