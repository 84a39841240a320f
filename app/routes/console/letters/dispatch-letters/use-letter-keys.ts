import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { useLocation, useNavigate } from "#app/ui/remix.ts";

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 };

/**
 * Handles keys in a list of letters, while the focus is in it: j and the right arrow go to the next letter, k
 * and the left arrow to the one before, and on to the page after or before at its ends. In a field keys stay
 * what they are.
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
