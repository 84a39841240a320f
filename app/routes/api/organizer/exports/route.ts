import { askByToken } from "#app/domain/outgoing/exports/ask-by-token.server.ts";
import { listByCompany } from "#app/domain/outgoing/exports/by-company.server.ts";
import { listOf } from "#app/domain/outgoing/exports/export-form.ts";
import { wrongValue } from "#app/http/api.server.ts";
import { listForToken, refuseFrozen, scopeForPreset } from "#app/http/export-answers.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { closedAnswer, requireScope } from "#app/http/require-token.server.ts";
import { readWanted } from "./read-wanted.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const token = await requireScope(args, "export-signatures", "export-pledges");
  const { db, env } = args.context;
  return closedAnswer({ campaign: token.campaign.slug, exports: await listForToken(db, token, env.appUrl) });
}

/** Asks for a file, which a job makes and keeps for a day. */
export async function action(args: ActionFunctionArgs) {
  const token = await requireScope(args, "export-signatures", "export-pledges");
  const { db, env } = args.context;
  await refuseFrozen(db, token);
  const list = await listByCompany(db, token.campaign.id, listOf(await readWanted(args.request)));
  if (!list) throw wrongValue("company", "company-unknown");
  await requireScope(args, scopeForPreset(list.preset));
  const { campaign, organizerId, publicId } = token;
  const id = await askByToken(db, { campaignId: campaign.id, organizerId, token: publicId, list });
  if (id === null) await refuseFrozen(db, token);
  const [asked] = (await listForToken(db, token, env.appUrl)).filter((each) => each.id === id);
  if (!asked) throw new Error("an export that was asked for is not there");
  return closedAnswer(asked, 202);
}
