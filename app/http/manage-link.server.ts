import { openPersonalLink } from "./open-personal-link.server.ts";
import type { AppLoadContext } from "./remix.server.ts";

/** Download and erasure need a link younger than this. */
const freshFor = 24 * 3_600_000;

/** Opens the token of a manage link and tells whether it is recent enough to download or erase. */
export async function openManageLink(context: AppLoadContext, token: string | undefined, now: Date) {
  const opened = await openPersonalLink(context, { purpose: "manage", token }, now);
  const fresh = opened.outcome === "valid" && now.getTime() - opened.issuedAt.getTime() < freshFor;
  return { opened, fresh };
}
