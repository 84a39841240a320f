import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, refusedAs } from "#app/http/respond.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";

/** Any address in a campaign's console that nothing else answers, or a file that is not there or not theirs. */
export async function loader(args: LoaderFunctionArgs) {
  await requireCampaign(args, "view");
  throw refusedAs(args.context) ?? notFound();
}

export { ConsoleError as ErrorBoundary };

export default function Nowhere() {
  return null;
}
