import { findDispatch, findDispatchByNumber } from "#app/domain/outgoing/dispatches/queries.server.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed, readOptions, required } from "./old.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;

/** The options that every command on one dispatch takes. */
export const onOne = { campaign: text, dispatch: text };

/** Reads `--campaign S --dispatch ID` alone. */
export function readOnDispatch(args: string[]) {
  const { json, campaign, dispatch } = readOptions(args, onOne);
  return { json, slug: required(campaign, "campaign"), reference: required(dispatch, "dispatch") };
}

/** The dispatch that `reference` names: its id, or its number in the campaign. */
export async function requireDispatch({ db }: Pick<Opened, "db">, slug: string, reference: string) {
  const { id: campaignId } = await requireCampaign({ db }, slug);
  const dispatch = /^[1-9]\d{0,8}$/.test(reference)
    ? await findDispatchByNumber(db, campaignId, Number(reference))
    : await findDispatch(db, campaignId, reference);
  if (!dispatch)
    throw new CommandFailed(`The campaign has no dispatch "${reference}": see \`dispatch list\`.`);
  const { publicId, number } = dispatch;
  return { dispatch, on: { campaignId, publicId, actor: "operator" as const }, named: { publicId, number } };
}
