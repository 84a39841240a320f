import { isForMachines } from "./page-classes.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

type Site = { appUrl: string; localMode: boolean };

/**
 * Tells whether a request that may change something comes from a page of ours.
 *
 * The browser's `Origin` and `Sec-Fetch-Site` must be ours where they are sent, and one of them must be sent.
 * Host headers do not count. Remix 2 accepts a foreign Origin on resource routes and with `_data`, so this
 * check comes before it.
 */
export function comesFromOurPage(
  method: string,
  path: string,
  headers: Pick<Headers, "get">,
  site: Site,
): boolean {
  if (safeMethods.has(method)) return true;
  if (isForMachines(path)) return true;

  const origin = headers.get("origin");
  const fetchSite = headers.get("sec-fetch-site");
  if (origin === null && fetchSite === null) return false;
  if (origin !== null && !isOurs(origin, site)) return false;
  return fetchSite === null || fetchSite === "same-origin" || fetchSite === "none";
}

function isOurs(origin: string, { appUrl, localMode }: Site): boolean {
  if (origin === appUrl) return true;
  if (!localMode || !URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(appUrl)];
  return theirs.protocol === ours.protocol && theirs.port === ours.port && loopback.has(theirs.hostname);
}
