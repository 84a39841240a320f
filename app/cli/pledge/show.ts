import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { flag, id, required } from "#app/cli/options.ts";
import { aligned } from "#app/cli/parts/table.ts";
import { readPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import type { Holding } from "#app/domain/entries/pledges/pledge.ts";
import { viewHolding } from "#app/domain/entries/pledges/view-holding.server.ts";

const sharesText = ({ shares, bucket }: Holding) =>
  shares === null ? `${bucket} shares` : `${shares} shares`;

export default command({
  summary: "print a pledge",
  options: {
    campaign,
    pledge: required(id("the pledge", "pledge list")),
    holding: flag("include the holding; its holder and the log see that you viewed it"),
  },
  async run({ db, env, scope }, { pledge: publicId, holding: withHolding }) {
    const pledge = await readPledge(db, scope, publicId);
    if (!pledge) throw new CommandFailed("There is no such pledge. Run `pledge list`.");
    const viewed = withHolding ? await viewHolding(db, env.keys, { scope, publicId }) : null;
    if (viewed?.outcome === "not-shown") throw new CommandFailed("It is not in force, or has no holding.");
    if (viewed?.outcome === "unreadable")
      throw new CommandFailed("Its key is gone, or the row is damaged. Run `rotate`.");
    const { name, country, meeting, version, state, kind, holdingForm, verification, willing } = pledge;
    const rows: [string, string][] = [
      ["holder", `${name}, ${country}`],
      ["meeting", String(meeting.year)],
      ["state", `${state}, version ${version}`],
      ["kind", `${kind}, ${holdingForm}`],
      [
        "level",
        `${verification}${pledge.verifiedAt ? `, ${pledge.verifiedBy ?? "the operator"} on ${pledge.verifiedAt.slice(0, 10)}` : ""}`,
      ],
      ["willing", willing.join(", ") || "–"],
    ];
    if (viewed) rows.push(["holding", sharesText(viewed.holding)]);
    return done({ pledge, ...(viewed && { holding: viewed.holding }) }, ...aligned(rows));
  },
});
