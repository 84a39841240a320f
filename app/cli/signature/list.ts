import { campaign, command, done } from "#app/cli/command.ts";
import { day, id, oneOf } from "#app/cli/options.ts";
import { cellsOf, headings } from "#app/cli/parts/search.ts";
import { table } from "#app/cli/parts/table.ts";
import { listSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";

export default command({
  summary: "list signatures, newest first; the view is logged",
  options: {
    campaign,
    state: oneOf<SignatureState>(signatureStates, "only this state"),
    from: day("from this day"),
    to: day("through this day"),
    older: id("next page: the value the page before printed", "signature list"),
  },
  read: ({ state = null, from = null, to = null, older }) => ({
    state,
    from,
    to,
    cursor: older === undefined ? null : { side: "older" as const, than: older },
  }),
  async run({ db, scope }, filter) {
    const { signatures, older } = await listSignatures(db, scope, filter);
    const { state, from, to } = filter;
    const view = { rows: signatures.length, filter: { state, from, to }, paged: filter.cursor !== null };
    await noteListView(db, scope, { list: "signatures", ...view });
    const rows = signatures.map((one) => [one.signedAt.slice(0, 10), ...cellsOf(one)]);
    const more = older === null ? [] : [`More: --older ${older}`];
    const lines = rows.length > 0 ? table(["signed", ...headings], rows) : ["No signatures."];
    return done({ signatures, older }, ...lines, ...more);
  },
});
