import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { asJson, requireMeeting, year } from "#app/cli/meeting/parts/meeting.ts";
import { required } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { proposerOf } from "#app/domain/campaign/meetings/items/proposer.ts";

export default command({
  summary: "list the proposals of a meeting",
  options: { campaign, company, year: required(year) },
  async run({ db, scope }, { year, company }) {
    const { items } = await requireMeeting(db, { ...scope, companyId: company?.id }, year);
    const rows = items.map(({ id, number, title, status, votesFor, votesAgainst, verifiedBy, ...item }) => [
      id,
      number === null ? "–" : String(number),
      status,
      proposerOf(item) ?? "unknown",
      ...(votesFor === null ? ["–", "–"] : [String(votesFor), String(votesAgainst)]),
      verifiedBy ?? "not verified",
      title,
    ]);
    const lines = table(
      ["id", "item", "state", "proposed by", "for", "against", "verified by", "proposal"],
      rows,
    );
    return done({ items: asJson(items) }, ...(lines.length > 0 ? lines : ["No proposals yet."]));
  },
});
