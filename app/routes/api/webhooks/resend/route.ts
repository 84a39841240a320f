import { applyMailEvent } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { readMailEvent } from "#app/domain/queue/mail-event.ts";
import type { ActionFunctionArgs } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { verifyWebhook } from "#app/mail/signed-webhook.server.ts";

const answer = (status: number, text: string, headers = {}) => new Response(text, { status, headers });

const methodNotAllowed = () => answer(405, "Only POST", { Allow: "POST" });

export const loader = methodNotAllowed;

/** Takes Resend's reports on emails. 200 means that nothing has to be sent again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, env, log, requestId } = context;
  if (request.method !== "POST") return methodNotAllowed();
  if (env.mail.webhookSecrets.length === 0) throw notFound();

  const body = new Uint8Array(await request.arrayBuffer());
  const signed = verifyWebhook(env.mail.webhookSecrets, request.headers, body, new Date());
  if (!signed) {
    log.warn({ requestId }, "a webhook was not signed by the provider, or not now");
    return answer(400, "The signature is not valid");
  }
  const payload = parseJson(body);
  if (payload === undefined) return answer(400, "The body is not JSON");

  const event = readMailEvent(payload, signed);
  if (!event) return answer(200, "ignored");
  const applied = await applyMailEvent(db, env.keys, event);
  if (applied.outcome === "stored" && applied.paused) context.wakeMail();
  return answer(200, applied.outcome);
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
