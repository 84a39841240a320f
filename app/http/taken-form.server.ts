import type { AppServices } from "./context.ts";
import { type FormBody, readBody } from "./form.server.ts";
import { type ActionFunctionArgs, type AppLoadContext, data } from "./remix.server.ts";
import { notFound, seeOther } from "./respond.server.ts";

/** A form as it was posted, by whichever way it came in. */
export type PostedForm = {
  /** From its address. */
  params: Readonly<Record<string, string | undefined>>;
  url: string;
  header: (name: "referer" | "accept-language") => string | null;
  /** Null where it cannot be read. */
  body: FormBody | null;
};

/** What became of a form. `to`: a path without language. `page`: what the form's page shows. */
export type TakenForm<Page> =
  | { outcome: "done"; to: string }
  | { outcome: "not-found" }
  | { outcome: "page"; page: Page; status: number; retryAfter: number | null };

/** What of a request both ways in know. */
export type FormContext = Pick<AppLoadContext, keyof AppServices | "locale" | "requestId" | "clientAddress">;

/** Counts, checks and stores a form. The fast door and the form's page call the same one, so each rule is written once. */
export type TakeForm<Page> = (form: PostedForm, context: FormContext) => Promise<TakenForm<Page>>;

/** What the fast door began, for the page that answers it. */
export type BegunForm = { take: TakeForm<unknown>; taken: Promise<TakenForm<unknown>> };

/** The action of a form's page: answers with what the fast door took, or takes the form itself. */
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
  // With what was typed, so never stored by anyone on the way.
  return data(taken.page, { status: taken.status, headers: { ...headers, "Cache-Control": "no-store" } });
}
