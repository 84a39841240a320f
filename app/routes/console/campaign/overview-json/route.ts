import { readOverview } from "#app/http/read-overview.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";

/** Sends the overview's figures to its page while it is in sight. */
export const loader = async (args: LoaderFunctionArgs) => Response.json(await readOverview(args));
