import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { found, required, text } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";

async function listed({ db, scope }: OfCampaign) {
  return listPacks(db, scope, new Date(), 10_000);
}

/** The pack that a command is about, by its number, with what its list says of it. */
export const pack = found(required(text("N", "the pack, by its number")), async (on, number) => {
  const found = (await listed(on)).find((one) => String(one.number) === number);
  if (!found) throw new CommandFailed(`The campaign has no pack ${number}: see \`pack list\`.`);
  return { on: { ...on.operator, publicId: found.publicId }, number: found.number, told: found.told };
});

const refused: Record<string, string> = {
  frozen: whileFrozen,
  own: "The operator asked for it: an organizer approves it in the console, or give --approve-alone.",
  "waits-already":
    "An organizer recorded it already, and that waits: see `pack approve-hand-over`. Another record is made once it is taken back: `pack take-back-hand-over`.",
  "not-told": "It is not as it was seen any more: look again without --seen.",
  "not-asked": "It is approved, or has expired: see `pack list`.",
  "hand-over-waits": "A handing-over of it is on record and waits: it is approved or taken back first.",
  "not-made": "It is not made, was handed over, or was discarded before: see `pack list`.",
  "wrong-time": "That is before it was made, or yet to come.",
};

/** Refuses for a pack. */
export const packRefused = (outcome: string) =>
  new CommandFailed(refused[outcome] ?? "There is no such pack any more.");
