import { useEffect, useState } from "react";
import { useRevalidator } from "#app/ui/remix.ts";

/** Refreshes after a download began: two minutes of them. */
const pollsAfterwards = 40;

/**
 * Refreshes the page every second while something is being made. Call the result when something begins that
 * the page cannot see, such as a download: it then refreshes every three seconds for two minutes.
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
