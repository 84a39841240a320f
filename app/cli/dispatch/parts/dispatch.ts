import { CommandFailed, counted } from "#app/cli/command.ts";
import { found, required, text } from "#app/cli/options.ts";
import {
  type DispatchView,
  findDispatch,
  findDispatchByNumber,
} from "#app/domain/outgoing/dispatches/queries.server.ts";
import { words } from "#app/i18n/index.ts";

/** The dispatch that a command is about. */
export const dispatch = found(
  required(text("ID", "the dispatch, by number or id")),
  async ({ db, operator }, reference) => {
    const { campaignId } = operator;
    const dispatch = /^[1-9]\d{0,8}$/.test(reference)
      ? await findDispatchByNumber(db, campaignId, Number(reference))
      : await findDispatch(db, campaignId, reference);
    if (!dispatch) throw new CommandFailed(`There is no dispatch "${reference}". Run \`dispatch list\`.`);
    const { publicId, number } = dispatch;
    return { dispatch, on: { ...operator, publicId }, named: { publicId, number } };
  },
);

/** Names its state, and what of it was only saved to files. */
export const stateOf = ({
  stage,
  filed: { mails, letters, names },
}: Pick<DispatchView, "stage" | "filed">) =>
  mails === 0
    ? stage
    : `${stage === "filed" ? "not sent" : stage}; saved to files: ${[
        counted(mails, "email", "emails"),
        counted(letters, "letter", "letters"),
        counted(names, "name", "names"),
      ].join(", ")}`;

/** Refuses for a dispatch, in the console's words. */
export const dispatchRefused = (outcome: string) =>
  new CommandFailed(
    words("en").letterConsole.dispatches.refused[outcome] ??
      "This dispatch no longer exists. Run `dispatch list`.",
  );
