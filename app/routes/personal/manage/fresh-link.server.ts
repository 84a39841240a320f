import { z } from "zod";
import { requestFreshLink } from "#app/domain/supporters/request-manage-link.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { done } from "./answers.server.ts";

const Asked = z.object({ intent: z.string().optional() });

/** Tells if the form asks to email a new link. */
export const asksForFreshLink = async (request: Request): Promise<boolean> =>
  (await parseForm(request.clone(), Asked)).values.intent === "fresh-link";

/** Emails a new link to the person whose link it is; it may have expired. */
export async function mailFreshLink({ db, env, wakeMail }: AppLoadContext, publicId: string) {
  const { outcome } = await requestFreshLink(db, env.keys, { publicId });
  if (outcome === "mailed") wakeMail();
  return outcome === "gone" ? null : done(`link-${outcome}`);
}
