import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AddressObject } from "mailparser";
import { uuidPattern } from "#app/lib/uuid.ts";

const name = RegExp(`^((?:erased-)?${uuidPattern})\\.eml$`);

export type MailboxEntry = { id: string; to: string; subject: string; writtenAt: Date };
export type MailboxMail = MailboxEntry & {
  from: string;
  replyTo: string | null;
  messageId: string | null;
  text: string;
  html: string;
  /** Names of the attached files. */
  attachments: string[];
};

/** Lists the emails stored as files in `dir`, the newest `atMost` first, and counts all. */
export async function listMailbox(
  dir: string,
  atMost: number,
): Promise<{ mails: MailboxEntry[]; all: number }> {
  const names = await readdir(dir).catch(() => []);
  const ids = names.flatMap((file) => name.exec(file)?.[1] ?? []);
  const dated = await Promise.all(ids.map(async (id) => ({ id, writtenAt: await timeOf(dir, id) })));
  const newest = dated
    .filter((mail): mail is { id: string; writtenAt: Date } => mail.writtenAt !== null)
    .sort((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
    .slice(0, atMost);
  const mails = await Promise.all(newest.map(({ id }) => readMailbox(dir, id)));
  return { mails: mails.filter((mail) => mail !== null), all: ids.length };
}

/** Finds an email by its file's name without the ending; null when there is none. */
export async function readMailbox(dir: string, id: string): Promise<MailboxMail | null> {
  if (!name.test(`${id}.eml`)) return null;
  const writtenAt = await timeOf(dir, id);
  if (!writtenAt) return null;
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(await readFile(join(dir, `${id}.eml`)));
  return {
    id,
    writtenAt,
    subject: mail.subject ?? "",
    to: addresses(mail.to),
    from: addresses(mail.from),
    replyTo: addresses(mail.replyTo) || null,
    messageId: mail.messageId ?? null,
    text: mail.text ?? "",
    html: mail.html || "",
    attachments: mail.attachments.map(({ filename }) => filename ?? ""),
  };
}

/** When the file was written; null if it no longer exists. */
const timeOf = (dir: string, id: string) =>
  stat(join(dir, `${id}.eml`)).then(
    ({ mtime }) => mtime,
    () => null,
  );

const addresses = (of: AddressObject | AddressObject[] | undefined) =>
  [of ?? []]
    .flat()
    .map(({ text }) => text)
    .join(", ");
