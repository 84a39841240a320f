import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Opened, withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, counted, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { whileFrozen } from "#app/cli/on-campaign.ts";
import { storeUpdate } from "#app/cli/store-update.ts";
import { notReady, requireUpdate, withMailing } from "#app/cli/update.ts";
import { type Scheduled, scheduleUpdate } from "#app/domain/outgoing/updates/schedule-update.server.ts";
import { scheduleAtMostDays } from "#app/domain/outgoing/updates/update-form.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/**
 * Sends an update: an approved one with `--update`, else a new one from `--subject` and `--body-file`. A new one
 * goes only with `--approve-alone`; without it, it is stored and waits for the approval of an organizer.
 */
export async function updateSend(args: string[]): Promise<number> {
  const { json, campaign, update, at, ...written } = readOptions(args, {
    ...{ campaign: text, update: text, at: text, subject: text, "body-file": text, locale: text },
    ...{ "audience-country": text, "audience-since": text, "audience-did": text },
    ...{ "no-archive": flag, "approve-alone": flag },
  });
  const slug = required(campaign, "campaign");
  const sendAt = at === undefined ? null : readTime(at);
  const [own] = Object.keys(written);
  if (update !== undefined && own) {
    throw new UsageError(`--update sends what is stored: --${own} belongs to a new update`);
  }

  return withDatabase("update send", async (opened) => {
    if (update !== undefined) {
      const found = await requireUpdate(opened, slug, update);
      const sent = await schedule(opened, found, sendAt);
      tell(json, { ...sent, number: found.update.number }, going(found.update.number, sent.sendAt, sendAt));
      return exitCodes.done;
    }
    const input = {
      campaignSlug: slug,
      subject: required(written.subject, "subject"),
      body: await readBody(required(written["body-file"], "body-file")),
      locale: written.locale,
      countries: (written["audience-country"] ?? "")
        .split(",")
        .flatMap((code) => code.trim().toUpperCase() || []),
      since: written["audience-since"],
      did: written["audience-did"] ?? "anything",
      inArchive: written["no-archive"] !== true,
      approveAlone: written["approve-alone"] === true,
    };
    const stored = await storeUpdate(opened, input);
    const { number, people } = stored;
    if (!input.approveAlone) {
      tell(
        json,
        { outcome: "waits-for-approval", ...stored },
        `Update ${number} (${stored.publicId}) is stored, for ${counted(people, "person", "people")}. It goes nowhere yet.`,
        "An organizer approves it in the console; then it can be sent.",
      );
      return exitCodes.failed;
    }
    const sent = await schedule(opened, stored, sendAt);
    tell(
      json,
      { ...sent, number, people },
      `Update ${number} (${stored.publicId}), for ${counted(people, "person", "people")}.`,
      going(number, sent.sendAt, sendAt),
    );
    return exitCodes.done;
  });
}

const going = (number: number, at: string, asked: Date | null) =>
  asked ? `Update ${number} goes at ${at}.` : `Update ${number} goes now: the worker sends it.`;

function readTime(text: string): Date {
  const time = new Date(text);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ||
    Number.isNaN(time.getTime())
  ) {
    throw new UsageError("--at is a time with its zone, such as 2026-12-01T09:00:00Z");
  }
  const ahead = time.getTime() - Date.now();
  if (ahead <= 0) throw new UsageError("--at has passed");
  if (ahead > scheduleAtMostDays * 86_400_000) throw new UsageError("--at is more than a year ahead");
  return time;
}

async function readBody(file: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(resolve(file)));
  } catch (error) {
    const why = error instanceof TypeError ? "it is not UTF-8" : (error as Error).message;
    throw new CommandFailed(`--body-file cannot be read: ${why}.`);
  }
}

type Found = { campaignId: number; publicId: string };

const refused = {
  frozen: whileFrozen,
  "not-approved": "It is not approved yet.",
  differs: "What its mails would say was changed since it was approved: it needs another approval.",
  gone: "It has begun already, or was cancelled.",
};

async function schedule(opened: Opened, { campaignId, publicId }: Found, sendAt: Date | null) {
  const sent: Scheduled = await withMailing(opened, (mailing) =>
    scheduleUpdate(opened.db, mailing, { campaignId, publicId, actor: "operator", sendAt }),
  );
  if (sent.outcome === "not-ready") throw notReady(sent.missing);
  if (sent.outcome !== "scheduled") throw new CommandFailed(refused[sent.outcome]);
  return { outcome: sent.outcome, publicId, sendAt: sent.sendAt.toISOString() };
}
