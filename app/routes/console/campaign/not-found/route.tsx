import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, refusedAs } from "#app/http/respond.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";

/** Answers addresses in a campaign's console without a route, and files that are missing or not theirs. */
export async function loader(args: LoaderFunctionArgs) {
  await requireCampaign(args, "view");
  throw refusedAs(args.context) ?? notFound();
}

export { ConsoleError as ErrorBoundary };

export default function Nowhere() {
  return null;
}
