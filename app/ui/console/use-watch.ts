import { useEffect, useState } from "react";
import { useRevalidator } from "#app/ui/remix.ts";

/** Looks after a download has begun: two minutes of them. */
const pollsAfterwards = 40;

/**
 * Renews the page every second while something is being made. What a page cannot see begin, as a download
 * that leaves it unchanged, is reported by calling the answer: for two minutes it renews every three seconds.
 */
export function useWatch(making = false): () => void {
  const [polls, setPolls] = useState(0);
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if ((!making && polls === 0) || state !== "idle") return;
    const check = () => {
      revalidate();
      if (!making) setPolls((left) => left - 1);
    };
    const timer = setTimeout(check, making ? 1000 : 3000);
    return () => clearTimeout(timer);
  }, [making, polls, revalidate, state]);
  return () => setPolls(pollsAfterwards);
}
