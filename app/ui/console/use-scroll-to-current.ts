import { useEffect } from "react";
import { useLocation } from "#app/ui/remix.ts";

/** Scrolls overflowing lists of links (rail, tabs) to the current page's link. */
export function useScrollToCurrent() {
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

/** How far a range lies before (negative) or after another, with a margin. */
function beyond(from: number, to: number, start: number, end: number): number {
  const margin = 20;
  if (from < start) return from - start - margin;
  return to > end ? to - end + margin : 0;
}
