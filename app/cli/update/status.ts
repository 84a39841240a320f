import { setTimeout as pause } from "node:timers/promises";
import { CommandFailed, campaign, command, done, tell } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { aligned } from "#app/cli/parts/table.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { reachLines, readReach } from "#app/cli/update/parts/update-draft.ts";
import { seriesActs } from "#app/domain/outgoing/updates/audience/acts.ts";
import { readProgress, type UpdateProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { findBrought, findUpdate, type UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { mailStates } from "#app/domain/outgoing/updates/update.ts";
import { words } from "#app/i18n/index.ts";

/** Milliseconds between checks with `--watch`. */
const checkEvery = 2000;

export default command({
  summary: "print an update's emails by state, and problems",
  options: { campaign, update, watch: flag("print again every two seconds until it ends") },
  async run({ db, json }, { update: { campaignId, publicId, ...first }, watch }) {
    for (let update: UpdateView | null = first.update; update; ) {
      const progress = await readProgress(db, update.id);
      const { number, stage, pauseReason, pauseProblem } = update;
      const brought = update.audience.after && (await findBrought(db, update.id));
      const printed = done(
        {
          outcome: "told",
          publicId,
          number,
          stage,
          pauseReason,
          pauseProblem,
          audience: update.audience,
          ...(brought && { brought }),
          ...progress,
        },
        ...headline(update, progress),
        ...(update.startedAt === null ? reachLines(await readReach(db, campaignId, update)) : []),
        ...figures(progress),
        ...(brought ? broughtLines(brought) : []),
        ...(watch ? [""] : []),
      );
      if (!watch || stage === "sent" || stage === "cancelled") return printed;
      tell(json, printed);
      await pause(checkEvery);
      update = await findUpdate(db, campaignId, publicId);
    }
    throw new CommandFailed("This update no longer exists. Run `update list`.");
  },
});

function headline(
  { number, stage, texts, sendAt, pauseReason, pauseProblem }: UpdateView,
  { perSecond, secondsLeft, waitsUntil }: UpdateProgress,
): string[] {
  const lines = [`Update ${number}, ${stage}: ${texts[0]?.subject ?? ""}`];
  if (stage === "scheduled" && sendAt) lines.push(`It will be sent at ${sendAt}.`);
  if (pauseReason) lines.push(`Paused: ${pauseReason}${pauseProblem ? ` (${pauseProblem})` : ""}.`);
  if (stage === "sending" && perSecond !== null && secondsLeft !== null) {
    lines.push(`${perSecond.toFixed(1)} emails a second, about ${secondsLeft} s left.`);
  }
  if (waitsUntil) lines.push(`Today's limit is reached. Sending continues at ${waitsUntil.toISOString()}.`);
  return lines;
}

/** Writes what readers of one that goes by itself did afterwards. */
function broughtLines({ acts, at }: Awaited<ReturnType<typeof findBrought>>): string[] {
  const { brought: say } = words("en").updates.byItself;
  const rows = seriesActs.flatMap((act) => (acts[act] ? [[say.acts[act], acts[act]] as const] : []));
  if (at === null || rows.length === 0) return ["", at === null ? say.notYet : say.none];
  return ["", `${say.heading}, within 14 days:`, ...aligned(rows)];
}

function figures(progress: UpdateProgress): string[] {
  const { counts, audienceSize, problems } = progress;
  const rows = mailStates.flatMap((state) => (counts[state] > 0 ? [[state, counts[state]] as const] : []));
  const wrong = problems.map(({ state, problem, mails }) => [`${state}: ${problem}`, mails] as const);
  return [
    ...aligned([...rows, ["audience", audienceSize]]),
    ...(wrong.length > 0 ? ["", "Problems:", ...aligned(wrong)] : []),
  ];
}
