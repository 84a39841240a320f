import { CommandFailed, command, counted, done, notDone } from "#app/cli/command.ts";
import { flag, text } from "#app/cli/options.ts";
import { duration, isLate, laneLines, queueLines } from "#app/cli/queue/parts/queue.ts";
import { type Ahead, countAhead } from "#app/domain/activity/bring-forward.server.ts";
import { readMailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import { readCommonQueues, readQueues } from "#app/domain/activity/read-queues.server.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { countLocked } from "#app/domain/entries/waiting-forms/delete-failed-forms.server.ts";
import { readMailLimit } from "#app/mail/choose.server.ts";

export default command({
  summary: "print what is queued and since when, by campaign, and how fast emails leave",
  options: {
    campaign: text("S", "only this campaign"),
    check: flag("exit code 1 if something waits too long, or is due later than any rule allows"),
  },
  async run({ db, env }, { campaign, check }) {
    const all = await listCampaigns(db);
    const chosen = campaign === undefined ? all : all.filter(({ slug }) => slug === campaign);
    if (campaign !== undefined && chosen.length === 0)
      throw new CommandFailed(`There is no campaign "${campaign}". Run \`campaign list\`.`);
    const lines = [];
    for (const { id, slug } of chosen) lines.push({ campaign: slug, queues: await readQueues(db, id) });
    const common = await readCommonQueues(db);
    const mail = await readMailLanes(db, await readMailLimit(env.mail, db.$client));
    const ahead = await countAhead(db);
    const isAhead = ahead.emails + ahead.forms + ahead.jobs > 0;
    const locked = await countLocked(db, env.keys);
    const isLocked = Object.keys(locked).length > 0;
    const late =
      isAhead || isLocked || common.some(isLate) || lines.some(({ queues }) => queues.some(isLate));
    return (check && late ? notDone : done)(
      { outcome: late ? "late" : "in-time", campaigns: lines, common, mail, ahead, locked },
      ...lines.flatMap(({ campaign: slug, queues }) => [slug, ...queueLines(queues)]),
      "no campaign",
      ...queueLines(common),
      ...laneLines(mail),
      ...(isAhead ? [aheadLine(ahead)] : []),
      ...Object.entries(locked).map(lockedLine),
    );
  },
});

const lockedLine = ([key, forms]: [string, number]) =>
  `${counted(forms, "form waits", "forms wait")} for the secret with the key ${key}: ${putBack}`;
const putBack = "put it back into SECRET, after the newest, and restart.";

function aheadLine({ emails, forms, jobs, seconds }: Ahead): string {
  const each = [
    [emails, "email"],
    [forms, "form"],
    [jobs, "job"],
  ] as const;
  const what = each.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}${n === 1 ? "" : "s"}`] : []));
  const waits = emails + forms + jobs === 1 ? "waits" : "wait";
  const until = seconds > 0 ? ` until up to ${duration(Math.ceil(seconds / 60) * 60)} from now` : "";
  return `${what.join(", ")} ${waits}${until}, later than any rule allows: the database's clock was set back. A running worker makes them due within a minute.`;
}
