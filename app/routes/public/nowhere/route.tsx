import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** Any address that nothing else answers, and what was refused, so that even this is said in the language of the address. */
export function loader({ context: { refused } }: LoaderFunctionArgs) {
  throw refused ? new Response(null, { status: refused.status }) : notFound();
}

export function action() {
  throw notFound();
}

export default function Nowhere() {
  return null;
}
