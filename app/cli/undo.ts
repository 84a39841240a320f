import { CommandFailed, exitCodes, tell } from "./old.ts";
import { momentOf, type OnCampaign, onCampaign } from "./on-campaign.ts";

type Undo = (db: OnCampaign["opened"]["db"], what: OnCampaign["scope"] & { at: Date }) => Promise<number>;

/** A command that takes back what the operator decided at one moment, within `minutes`; `told` says what became of how many. */
export const undoDecided = (
  name: string,
  { minutes, undo, told }: { minutes: number; undo: Undo; told: (undone: number) => string },
) =>
  onCampaign(
    name,
    { at: { type: "string" } },
    ({ at }) => momentOf(at, "at"),
    async ({ opened: { db }, json, scope }, at) => {
      const undone = await undo(db, { ...scope, at });
      if (undone === 0)
        throw new CommandFailed(
          `Nothing was undone: the operator decided nothing then, or it is more than ${minutes} minutes ago.`,
        );
      tell(json, { undone }, told(undone));
      return exitCodes.done;
    },
  );
