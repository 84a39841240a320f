import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";

const every = 15_000;
/** After a failure it waits longer, up to this. */
const atMost = 240_000;

/**
 * Fetches the page's figures again while it is in sight, and tells whether it does: without JavaScript it does not. Nothing
 * is asked for in a hidden tab; one that comes back asks at once.
 */
export function useLive<T>(loaded: T, search: string): { data: T; live: boolean } {
  const fetcher = useFetcher<T>();
  const [live, setLive] = useState(false);
  const [held, setHeld] = useState<{ search: string; data: T } | null>(null);
  const { load } = fetcher;

  useEffect(() => {
    setLive(true);
    let wait = every;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (!document.hidden) {
        try {
          await load(`?index&live&${search.replace(/^\?/, "")}`);
          wait = every;
        } catch {
          wait = Math.min(atMost, wait * 2);
        }
      }
      timer = setTimeout(ask, wait);
    };
    const seen = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      ask();
    };
    timer = setTimeout(ask, every);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [load, search]);

  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data) setHeld({ search, data: fetcher.data as T });
  }, [fetcher.state, fetcher.data, search]);

  return { data: held?.search === search ? held.data : loaded, live };
}
