import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { useMatches, useNavigation } from "#app/ui/remix.ts";
import { askSite, type Heard, type Trouble } from "./ask-site.ts";
import type { UpdatePage } from "./load.server.ts";

/** Since when (ISO 8601) and why the page gets no answers. */
export type Lost = { kind: Trouble; since: string };

type Renewing = { renew: (signal: AbortSignal) => Promise<void> };

/** How parts of a page refresh it. */
export const Renewing = createContext<Renewing>({ renew: async () => undefined });

/** Returns the page as last loaded, and why it cannot refresh: an older page is better than none. */
export function useRenewed(loaded: UpdatePage) {
  const [read, setRead] = useState({ since: loaded, page: loaded });
  const [lost, setLost] = useState<Lost | null>(null);
  const id = useMatches().at(-1)?.id ?? "";
  const page = `/organize/c/${loaded.slug}/updates/${loaded.update.publicId}`;
  const address = `${page}.data?_routes=${encodeURIComponent(id)}`;
  const renewing = useMemo(
    () => ({
      async renew(signal: AbortSignal) {
        const heard = pageOf(await askSite<Record<string, { data?: UpdatePage }>>(address, { signal }), id);
        if (signal.aborted) return;
        if ("trouble" in heard) {
          const now = new Date().toISOString();
          setLost((before) => ({ kind: heard.trouble, since: before?.since ?? now }));
        } else {
          setLost(null);
          setRead({ since: loaded, page: heard.received });
        }
      },
    }),
    [address, id, loaded],
  );
  return { page: read.since === loaded ? read.page : loaded, lost, renewing };
}

function pageOf(heard: Heard<Record<string, { data?: UpdatePage }>>, id: string): Heard<UpdatePage> {
  if ("trouble" in heard) return heard;
  const page = heard.received[id]?.data;
  return page ? { received: page } : { trouble: "no-connection" };
}

/** Reloads the page's data every `everyMs` milliseconds while it is visible; null: not at all. */
export function useRenewal(everyMs: number | null) {
  const { renew } = useContext(Renewing);
  const [round, setRound] = useState(0);
  const isBusy = useNavigation().state !== "idle";
  useEffect(() => {
    if (everyMs === null || isBusy) return;
    const left = new AbortController();
    const timer = setTimeout(async () => {
      if (document.visibilityState === "visible") await renew(left.signal);
      if (!left.signal.aborted) setRound(round + 1);
    }, everyMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [everyMs, isBusy, renew, round]);
}
