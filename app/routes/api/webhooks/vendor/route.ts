import { applyMailEvent } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { webhookSecretsOf } from "#app/lib/env.server.ts";
import { readWebhook } from "#app/mail/choose.server.ts";

const answer = (status: number, text: string, headers = {}) => new Response(text, { status, headers });

export const loader = (_: LoaderFunctionArgs) => answer(405, "Only POST", { Allow: "POST" });

/** Takes a vendor's reports on emails. 200 means that nothing has to be sent again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, env, log, requestId } = context;
  if (request.method !== "POST") return answer(405, "Only POST", { Allow: "POST" });
  const vendor = params.vendor ?? "";
  const secrets = webhookSecretsOf(env.mail, vendor);
  if (secrets.length === 0) throw notFound();

  const body = new Uint8Array(await request.arrayBuffer());
  const reported = await readWebhook(vendor, secrets, { headers: request.headers, body }, new Date());
  if (reported === "refused") {
    log.warn({ requestId, vendor }, "a webhook was not signed by the provider, or not now");
    return answer(400, "The signature is not valid");
  }
  if (reported === "unreadable") return answer(400, "The body is not JSON");

  let result: string = "ignored";
  for (const event of reported) {
    const applied = await applyMailEvent(db, env.keys, event);
    if (applied.outcome === "stored" && applied.paused) context.wakeMail();
    if (result !== "stored") result = applied.outcome;
  }
  return answer(200, result);
}
