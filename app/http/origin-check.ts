import { isForMachines } from "./page-classes.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

type Site = { appUrl: string; localMode: boolean };

/**
 * Tells whether a request that may change something comes from a page of ours.
 *
 * What the browser says of its origin must be ours: `Origin` where it is sent, `Sec-Fetch-Site` where it is
 * sent, and at least one of them. Host headers are not asked. Remix 2 itself lets a foreign Origin through on
 * resource routes and with `_data`, so this is in front of it.
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
