import { CommandFailed, campaign, command, done, type OfCampaign } from "#app/cli/command.ts";
import { moment, required } from "#app/cli/options.ts";
import type { Db } from "#db/index.ts";

/** Makes a command that undoes what the operator decided at one moment, within some minutes. */
export const undoCommand = ({
  summary,
  minutes,
  undo,
  answer,
}: {
  summary: string;
  minutes: number;
  undo: (db: Db, what: OfCampaign["scope"] & { at: Date }) => Promise<number>;
  answer: (undone: number) => string;
}) =>
  command({
    summary,
    options: { campaign, at: required(moment("the time that the command printed")) },
    async run({ db, scope }, { at }) {
      const undone = await undo(db, { ...scope, at });
      if (undone === 0)
        throw new CommandFailed(
          `Nothing was undone: there is no decision of the operator at that time, or it is more than ${minutes} minutes ago.`,
        );
      return done({ undone }, answer(undone));
    },
  });
