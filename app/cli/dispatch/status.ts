import { readOnDispatch, requireDispatch } from "#app/cli/dispatch.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, tell } from "#app/cli/old.ts";
import { aligned, table } from "#app/cli/table.ts";
import { type DispatchProgress, dispatchProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";

/** How far a dispatch is: a line a mail, and its letters by what has become of them. */
export async function dispatchStatus(args: string[]): Promise<number> {
  const { json, slug, reference } = readOnDispatch(args);

  return withDatabase("dispatch status", async (opened) => {
    const { dispatch } = await requireDispatch(opened, slug, reference);
    const progress = await dispatchProgress(opened.db, dispatch.id);
    const { publicId, number, kind, stage, pauseReason, approvedAlone, approvedSha256, differs } = dispatch;
    const told = {
      outcome: "told",
      publicId,
      number,
      kind,
      stage,
      pauseReason,
      approvedAlone,
      approvedSha256,
      differs,
    };
    tell(json, { ...told, ...progress }, ...headline(dispatch), ...mails(progress), ...letters(progress));
    return exitCodes.done;
  });
}

function headline({
  number,
  stage,
  kind,
  recipient,
  recipientName,
  pauseReason,
  differs,
}: DispatchView): string[] {
  const to = recipientName ?? recipient.name;
  return [
    `Dispatch ${number}, ${kind}, to ${to}: ${stage}`,
    ...(pauseReason ? [`Paused: ${pauseReason}.`] : []),
    ...(differs.length > 0 ? [`Other than was approved: ${differs.join(", ")}.`] : []),
  ];
}

function mails({ parts }: DispatchProgress): string[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ part, letters, names, state, problem, publicId }) => [
    ...[part, letters, names, state ?? "–", problem ?? "", publicId],
  ]);
  return ["", ...table(["mail", "letters", "names", "state", "problem", "id"], rows)];
}

function letters({ letters, left, submitted }: DispatchProgress): string[] {
  if (submitted === 0) return [];
  const rows = [...Object.entries(letters), ...Object.entries(left)].filter(([, many]) => many > 0);
  return ["", ...aligned([...rows, ["submitted", submitted]])];
}
