import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** Answers addresses without a route, and refusals, so that even these use the address's language. */
export function loader({ context: { refused } }: LoaderFunctionArgs) {
  throw refused ? new Response(null, { status: refused.status }) : notFound();
}

export function action() {
  throw notFound();
}

export default function Nowhere() {
  return null;
}
