import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createTransport } from "nodemailer";
import type { Sql } from "postgres";
import type { Env } from "#app/lib/env.server.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import { uuidPattern } from "#app/lib/uuid.ts";
import { compose } from "./compose.server.ts";
import { toNodemailer } from "./envelope.ts";
import type { Posted, Reported } from "./mail-event.ts";
import { createMailgunTransport, readMailgunWebhook } from "./mailgun.server.ts";
import { createPostmarkTransport, readPostmarkWebhook } from "./postmark.server.ts";
import { createResendTransport } from "./resend.server.ts";
import { readResendWebhook } from "./resend-webhook.server.ts";
import { createSesTransport, readSesWebhook } from "./ses.server.ts";
import { type MailLimit, readPace } from "./shared-pace.server.ts";
import { createSmtpTransport } from "./smtp.server.ts";
import type { MailFiles, Transport } from "./transport.ts";

/** Makes the configured transport. Processes that send keep one pace in the database. */
export function chooseTransport(
  { via, dir, bounces }: Pick<Env["mail"], "via" | "dir" | "bounces">,
  sql?: Sql,
): Transport {
  const shared = sql && { sql };
  switch (via.name) {
    case "resend":
      return createResendTransport({ ...via, ...shared }, mailFilesIn(dir));
    case "postmark":
      return createPostmarkTransport({ ...via, ...shared }, mailFilesIn(dir));
    case "mailgun":
      return createMailgunTransport({ ...via, ...shared }, mailFilesIn(dir));
    case "ses":
      return createSesTransport({ ...via, ...shared }, mailFilesIn(dir));
    case "smtp":
      return createSmtpTransport(via.url, mailFilesIn(dir), bounces?.address);
    case "file":
      return createFileTransport(dir);
  }
}

type ReadWebhook = (secrets: readonly string[], posted: Posted, now: Date) => Reported | Promise<Reported>;

/** Vendors that report on emails, by the name in their webhook's address. */
const webhooks: Record<string, ReadWebhook | undefined> = {
  resend: readResendWebhook,
  postmark: readPostmarkWebhook,
  mailgun: readMailgunWebhook,
  ses: readSesWebhook,
};

/** Reads what a vendor posted, signed with any of the secrets. */
export const readWebhook = async (vendor: string, ...posted: Parameters<ReadWebhook>): Promise<Reported> =>
  (await webhooks[vendor]?.(...posted)) ?? "refused";

/** Names of the vendors, as pages and commands write them. */
const titles: Partial<Record<string, string>> = {
  resend: "Resend",
  postmark: "Postmark",
  mailgun: "Mailgun",
  ses: "Amazon SES",
};

/** Returns the name of the vendor that emails go to; null if they go by SMTP or into files. */
export const vendorTitle = ({ via }: Pick<Env["mail"], "via">): string | null => titles[via.name] ?? null;

const ours = RegExp(`^(${uuidPattern})\\.eml(?:\\.part)?$`);

/** Name of an email's file. A notice of erasure has another prefix: it is not in the outbox. */
const fileName = (emailId: string, withheld: boolean) => `${withheld ? "erased-" : ""}${emailId}.eml`;

/** Reads the limit that the chosen transport keeps; null if no provider limits it. */
export const readMailLimit = async ({ via }: Env["mail"], sql: Sql): Promise<MailLimit | null> =>
  via.name === "smtp" || via.name === "file" ? null : readPace(sql, via.name);

/**
 * Writes emails as `.eml` files, complete or not at all: written as `.part` and renamed. Only the process's
 * owner can read them. The same email has the same name, so writing it again adds none.
 */
export function createFileTransport(dir: string): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

  return {
    name: "file",
    atOnce: 100,
    files: mailFilesIn(dir),
    async send(message) {
      if (!isOneAddress(message.to)) return { outcome: "refused", permanent: true, problem: "bad-address" };
      const target = join(dir, fileName(message.emailId, message.withholdRecipient === true));
      try {
        const eml = message.attachments
          ? ((await composer.sendMail(toNodemailer(message))).message as Buffer)
          : compose(message);
        write(target, eml);
        return { outcome: "accepted", providerId: null };
      } catch (error) {
        await rm(`${target}.part`, { force: true }).catch(() => {});
        const { code = "error" } = error as NodeJS.ErrnoException;
        return {
          outcome: "retry-later",
          after: 60,
          problem: `file-${code.toLowerCase()}`.replace(/[^a-z0-9_-]/g, "-"),
        };
      }
    },
    close: async () => {},
  };
}

/**
 * Writes a file completely or not at all, and creates its folder if necessary. Synchronous: the thread pool's
 * overhead is three times the processor time of writing.
 */
function write(target: string, eml: string | Buffer): void {
  const store = () => writeFileSync(`${target}.part`, eml, { mode: 0o600 });
  try {
    store();
  } catch (error) {
    if (!["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    store();
  }
  renameSync(`${target}.part`, target);
}

/** Accesses a folder's emails by the ids in their names. Leaves other files alone. */
export function mailFilesIn(dir: string): MailFiles {
  return {
    async list() {
      const names = await readdir(dir).catch(() => []);
      return [...new Set(names.flatMap((name) => ours.exec(name)?.[1] ?? []))];
    },
    async remove(emailIds) {
      for (const id of emailIds) {
        const path = join(dir, fileName(id, false));
        await rm(path, { force: true });
        await rm(`${path}.part`, { force: true });
      }
    },
  };
}
