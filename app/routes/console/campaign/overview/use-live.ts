import { useEffect, useState } from "react";

const every = 15_000;
/** Milliseconds between tries after failures, at most. */
const atMost = 240_000;

/** `still`: no refreshing. `live`: refreshing. `lost`: the newest figures could not be fetched. */
type Renewal = "still" | "live" | "lost";

/**
 * Refreshes the page's figures while it is visible, and tells whether it does (without JavaScript it does
 * not). A hidden tab requests nothing; when it is visible again it refreshes at once. A failed request leaves
 * the figures shown.
 */
export function useLive<T>(loaded: T, address: string): { data: T; renewal: Renewal } {
  const [renewal, setRenewal] = useState<Renewal>("still");
  const [fetched, setFetched] = useState<{ address: string; data: T } | null>(null);

  useEffect(() => {
    const ended = new AbortController();
    let wait = every;
    let timer: ReturnType<typeof setTimeout>;
    setRenewal("live");

    const ask = async () => {
      clearTimeout(timer);
      if (!document.hidden) {
        const data = await fetchFigures<T>(address, ended.signal);
        if (ended.signal.aborted) return;
        wait = data ? every : Math.min(atMost, wait * 2);
        if (data) setFetched({ address, data });
        setRenewal(data ? "live" : "lost");
      }
      timer = setTimeout(ask, wait);
    };
    const seen = () => {
      if (!document.hidden) ask();
    };
    timer = setTimeout(ask, every);
    document.addEventListener("visibilitychange", seen);
    return () => {
      ended.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [address]);

  return { data: fetched?.address === address ? fetched.data : loaded, renewal };
}

/** Fetches figures; null if the network, the server or an ended session gives none. */
async function fetchFigures<T>(address: string, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(address, { signal, redirect: "manual" });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
