import { createHash } from "node:crypto";
import type { ImapFlow } from "imapflow";
import type { Attachment, ParsedMail } from "mailparser";
import { uuidPattern } from "#app/lib/uuid.ts";
import { type Fate, type MailEvent, problemOf, readTime } from "./mail-event.ts";

/** Where returned emails come in. */
export type BounceMailbox = {
  /** `imaps://user:password@host/FOLDER`. */
  url: string;
  /** Sender of the envelope; `*` becomes the email's id. */
  address: string;
};

/** Bytes of a report that are read: what came back follows after. */
const readAtMost = 256 * 1024;

/** Reports that one run takes; the next one continues. */
const reportsAtMost = 500;

const loopback = /^(localhost|127\.\d+\.\d+\.\d+)$/;

/** Returns the envelope's sender of an email, so that its bounce tells which one came back. */
export const returnPathOf = (address: string, emailId: string) => address.replace("*", emailId);

/**
 * Reads what came back to a mailbox, by IMAP with TLS. A report goes to `take` and is then deleted there,
 * since it quotes an email; anything else is marked as seen and left. A crash in between reads it again,
 * which `take` notices by its id. Returns how many there were. Throws where the mailbox cannot be opened.
 */
export async function readMailbox(
  mailbox: BounceMailbox,
  take: (event: MailEvent) => Promise<unknown>,
  { stop, now = new Date() }: { stop?: AbortSignal; now?: Date } = {},
): Promise<{ reports: number; others: number }> {
  const seen = { reports: 0, others: 0 };
  await inMailbox(mailbox, async (client) => {
    const byUid = { uid: true } as const;
    const unseen = (await client.search({ seen: false }, byUid)) || [];
    for (const uid of unseen.slice(0, reportsAtMost)) {
      if (stop?.aborted) break;
      const query = { source: { start: 0, maxLength: readAtMost } };
      const message = await client.fetchOne(String(uid), query, byUid);
      const event = message && (await readReturned(message.source ?? Buffer.alloc(0), now));
      if (event) {
        await take(event);
        await client.messageDelete(String(uid), byUid);
        seen.reports += 1;
      } else {
        await client.messageFlagsAdd(String(uid), ["\\Seen"], byUid);
        seen.others += 1;
      }
    }
  });
  return seen;
}

/** Opens the mailbox and closes it again. Throws where that fails. */
export const openMailbox = (mailbox: BounceMailbox): Promise<void> => inMailbox(mailbox, async () => {});

async function inMailbox({ url }: BounceMailbox, work: (client: ImapFlow) => Promise<void>): Promise<void> {
  const { ImapFlow } = await import("imapflow");
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === "imaps:";
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    // The password goes over TLS only, unless the server is on this machine.
    doSTARTTLS: !secure && !loopback.test(hostname),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    tls: { rejectUnauthorized: !loopback.test(hostname) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    maxLiteralSize: 4 * readAtMost,
    maxResponseSize: 8 * readAtMost,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || "INBOX");
    await work(client);
    await client.logout();
  } finally {
    client.close();
  }
}

/**
 * Reads a report of a mail server on one email (RFC 3464), or of a reader who calls it spam (RFC 5965). Null
 * for anything else, such as an automatic reply. The email is named by the address that the report came to,
 * else by its Message-ID in what was returned.
 */
export async function readReturned(source: Buffer, now: Date): Promise<MailEvent | null> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(source, {
    skipTextToHtml: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
  });
  const part = (type: string) => mail.attachments.find(({ contentType }) => contentType === type);
  const status = part("message/delivery-status");
  const complaint = part("message/feedback-report");
  const fate = status ? fateOf(textOf(status)) : complaint ? complaintOf(textOf(complaint)) : null;
  if (!fate) return null;
  const report = textOf((status ?? complaint) as Attachment);
  return {
    svixId: `report-${createHash("sha256").update(source).digest("hex")}`,
    type: status ? `report.${fate.replace("-", "_")}` : "report.complained",
    occurredAt: readTime(fieldOf(report, "arrival-date") ?? mail.date?.toISOString(), now),
    fate,
    problem: problemOf(fate),
    email: emailOf(mail, source.toString("latin1")),
    providerId: null,
  };
}

const textOf = ({ content }: Attachment) => content.toString("utf8");

const fieldOf = (report: string, name: string) =>
  report
    .split("\n")
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();

/**
 * By the action and the enhanced code (RFC 3463): 5.1.x and 5.2.1 say that the mailbox is not there; any
 * other failure may be a full mailbox or a policy.
 */
function fateOf(report: string): Fate | null {
  const status = fieldOf(report, "status") ?? "";
  switch (fieldOf(report, "action")?.toLowerCase()) {
    case "failed":
      return /^5\.(1\.\d|2\.1\b)/.test(status) ? "hard-bounce" : "soft-bounce";
    case "delayed":
      return "delayed";
    case "delivered":
      return "delivered";
    default:
      return null;
  }
}

const complaintOf = (report: string): Fate | null =>
  fieldOf(report, "feedback-type")?.toLowerCase() === "abuse" ? "complained" : null;

/** Headers in which a mail server names the address that a report came to. */
const cameTo = ["to", "delivered-to", "x-original-to", "envelope-to"];

const anId = RegExp(`(?<![0-9a-f-])${uuidPattern}(?=@)`, "i");
const returned = RegExp(`^Message-ID:\\s*<(${uuidPattern})@`, "im");

function emailOf({ headerLines }: ParsedMail, source: string): string | null {
  const to = headerLines.filter(({ key }) => cameTo.includes(key)).map(({ line }) => line);
  return (anId.exec(to.join("\n"))?.[0] ?? returned.exec(source)?.[1] ?? null)?.toLowerCase() ?? null;
}
