import {
  CommandFailed,
  campaign,
  command,
  counted,
  done,
  givenNames,
  missing,
  notDone,
  type OfCampaign,
  UsageError,
} from "#app/cli/command.ts";
import { approveAlone, flag, option } from "#app/cli/options.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { storeUpdate } from "#app/cli/update/parts/store-update.ts";
import { updateIfGiven } from "#app/cli/update/parts/update.ts";
import { draftOptions } from "#app/cli/update/parts/update-draft.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { maxScheduleDays } from "#app/domain/outgoing/updates/update-form.ts";

const refused = {
  frozen: whileFrozen,
  "campaign-closed": "The campaign is closed, which ends emails that go by themselves.",
  "not-approved": "It is not approved yet.",
  differs: "Its emails changed since the approval. It needs a new approval.",
  gone: "It is already being sent, or was canceled.",
};

const ahead = option("TIME", "when, such as 2026-12-01T09:00:00Z (default now)", (given, name) => {
  const time = new Date(given);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(given) ||
    Number.isNaN(time.getTime())
  )
    throw new UsageError(`--${name} must be a time with its zone, such as 2026-12-01T09:00:00Z`);
  const wait = time.getTime() - Date.now();
  if (wait <= 0) throw new UsageError(`--${name} must be in the future`);
  if (wait > maxScheduleDays * 86_400_000) throw new UsageError(`--${name} must be within a year`);
  return time;
});

const { archive: _archive, ...newOptions } = draftOptions;

export default command({
  summary: "send an approved update with --update, or a new one with --approve-alone",
  options: {
    campaign,
    update: updateIfGiven,
    at: ahead,
    ...newOptions,
    noArchive: flag("without a public page"),
    approveAlone,
  },
  read({ update, at = null, ...written }) {
    const [own] = givenNames(written);
    if (update === undefined) {
      if (!written.subject) missing("subject");
      if (written.bodyFile === undefined) missing("body-file");
    } else if (own) {
      throw new UsageError(`--update cannot be combined with --${own}, which belongs to a new update`);
    }
    return { update, at, written };
  },
  async run(on, { update: found, at, written }) {
    if (found !== undefined) {
      const { number } = found.update;
      const sent = await schedule(on, found.publicId, at);
      const byItself = found.update.audience.after !== null;
      return done({ ...sent, number }, going({ number, byItself }, sent.sendAt, at));
    }
    const stored = await storeUpdate(on, written);
    const { number, publicId, people, byItself } = stored;
    const many = byItself ? "each person in turn" : counted(people, "person", "people");
    if (!written.approveAlone)
      return notDone(
        { outcome: "waits-for-approval", ...stored },
        `Update ${number} (${publicId}) is saved, for ${many}. It was not sent.`,
        "An organizer must approve it in the console before it is sent.",
      );
    const sent = await schedule(on, publicId, at);
    return done(
      { ...sent, number, people },
      `Update ${number} (${publicId}), for ${many}.`,
      going({ number, byItself }, sent.sendAt, at),
    );
  },
});

function going(
  { number, byItself }: { number: number; byItself: boolean },
  at: string,
  asked: Date | null,
): string {
  if (byItself) return `Update ${number} goes by itself from ${asked ? at : "now"} on.`;
  return asked ? `Update ${number} will be sent at ${at}.` : `Update ${number} is being sent.`;
}

async function schedule(on: OfCampaign, publicId: string, sendAt: Date | null) {
  const sent = await withMailing(on, (mailing) =>
    scheduleUpdate(on.db, mailing, { ...on.operator, publicId, sendAt }),
  );
  if (sent.outcome === "not-ready") throw notReady(sent.missing);
  if (sent.outcome !== "scheduled") throw new CommandFailed(refused[sent.outcome]);
  return { outcome: sent.outcome, publicId, sendAt: sent.sendAt.toISOString() };
}
