import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import { notFound, refusedAs } from "#app/http/respond.server.ts";

/** Any address of the console that nothing else answers, or a file that is not there: the frame says so, and leads back. */
export async function loader(args: LoaderFunctionArgs) {
  await requireOrganizer(args);
  throw refusedAs(args.context) ?? notFound();
}

export default function Nowhere() {
  return null;
}
