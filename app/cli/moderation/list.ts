import { campaign, command, done } from "#app/cli/command.ts";
import { id, oneOf, otherwise } from "#app/cli/options.ts";
import { listModeration } from "#app/domain/moderation/list-moderation.server.ts";
import { moderationKinds } from "#app/domain/moderation/moderation.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";

export default command({
  summary: "list letters in moderation, oldest first; the view is logged",
  options: {
    campaign,
    kind: otherwise(oneOf(moderationKinds, "what they wait for"), "held"),
    after: id("next page: the value the page before printed", "moderation list"),
  },
  read: ({ kind, after }) => ({
    kind,
    cursor: after === undefined ? null : ({ side: "after", than: after } as const),
  }),
  async run({ db, scope }, { kind, cursor }) {
    const { letters, after } = await listModeration(db, scope, kind, cursor);
    const view = { rows: letters.length, filter: { state: kind }, paged: cursor !== null };
    await noteListView(db, scope, { list: "moderation", ...view });
    const lines = letters.map(({ publicId, seen, name, country, heldReason, body }) =>
      [`Letter ${publicId}`, `seen "${seen}"`, heldReason ?? kind, `${name}, ${country}`, body].join("\n  "),
    );
    const more = after ? [`More: --after ${after}`] : [];
    return done(
      { letters, after },
      ...(lines.length > 0 ? [...lines, ...more] : ["No letters in moderation."]),
    );
  },
});
