import { z } from "zod";
import { acts, actsOn, type WhoActs } from "#app/domain/access/acts.ts";
import { dayField } from "#app/domain/campaign/forms/source-form.ts";
import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import { findEditedClaim, listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import type { EditedClaim } from "#app/domain/campaign/wording.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import type { Db } from "#db/index.ts";
import { doubtSource, reviewClaim, verifySource } from "./check-claim.server.ts";
import { claimForm, claimOfForm, DoubtForm, fieldsOfClaim, VerifyForm } from "./claim-form.ts";
import { moveClaim } from "./move-claim.server.ts";
import { removeClaims } from "./remove-claims.server.ts";
import { saveClaim } from "./save-claim.server.ts";
import { sourcesToOpen } from "./sources-to-open.ts";
import { undoRemoval } from "./undo-removal.server.ts";
import { withdrawClaim } from "./withdraw-claim.server.ts";

const list = "edit/claims";
const claim = {
  name: "claim" as const,
  key: "id" as const,
  find: findEditedClaim,
  seen: { version: (read: EditedClaim | null) => String(read?.version ?? 0) },
  page: (id: number) => `${list}/${id}`,
  json: "claim",
};

const { one, oneOrNew, none } = actsOn(claim);

const Seen = z.object({ version: versionField });
const Review = Seen.extend({
  reviewBy: dayField.meta({ option: "next", hint: "DAY", description: "the day of the next review" }),
});
const Move = z.object({ to: z.enum(["up", "down"], "unreadable").describe("the direction") });
const Chosen = z.object({
  claim: z
    .array(z.string("unreadable").regex(/^\d{1,15} \d{1,9}$/, "unreadable"), "unreadable")
    .transform((all) => all.map(versioned)),
});
const Undo = z.object({
  at: z.iso
    .datetime("unreadable")
    .transform((at) => new Date(at))
    .meta({ hint: "TIME", description: "the time that the command printed" }),
});
/** With the fields of the statement, if the button is pressed where it is edited. */
const publishForm = (now: Date) => {
  const form = claimForm(now);
  const { version, ...fields } = form.shape;
  const typed = Object.fromEntries(Object.keys(fields).map((field) => [field, z.string().optional()]));
  return z.object({ ...typed, version }).superRefine((given, issue) => {
    if ((given as { text?: string }).text === undefined) return;
    const read = form.safeParse({ ...given, version: String(given.version) });
    for (const one of read.error?.issues ?? []) {
      const { path, message } = one;
      issue.addIssue({
        code: "custom",
        path,
        message,
        params: one.code === "custom" ? one.params : undefined,
      });
    }
  });
};

/** What can be done with the statements of a campaign, by whom. */
export const claimActs = acts(claim, {
  set: oneOrNew(
    "save a claim as a draft; options left out keep their values",
    "write",
    claimForm,
    saveFilled,
    "saved",
    { stored: ({ draft, live }) => fieldsOfClaim(draft ?? live), ofNew: "added" },
  ),
  verify: one(
    "link a source to the page that you checked it against",
    "manage",
    VerifyForm,
    verifyFound,
    "verified",
  ),
  doubt: one(
    "note that a source's page does not support the claim",
    "manage",
    DoubtForm,
    doubtSource,
    "doubted",
  ),
  review: one(
    "record that a public claim is still true; the next review is in 90 days",
    "manage",
    Review,
    reviewClaim,
    "reviewed",
  ),
  publish: one("publish a claim as last saved", "manage", publishForm, publishClaim, "published", {
    says: { stale: "stale-publish", nothing: "unchanged" },
  }),
  withdraw: one("unpublish a claim without deleting it", "manage", Seen, withdrawClaim, "withdrawn"),
  move: one(
    "move a claim one place up or down; the page changes at once",
    "manage",
    Move,
    moveClaim,
    "moved",
    { to: () => list },
  ),
  remove: one("delete a claim that was never public", "write", Seen, removeOne, "removed", {
    says: { nothing: "none-chosen" },
    to: toList,
  }),
  "remove-chosen": none("delete or unpublish claims", "write", Chosen, removeChosen, "removed", {
    says: { nothing: "none-chosen", stale: "stale-removal" },
    to: toList,
  }),
  undo: none("undo what one `claim remove` took, within ten minutes", "write", Undo, undoRemoval, "undone", {
    says: { "too-late": "too-late-back", "too-many": "too-many-back" },
    to: ({ restored, edited }) => `${list}?count=${restored}${edited.length > 0 ? `&edited=${edited}` : ""}`,
  }),
});

/** Reads a claim with the version that was read: `12 4`. */
function versioned(given: string) {
  const [id = 0, version = 0] = given.split(" ").map(Number);
  return { id, version };
}

type Filled = z.output<ReturnType<typeof claimForm>>;

async function saveFilled(db: Db, { id, ...form }: WhoActs & Filled & { id: number | null }, now: Date) {
  const { campaignId, actor, version } = form;
  const known = id === null ? null : await findEditedClaim(db, campaignId, id);
  if (id !== null && !known) return { outcome: "gone" as const };
  const mine = claimOfForm(form, known && (known.draft ?? known.live), now);
  const saved = await saveClaim(db, { campaignId, actor, id, version, words: mine }, now);
  return saved.outcome === "stale" ? { ...saved, outcome: "stale-save" as const, mine } : saved;
}

/** Returns other claims that seem to cite the page as `samePage`. */
async function verifyFound(
  db: Db,
  { published_on, url, ...found }: WhoActs & z.output<typeof VerifyForm> & { id: number },
  now: Date,
) {
  const { outcome } = await verifySource(db, { ...found, url: url ?? "", publishedOn: published_on }, now);
  if (outcome !== "verified") return { outcome };
  const all = sourcesToOpen(await listEditedClaims(db, found.campaignId));
  return { outcome, samePage: all.flatMap((one) => (one.verified?.url === url ? [one.claim.id] : [])) };
}

type Publishing = WhoActs & z.output<ReturnType<typeof publishForm>> & { id: number; text?: string };

/** Publishes a claim as last saved. What was typed is saved, and shown, before it is published. */
async function publishClaim(db: Db, { id, version, ...given }: Publishing, now: Date) {
  const { campaignId, actor, scope, text } = given;
  if (text !== undefined) {
    const form = claimForm(now).parse({ ...given, version: String(version) });
    const saved = await saveFilled(db, { ...form, campaignId, actor, scope, id }, now);
    if (saved.outcome !== "saved") return saved;
    if (saved.version !== version) return { outcome: "saved-not-published" as const };
  }
  const claims = [{ id, version }];
  const on = { campaignId, actor, words: null, claims, correction: null };
  const { outcome } = await publishWords(db, on, now);
  return { outcome };
}

function removeOne(db: Db, { id, version, ...on }: WhoActs & { id: number; version: number }, now: Date) {
  return removeClaims(db, { ...on, claims: [{ id, version }], withdraw: false }, now);
}

function removeChosen(db: Db, { claim: claims, ...on }: WhoActs & z.output<typeof Chosen>, now: Date) {
  return removeClaims(db, { ...on, claims, withdraw: true }, now);
}

function toList({ deleted, withdrawn, at }: { deleted: number; withdrawn: number; at: Date }) {
  return `${list}?count=${deleted + withdrawn}&at=${encodeURIComponent(at.toISOString())}`;
}
