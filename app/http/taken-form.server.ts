import type { TakeForm, TakenForm } from "./context.ts";
import { readBody } from "./form.server.ts";
import { type ActionFunctionArgs, data } from "./remix.server.ts";
import { notFound, seeOther } from "./respond.server.ts";

/** Answers a form's page with what the form door took, or takes the form itself. */
export async function answerForm<Page>(
  { request, params, context }: ActionFunctionArgs,
  take: TakeForm<Page>,
) {
  const begun = context.taken?.take === take ? (context.taken.taken as Promise<TakenForm<Page>>) : null;
  const header = (name: string) => request.headers.get(name);
  const taken = await (begun ??
    take({ params, url: request.url, header, body: await readBody(request) }, context));
  if (taken.outcome === "not-found") throw notFound();
  if (taken.outcome === "done") return seeOther(context, taken.to);
  const headers = taken.retryAfter === null ? {} : { "Retry-After": String(taken.retryAfter) };
  // It contains what was typed, so it must not be stored on the way.
  return data(taken.page, { status: taken.status, headers: { ...headers, "Cache-Control": "no-store" } });
}
