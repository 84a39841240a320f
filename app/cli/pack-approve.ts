import { approvePackAsOperator } from "#app/domain/outgoing/packs/approve-pack-as-operator.server.ts";
import { discardPack } from "#app/domain/outgoing/packs/discard-pack.server.ts";
import { HandOverForm } from "#app/domain/outgoing/packs/hand-over-form.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import { approveHandOver, recordHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { type Opened, withDatabase } from "./environment.ts";
import { CommandFailed, counted, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";
import { whileFrozen } from "./on-campaign.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const onOne = { campaign: text, pack: text } as const;

/** The pack that `--pack` names by its number. */
export async function requirePack({ db }: Pick<Opened, "db">, slug: string, number: string) {
  const { id: campaignId } = await requireCampaign({ db }, slug);
  const packs = await listPacks(db, { campaignId, organizerId: null }, new Date(), 10_000);
  const pack = packs.find((one) => String(one.number) === number);
  if (!pack) throw new CommandFailed(`The campaign has no pack ${number}: see \`pack list\`.`);
  return { campaignId, publicId: pack.publicId, actor: "operator" } as const;
}

/** What `listPacks` says of a pack that `requirePack` found. */
export async function listedPack({ db }: Pick<Opened, "db">, on: { campaignId: number; publicId: string }) {
  const scope = { campaignId: on.campaignId, organizerId: null };
  const pack = (await listPacks(db, scope, new Date(), 10_000)).find(
    ({ publicId }) => publicId === on.publicId,
  );
  if (!pack) throw new CommandFailed("The pack is gone.");
  return pack;
}

const named = (given: { campaign?: string; pack?: string }) => ({
  slug: required(given.campaign, "campaign"),
  number: required(given.pack, "pack"),
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

function mustBe<Outcome extends string>(outcome: string, wanted: Outcome): asserts outcome is Outcome {
  if (outcome !== wanted) throw new CommandFailed(refused[outcome] ?? "There is no such pack any more.");
}

/** Lets a pack be made, as the second person. */
export async function packApprove(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, { ...onOne, "approve-alone": { type: "boolean" } });
  const { slug, number } = named(given);
  return withDatabase("pack approve", async (opened) => {
    const on = await requirePack(opened, slug, number);
    const alone = given["approve-alone"] === true;
    const { outcome } = await approvePackAsOperator(opened.db, { ...on, alone });
    mustBe(outcome, "approved");
    tell(json, { outcome, pack: Number(number) }, `Pack ${number} is approved: \`pack make\` makes it.`);
    return exitCodes.done;
  });
}

/** Records that a made pack goes to nobody and that its copies were destroyed. */
export async function packDiscard(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, onOne);
  const { slug, number } = named(given);
  return withDatabase("pack discard", async (opened) => {
    const { outcome } = await discardPack(opened.db, await requirePack(opened, slug, number));
    mustBe(outcome, "discarded");
    tell(json, { outcome, pack: Number(number) }, `Pack ${number} is discarded.`);
    return exitCodes.done;
  });
}

/**
 * Lets a handing-over count that an organizer recorded, as the second person: `--seen` is the mark of what was recorded,
 * which is told without it.
 */
export async function packApproveHandOver(args: string[]): Promise<number> {
  const { json, seen, ...given } = readOptions(args, { ...onOne, seen: text });
  const { slug, number } = named(given);
  return withDatabase("pack approve-hand-over", async (opened) => {
    const on = await requirePack(opened, slug, number);
    const { told } = await listedPack(opened, on);
    if (!told) throw new CommandFailed("Nobody has recorded that it was handed over, or it counts already.");
    if (seen !== told.seen) {
      const when = told.handedOverAt.toISOString();
      throw new CommandFailed(
        `Recorded: handed over ${when} to ${told.to}. Approve that by --seen ${told.seen}`,
      );
    }
    const handed = await approveHandOver(opened.db, { ...on, seen });
    if (handed.outcome !== "recorded") throw new CommandFailed(refused[handed.outcome] ?? handed.outcome);
    tell(
      json,
      { ...handed, pack: Number(number) },
      `Approved: ${counted(handed.letters, "letter is", "letters are")} sent by it.`,
    );
    return exitCodes.done;
  });
}

/** Records that a pack was handed over in person, when (UTC) and to whom. Its letters are sent by it. */
export async function packHandOver(args: string[]): Promise<number> {
  const options = { ...onOne, on: text, at: text, to: text, "approve-alone": { type: "boolean" } } as const;
  const { json, ...given } = readOptions(args, options);
  const { slug, number } = named(given);
  if (given["approve-alone"] !== true)
    throw new UsageError("nobody else approves what the operator records: give --approve-alone");
  const form = HandOverForm.safeParse({
    day: required(given.on, "on"),
    time: required(given.at, "at"),
    to: required(given.to, "to"),
  });
  if (!form.success)
    throw new UsageError(
      "--on is a day like 2026-11-24, --at a time in UTC like 14:05, --to at most 300 letters",
    );
  const { day, time, to } = form.data;
  return withDatabase("pack hand-over", async (opened) => {
    const on = await requirePack(opened, slug, number);
    const handedOverAt = new Date(`${day}T${time}:00Z`);
    const handed = await recordHandOver(opened.db, { ...on, handedOverAt, to });
    if (handed.outcome !== "recorded") throw new CommandFailed(refused[handed.outcome] ?? handed.outcome);
    tell(
      json,
      { ...handed, pack: Number(number) },
      `Pack ${number} is recorded as handed over: ${counted(handed.letters, "letter is", "letters are")} sent by it.`,
    );
    return exitCodes.done;
  });
}
