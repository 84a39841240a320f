import { noteLook } from "#app/domain/record/note-look.server.ts";
import { BulkConditions, noteAtMost } from "#app/domain/review/bulk.ts";
import { previewBulk } from "#app/domain/review/bulk-matching.server.ts";
import {
  approveBulk,
  approveUndo,
  askBulk,
  type Changed,
  cancelBulk,
  undoBulk,
  withdrawUndo,
} from "#app/domain/review/change-bulk.server.ts";
import { listHeldBlocks } from "#app/domain/review/list-blocks.server.ts";
import { listBulks } from "#app/domain/review/list-bulks.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";
import { whileFrozen } from "./on-campaign.ts";
import { table } from "./table.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const conditionOptions = {
  ...{ reason: text, domain: text, country: text, source: text, block: text, from: text, to: text },
};
const actor = "operator" as const;

/** The conditions that options give. */
function readConditions(given: { [Name in keyof typeof conditionOptions]?: string | undefined }) {
  const entered = Object.keys(conditionOptions).map((name) => [
    name,
    given[name as keyof typeof conditionOptions] ?? null,
  ]);
  const conditions = BulkConditions.safeParse(Object.fromEntries(entered));
  if (conditions.success) return conditions.data;
  const [issue] = conditions.error.issues;
  const errors: Record<string, string> = words("en").review.bulk.errors;
  throw new UsageError(errors[issue?.message ?? ""] ?? `--${String(issue?.path[0])} cannot be read`);
}

/**
 * How many an invalidation by conditions would mean. `--names`: with the newest of them by name and address, which is recorded
 * as the look of an organizer is.
 */
export async function reviewBulkPreview(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, {
    ...{ campaign: text, ...conditionOptions },
    names: { type: "boolean" },
  });
  const slug = required(campaign, "campaign");
  const conditions = readConditions(given);
  return withDatabase("review bulk preview", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const { matched, sample } = await previewBulk(opened.db, id, conditions);
    const say = words("en").review.bulk;
    const many = matched === null ? say.matchedMany : say.matched(matched);
    if (!given.names) {
      tell(json, { conditions, matched }, many);
      return exitCodes.done;
    }
    const scope = { campaignId: id, organizerId: null };
    await noteLook(opened.db, scope, { list: "review", rows: sample?.length ?? 0 });
    const rows = (sample ?? []).map(({ state, country, name, email }) => [state, country, name, email]);
    tell(
      json,
      { conditions, matched, sample },
      many,
      ...table(["state", "country", "name", "address"], rows),
    );
    return exitCodes.done;
  });
}

/** The networks that can be a condition now, as `--block` takes them. */
export async function reviewBulkBlocks(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("review bulk blocks", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const blocks = await listHeldBlocks(opened.db, id);
    const lines = table(
      ["network", "day", "held back"],
      blocks.map(({ hash, day, held }) => [hash, day, held]),
    );
    tell(json, { blocks }, ...(lines.length ? lines : ["Nothing is held back from a network."]));
    return exitCodes.done;
  });
}

/** Asks for an invalidation by conditions, and with `--approve-alone` has it begin. */
export async function reviewBulkStart(args: string[]): Promise<number> {
  const { json, campaign, note, ...given } = readOptions(args, {
    ...{ campaign: text, note: text, "approve-alone": { type: "boolean" } },
    ...conditionOptions,
  });
  const slug = required(campaign, "campaign");
  const conditions = readConditions(given);
  if (note !== undefined && (note.length === 0 || note.length > noteAtMost))
    throw new UsageError(`--note has 1 to ${noteAtMost} characters`);
  return withDatabase("review bulk start", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const asked = await askBulk(opened.db, { campaignId, actor, conditions, note: note ?? null });
    if (asked.outcome === "note-braces")
      throw new UsageError("--note has braces that nothing is filled in for: {count} is the number");
    if (asked.outcome !== "asked") throw new CommandFailed("Nobody meets all of this.");
    const { number } = asked;
    if (given["approve-alone"] !== true) {
      tell(json, { outcome: "asked", number }, `Number ${number} waits: an organizer approves it.`);
      return exitCodes.done;
    }
    const { outcome } = await approveBulk(opened.db, { campaignId, actor, number, alone: true });
    if (outcome === "frozen")
      throw new CommandFailed(`Number ${number} waits for an approval. ${whileFrozen}`);
    if (outcome !== "changed")
      throw new CommandFailed(
        `Number ${number} is being counted: approve it with \`review bulk approve\` once that is done.`,
      );
    tell(
      json,
      { outcome: "approved", number },
      `Number ${number} is approved. The worker begins in a moment.`,
    );
    return exitCodes.done;
  });
}

type OnBulk = { campaignId: number; actor: typeof actor; number: number };

const change =
  (name: string, done: string, act: (db: Db, on: OnBulk, alone: boolean) => Promise<Changed>) =>
  async (args: string[]): Promise<number> => {
    const { json, campaign, ...given } = readOptions(args, {
      ...{ campaign: text, number: text, "approve-alone": { type: "boolean" } },
    });
    const slug = required(campaign, "campaign");
    const number = Number(required(given.number, "number"));
    if (!Number.isInteger(number) || number < 1) throw new UsageError("--number is the number of one");
    return withDatabase(`review bulk ${name}`, async (opened) => {
      const { id: campaignId } = await requireCampaign(opened, slug);
      const { outcome } = await act(
        opened.db,
        { campaignId, actor, number },
        given["approve-alone"] === true,
      );
      if (outcome === "frozen") throw new CommandFailed(whileFrozen);
      if (outcome === "own") throw new CommandFailed("You asked for it: give --approve-alone.");
      if (outcome !== "changed" && outcome !== "waits" && outcome !== "withdrawn")
        throw new CommandFailed(words("en").review.bulk.errors[outcome] ?? "Nothing was changed.");
      const what = outcome === "withdrawn" ? "is not undone" : done;
      tell(json, { outcome: what, number }, `Number ${number}: ${what}.`);
      return exitCodes.done;
    });
  };

/** Lets one that was asked for begin. */
export const reviewBulkApprove = change("approve", "approved", (db, on, alone) =>
  approveBulk(db, { ...on, alone }),
);
/** Stops one where it is, or withdraws an undoing that waits. */
export const reviewBulkCancel = change("cancel", "stopped", async (db, on) => {
  const stopped = await cancelBulk(db, on);
  return stopped.outcome === "not-now" ? withdrawUndo(db, on) : stopped;
});
/** Has all that one invalidated be as before: once an organizer approves it, or at once with `--approve-alone`. */
export const reviewBulkUndo = change("undo", "is to be undone", async (db, on, alone) => {
  const approved = alone ? await approveUndo(db, { ...on, alone }) : null;
  return approved && approved.outcome !== "not-now" ? approved : undoBulk(db, { ...on, alone });
});

/** Where the newest stand. */
export async function reviewBulkList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("review bulk list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const bulks = (await listBulks(opened.db, id)).map(({ askedById: _id, ...bulk }) => bulk);
    const rows = bulks.map(({ number, state, invalidated, matched, conditions }) => [
      ...[number, state, `${invalidated} of ${matched ?? "?"}`],
      Object.entries(conditions)
        .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
        .join(", "),
    ]);
    const lines = table(["number", "state", "invalidated", "conditions"], rows);
    tell(json, { bulks }, ...(lines.length ? lines : ["Nothing was asked for yet."]));
    return exitCodes.done;
  });
}
