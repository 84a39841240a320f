import { exitCodes, tell } from "#app/cli/old.ts";
import { idOf, onCampaign, oneOf } from "#app/cli/on-campaign.ts";
import { table } from "#app/cli/table.ts";
import { wordKinds } from "#app/domain/moderation/comment-review.ts";
import { countWords, listWords } from "#app/domain/moderation/list-words.server.ts";
import { nameReviewStates } from "#app/domain/names/name-review.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { commentReasons, nameReasons } from "#app/domain/screening/reasons.ts";
import { words } from "#app/i18n/index.ts";

const text = { type: "string" } as const;
const reasons = ["held", ...nameReasons, ...commentReasons] as const;

/** Names and comments of one state, in the order in which they were found. The look is recorded, as that of an organizer. */
export const namesList = onCampaign(
  "names list",
  { state: text, kind: text, reason: text, after: text },
  ({ state, kind, reason, after }) => ({
    state: oneOf(nameReviewStates, state ?? "queued", "state"),
    kind: kind === undefined ? null : oneOf(wordKinds, kind, "kind"),
    reason: reason === undefined ? null : oneOf(reasons, reason, "reason"),
    after: after === undefined ? null : idOf(after, "after", "names list"),
  }),
  async ({ opened: { db }, json, scope }, filter) => {
    const [counts, page] = [await countWords(db, scope, filter.kind), await listWords(db, scope, filter)];
    const look = { rows: page.words.length, filter: { state: filter.state }, paged: filter.after !== null };
    await noteLook(db, scope, { list: "names", ...look });
    const say = words("en").packs.names;
    const rows = page.words.map(({ publicId, kind, name, comment, reasons: found, alike, country }) => [
      ...[publicId, kind, country, found.map((one) => say.reasons[one]).join(", ") || "–"],
      `${comment === null ? name : `${name}: ${comment.replace(/\s+/g, " ")}`}${alike > 0 ? ` (${say.alike(alike)})` : ""}`,
    ]);
    const many = nameReviewStates.map((state) => {
      const n = counts.states[state];
      return `${say.states[state]} ${n >= counts.atMost ? say.many(n) : n}`;
    });
    tell(
      json,
      { words: page.words, next: page.next, counts },
      many.join(", "),
      ...(counts.unseen > 0 ? [say.unseen(counts.unseen)] : []),
      ...(rows.length > 0
        ? ["", ...table(["id", "kind", "country", "found", "words"], rows)]
        : ["Nothing is there."]),
      ...(page.next ? [`There are more: --after ${page.next}`] : []),
    );
    return exitCodes.done;
  },
);
