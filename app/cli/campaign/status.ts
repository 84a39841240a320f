import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { aligned } from "#app/cli/parts/table.ts";
import { isLate, queueLines } from "#app/cli/queue/parts/queue.ts";
import { type Dashboard, readDashboard } from "#app/domain/activity/read-dashboard.server.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";

export default command({
  summary: "print counts, the last week, late work and delivery problems",
  options: { campaign },
  async run({ db, campaign: { slug } }) {
    const found = (await listCampaigns(db)).find((each) => each.slug === slug);
    if (!found) throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    const asked = { period: { step: "day", days: 7 }, zone: "UTC", small: true } as const;
    const board = await readDashboard(db, found.id, asked);
    const { title, status, frozen } = found;
    const { counts, goal, series, mails, queues, asOf } = board;
    const blocked = board.blocked.map(({ provider }) => provider);
    const lastWeek = { ...series.total, before: series.totalBefore };
    return done(
      { outcome: "told", slug, title, status, frozen, asOf, counts, goal, lastWeek, mails, blocked, queues },
      `${title} (${slug}): ${frozen ? `${status}, frozen` : status}`,
      ...figures(board),
      ...(blocked.length > 0 ? [`Fewer confirmations than usual at: ${blocked.join(", ")}.`] : []),
      ...queueLines(queues.filter(isLate)),
    );
  },
});

function figures({ counts, goal, series: { total, totalBefore }, mails }: Dashboard): string[] {
  const { companies = [] } = counts;
  const bounced =
    mails.accepted > 0 ? `${((100 * mails.bounced) / mails.accepted).toFixed(2)} % bounced` : "";
  return aligned([
    ["", "now", "7 days", "7 before"],
    ["signatures", counts.signatures, total.joined, totalBefore?.joined ?? 0],
    ["left", "", total.left, totalBefore?.left ?? 0],
    ["pending", counts.pending, "", ""],
    ["goal", goal, "", ""],
    ["pledges", counts.pledges, total.pledges, totalBefore?.pledges ?? 0],
    ...companies.map(({ company, pledges }) => [`  ${company}`, pledges, "", ""]),
    ["letters", counts.letters, total.letters, totalBefore?.letters ?? 0],
    ...companies.map(({ company, letters }) => [`  ${company}`, letters, "", ""]),
    ["emails", "", mails.accepted, bounced],
  ]);
}
