import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import { notFound, refusedAs } from "#app/http/respond.server.ts";

/** Answers console addresses without a route, and missing files: the frame says so and links back. */
export async function loader(args: LoaderFunctionArgs) {
  await requireOrganizer(args);
  throw refusedAs(args.context) ?? notFound();
}

export default function Nowhere() {
  return null;
}
