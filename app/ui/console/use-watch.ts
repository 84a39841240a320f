import { useEffect, useState } from "react";
import { useRevalidator } from "#app/ui/remix.ts";

/** Looks after a download has begun: two minutes of them. */
const pollsAfterwards = 40;

/**
 * While something is being made, the page renews itself every second. What the page cannot tell has begun, as
 * a download that leaves it as it is, is told by calling what is answered: for two minutes it renews itself
 * every three.
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
