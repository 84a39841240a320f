import { useEffect } from "react";
import { useLocation } from "#app/ui/remix.ts";

/** Scrolls lists of links that overflow (rail, tabs) to the link of the current page. */
export function useCurrentInSight() {
  const { pathname, search } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another link
  useEffect(() => {
    for (const list of document.querySelectorAll(".rail, .tabs")) {
      const link = list.querySelector("[aria-current]");
      if (!link) continue;
      const [of, at] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
      list.scrollBy(
        beyond(at.left, at.right, of.left, of.right),
        beyond(at.top, at.bottom, of.top, of.bottom),
      );
    }
  }, [pathname, search]);
}

/** How far a stretch lies before (less than 0) or behind another one, with a margin. */
function beyond(from: number, to: number, start: number, end: number): number {
  const margin = 20;
  if (from < start) return from - start - margin;
  return to > end ? to - end + margin : 0;
}
