import { campaign, command, done } from "#app/cli/command.ts";
import { dispatch, stateOf } from "#app/cli/dispatch/parts/dispatch.ts";
import { aligned, table } from "#app/cli/parts/table.ts";
import { type DispatchProgress, dispatchProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";

export default command({
  summary: "print each email of a dispatch and its letters by state",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { dispatch } }) {
    const progress = await dispatchProgress(db, dispatch.id);
    const { publicId, number, kind, stage, filed, pauseReason, approvedAlone, approvedSha256, differs } =
      dispatch;
    const status = {
      publicId,
      number,
      kind,
      stage,
      filed,
      pauseReason,
      approvedAlone,
      approvedSha256,
      differs,
    };
    return done(
      { outcome: "told", ...status, ...progress },
      ...headline(dispatch),
      ...emails(progress),
      ...letters(progress),
    );
  },
});

function headline(dispatch: DispatchView): string[] {
  const { number, kind, recipient, recipientName, pauseReason, differs } = dispatch;
  const to = recipientName ?? recipient.name;
  return [
    `Dispatch ${number}, ${kind}, to ${to}: ${stateOf(dispatch)}`,
    ...(pauseReason ? [`Paused: ${pauseReason}.`] : []),
    ...(differs.length > 0 ? [`Changed since the approval: ${differs.join(", ")}.`] : []),
  ];
}

function emails({ parts }: DispatchProgress): string[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ part, letters, names, state, transport, problem, publicId }) => [
    part,
    letters,
    names,
    state === "accepted" && transport === "file" ? "filed" : (state ?? "–"),
    problem ?? "",
    publicId,
  ]);
  return ["", ...table(["email", "letters", "names", "state", "problem", "id"], rows)];
}

function letters({ letters, left, submitted }: DispatchProgress): string[] {
  if (submitted === 0) return [];
  const rows = [...Object.entries(letters), ...Object.entries(left)].filter(([, many]) => many > 0);
  return ["", ...aligned([...rows, ["submitted", submitted]])];
}
