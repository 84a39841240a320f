import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { found, required, text } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";

async function listed({ db, scope }: OfCampaign) {
  return listPacks(db, scope, new Date(), 10_000);
}

export const pack = found(required(text("N", "the pack, by number")), async (on, number) => {
  const found = (await listed(on)).find((one) => String(one.number) === number);
  if (!found) throw new CommandFailed(`There is no pack ${number}. Run \`pack list\`.`);
  return { on: { ...on.operator, publicId: found.publicId }, number: found.number, told: found.told };
});

const refused: Record<string, string> = {
  frozen: whileFrozen,
  asker: askerGone,
  own: "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.",
  "waits-already":
    "An organizer's record waits for approval. Run `pack approve-hand-over`, or withdraw it with `pack take-back-hand-over` and record it again.",
  "not-told": "The record changed. Run it without --seen to read it again.",
  "not-asked": "It is already approved, or expired. Run `pack list`.",
  "hand-over-waits": "A recorded handover waits for approval. Approve or withdraw it first.",
  "not-made": "It is not made yet, or already handed over or discarded. Run `pack list`.",
  "wrong-time": "That time is before the pack was made, or in the future.",
};

export const packRefused = (outcome: string) =>
  new CommandFailed(refused[outcome] ?? "This pack no longer exists. Run `pack list`.");
