import { campaign, command, done } from "#app/cli/command.ts";
import { id, oneOf, otherwise } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { wordKinds } from "#app/domain/moderation/comment-review.ts";
import { countWords, listWords } from "#app/domain/moderation/list-words.server.ts";
import { nameReviewStates } from "#app/domain/names/name-review.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { commentReasons, nameReasons } from "#app/domain/screening/reasons.ts";
import { words } from "#app/i18n/index.ts";

const reasons = ["held", ...nameReasons, ...commentReasons] as const;

export default command({
  summary: "list names and comments by decision, in order found; the view is logged",
  options: {
    campaign,
    state: otherwise(oneOf(nameReviewStates, "the decision"), "queued"),
    kind: oneOf(wordKinds, "only names or only comments"),
    reason: oneOf(reasons, "only found for this reason"),
    after: id("next page: the value the page before printed", "names list"),
  },
  read: ({ state, kind = null, reason = null, after = null }) => ({ state, kind, reason, after }),
  async run({ db, scope }, filter) {
    const [counts, page] = [await countWords(db, scope, filter.kind), await listWords(db, scope, filter)];
    const view = { rows: page.words.length, filter: { state: filter.state }, paged: filter.after !== null };
    await noteListView(db, scope, { list: "names", ...view });
    const say = words("en").packs.names;
    const rows = page.words.map(({ publicId, kind, name, comment, reasons: found, alike, country }) => [
      publicId,
      kind,
      country,
      found.map((one) => say.reasons[one]).join(", ") || "–",
      `${comment === null ? name : `${name}: ${comment.replace(/\s+/g, " ")}`}${alike > 0 ? ` (${say.alike(alike)})` : ""}`,
    ]);
    const many = nameReviewStates.map((state) => {
      const n = counts.states[state];
      return `${say.states[state]} ${n >= counts.atMost ? say.many(n) : n}`;
    });
    return done(
      { words: page.words, next: page.next, counts },
      many.join(", "),
      ...(counts.unseen > 0 ? [say.unseen(counts.unseen)] : []),
      ...(rows.length > 0
        ? ["", ...table(["id", "kind", "country", "found", "words"], rows)]
        : ["No names or comments."]),
      ...(page.next ? [`More: --after ${page.next}`] : []),
    );
  },
});
