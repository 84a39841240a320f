import type { IncomingMessage } from "node:http";
import type { CountedPage } from "#app/domain/activity/measure.ts";
import { isShareCode, ownLinkSource } from "#app/domain/campaign/share-links/share-link.ts";
import { namedSource } from "./named-source.ts";

/** Views of one page of a campaign, or visits that named a source or host, since the last `take`. */
export type CountedViews = {
  /** Null: the featured campaign, at `/`. */
  slug: string | null;
  measure: "view" | "visit-source" | "visit-host";
  value: string;
  n: number;
};

export type ViewCounter = {
  count(request: IncomingMessage, path: string): void;
  /** Returns all counts and clears them. */
  take(): CountedViews[];
};

/** Sources and hosts that are told apart between two calls of `take`: more than that are made up. */
const namesAtMost = 200;

const machine = /bot|crawl|spider|slurp|preview|monitor|curl|wget|python|headless/i;
const page = /^(?:\/|\/c\/([a-z0-9-]{3,64})(?:\/(pledge|letter|updates|[a-z-]+))?(?:\/.*)?)$/;
const pages: Record<string, CountedPage> = { pledge: "pledge", letter: "letter", updates: "updates" };

/**
 * Counts views of cached pages in memory, as sums: by page, by the link's `source`, and by the host in the
 * Referer. Nothing else of a request is kept, and requests are not told apart.
 */
export function createViewCounter(ownOrigin: string): ViewCounter {
  const ownHost = new URL(ownOrigin).host;
  let sums = new Map<string, CountedViews>();
  let names = 0;

  const add = (slug: string | null, measure: CountedViews["measure"], value: string) => {
    const key = `${slug}\n${measure}\n${value}`;
    const sum = sums.get(key);
    if (sum) sum.n += 1;
    else if (measure === "view" || names++ < namesAtMost) sums.set(key, { slug, measure, value, n: 1 });
  };

  return {
    count({ method, url = "/", headers }, path) {
      if (method !== "GET" || path.endsWith(".json") || path.endsWith(".atom") || path.endsWith(".csv"))
        return;
      if (headers["sec-purpose"] !== undefined || machine.test(headers["user-agent"] ?? "bot")) return;
      const found = page.exec(path);
      if (!found) return;
      const [, slug = null, rest] = found;
      const which = rest === undefined ? "case" : (pages[rest] ?? "other");
      add(slug, "view", which);

      const query = url.indexOf("?");
      const source = query < 0 ? null : namedSource(/[?&](?:utm_)?source=([^&]*)/.exec(url)?.[1]);
      if (source) add(slug, "visit-source", isShareCode(source) ? ownLinkSource : source);
      const host = hostOf(headers.referer);
      if (host && host !== ownHost) add(slug, "visit-host", host);
    },
    take() {
      const taken = [...sums.values()];
      sums = new Map();
      names = 0;
      return taken;
    },
  };
}

const hostOf = (referer: string | undefined): string | null =>
  /^https?:\/\/([a-z0-9.-]{1,100})(?::\d+)?(?:\/|$)/.exec(referer ?? "")?.[1] ?? null;
