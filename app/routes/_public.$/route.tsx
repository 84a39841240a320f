import { notFound } from "#app/http/respond.server.ts";

export const handle = { hydrate: false, pageClass: "public" };

/** Any address that nothing else answers, so that even this is said in the language of the address. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function Nowhere() {
  return null;
}
