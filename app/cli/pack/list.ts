import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { table } from "#app/cli/parts/table.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";

export default command({
  summary: "list packs, newest first",
  options: { campaign, company },
  async run({ db, scope }, { company }) {
    const packs = await listPacks(db, { ...scope, companyId: company?.id });
    const rows = packs.map(({ number, state, askedAt, signatures, letters, sha256 }) => [
      number,
      state,
      askedAt.toISOString().slice(0, 16).replace("T", " "),
      ...(sha256 ? [`${signatures}`, `${letters}`, sha256] : ["–", "–", ""]),
    ]);
    const lines = table(["number", "state", "asked (UTC)", "signatures", "letters", "sha256"], rows);
    return done({ packs }, ...(lines.length > 0 ? lines : ["No packs yet."]));
  },
});
