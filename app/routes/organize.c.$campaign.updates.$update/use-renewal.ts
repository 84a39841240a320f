import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Reads the page's data anew every so many milliseconds while it is in sight; null: not at all. */
export function useRenewal(everyMs: number | null) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (everyMs === null || state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearTimeout(timer);
  });
}
