import { useEffect, useState } from "react";

const every = 15_000;
/** After a failure it waits longer, up to this. */
const atMost = 240_000;

/** `still`: nothing renews. `live`: it does. `lost`: it would, and the newest figures could not be had. */
type Renewal = "still" | "live" | "lost";

/**
 * Fetches the page's figures again while it is in sight, and tells whether it does: without JavaScript it
 * does not. Nothing is asked for in a hidden tab; one that comes back asks at once. What cannot be had leaves
 * what is shown as it is.
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

/** Null when the network, the server or an ended session gives none. */
async function fetchFigures<T>(address: string, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(address, { signal, redirect: "manual" });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
