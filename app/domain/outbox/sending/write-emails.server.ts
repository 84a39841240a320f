import { setImmediate as breathe } from "node:timers/promises";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { SecretMissing } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Message, SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import type { ClaimedEmail } from "./claim-emails.server.ts";
import { contentOf } from "./find-content.ts";

/** An email, or why it cannot be written. */
export type Written = Message | Exclude<SendOutcome, { outcome: "accepted" }>;

/** Until an email whose secret is missing is tried again. It spends no try. */
const secretSeconds = 600;

/** Until many that were read by one statement are read again, after it failed for all. It spends no try. */
const readAgainSeconds = 5;

/** Emails rendered before others of this process have their turn: a call may have to begin in time. */
const renderedAtOnce = 5;

/** Writes emails as their people and things are now. All are read at once. */
export async function writeEmails(
  db: Db,
  mailing: Mailing,
  emails: readonly ClaimedEmail[],
  log: Log,
): Promise<Written[]> {
  const found = await Promise.allSettled(
    emails.map(async (mail) => contentOf(mail.template).write(db, mailing, mail.id)),
  );
  const written: Written[] = [];
  for (const [place, mail] of emails.entries()) {
    if (place % renderedAtOnce === renderedAtOnce - 1) await breathe();
    const read = found[place];
    try {
      if (read?.status !== "fulfilled") throw read?.reason;
      written.push(await render(mailing, mail, read.value));
    } catch (error) {
      log.error({ err: error, delivery: mail.publicId }, "a mail could not be made");
      const isMany = emails.length > 1 && read?.status === "rejected";
      if (error instanceof SecretMissing)
        written.push({ outcome: "retry-later", after: secretSeconds, problem: "secret-missing" });
      else if (isMany) written.push({ outcome: "retry-later", after: readAgainSeconds, problem: "not-read" });
      else written.push({ outcome: "refused", permanent: false, problem: "not-made" });
    }
  }
  return written;
}

type Read = Awaited<ReturnType<ReturnType<typeof contentOf>["write"]>>;

async function render(mailing: Mailing, mail: ClaimedEmail, read: Read): Promise<Written> {
  // If content may be uncertain, the next claim finds out why there is nothing to say and puts it back.
  if (!read)
    return { outcome: "refused", permanent: !contentOf(mail.template).unsure, problem: "nothing-to-say" };
  if ("waits" in read) return { outcome: "retry-later", after: 0, problem: read.waits };
  const { email, ...addressed } = read;
  const { pieces, ...rendered } = await mailing.render(email);
  return { emailId: mail.publicId, ...addressed, ...rendered, html: pieces };
}
