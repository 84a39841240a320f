import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { readMailbox } from "#app/mail/mailbox.server.ts";

/** An email may be foreign: it may use its own styles, but not load, run, send or navigate anything. */
const mayDoNothing = [
  "sandbox",
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join("; ");

export async function loader({ params, context: { env, isLocalRequest } }: LoaderFunctionArgs) {
  const mail = orNotFound(isLocalRequest ? await readMailbox(env.mail.dir, params.id ?? "") : null);
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": mayDoNothing,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "no-store",
    },
  });
}
