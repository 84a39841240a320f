import { setTimeout as pause } from "node:timers/promises";
import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { aligned } from "#app/cli/table.ts";
import { requireUpdate } from "#app/cli/update.ts";
import { type Progress, readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import type { UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { mailStates } from "#app/domain/outgoing/updates/update.ts";

const text = { type: "string" } as const;

/** Milliseconds between looks with `--watch`. */
const lookEvery = 2000;

/**
 * How far an update is: its states, which add up to its audience, and what went wrong. With `--watch` again every two
 * seconds until it is over.
 */
export async function updateStatus(args: string[]): Promise<number> {
  const { json, campaign, update, watch } = readOptions(args, {
    ...{ campaign: text, update: text },
    watch: { type: "boolean" },
  });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");

  return withDatabase("update status", async (opened) => {
    for (;;) {
      const { update } = await requireUpdate(opened, slug, reference);
      const progress = await readProgress(opened.db, update.id);
      const { publicId, number, stage, pauseReason, pauseProblem } = update;
      tell(
        json,
        { outcome: "told", publicId, number, stage, pauseReason, pauseProblem, ...progress },
        ...headline(update, progress),
        ...table(progress),
        ...(watch ? [""] : []),
      );
      if (!watch || stage === "sent" || stage === "cancelled") return exitCodes.done;
      await pause(lookEvery);
    }
  });
}

function headline(
  { number, stage, texts, sendAt, pauseReason, pauseProblem }: UpdateView,
  { perSecond, secondsLeft, waitsUntil }: Progress,
): string[] {
  const lines = [`Update ${number}, ${stage}: ${texts[0]?.subject ?? ""}`];
  if (stage === "scheduled" && sendAt) lines.push(`It goes at ${sendAt}.`);
  if (pauseReason) lines.push(`Paused: ${pauseReason}${pauseProblem ? ` (${pauseProblem})` : ""}.`);
  if (stage === "sending" && perSecond !== null && secondsLeft !== null) {
    lines.push(`${perSecond.toFixed(1)} mails a second, about ${secondsLeft} s left.`);
  }
  if (waitsUntil) lines.push(`The day's cap is reached: it goes on at ${waitsUntil.toISOString()}.`);
  return lines;
}

function table({ counts, audienceSize, problems }: Progress): string[] {
  const rows = mailStates.flatMap((state) => (counts[state] > 0 ? [[state, counts[state]] as const] : []));
  const wrong = problems.map(({ state, problem, mails }) => [`${state}: ${problem}`, mails] as const);
  return [
    ...aligned([...rows, ["audience", audienceSize]]),
    ...(wrong.length > 0 ? ["", "What went wrong:", ...aligned(wrong)] : []),
  ];
}
