import { encodeWord } from "nodemailer/lib/mime-funcs";
import { isOneAddress } from "#app/lib/one-address.ts";
import { type Message, wholeOf } from "./transport.ts";

type Address = { name: string; address: string };

/** Parses `Name <address>`, or an address alone. */
export function parseSender(from: string): Address {
  const named = /^([^<]*)<([^<>\s]+)>$/.exec(from.trim());
  const [, name = "", address = from.trim()] = named ?? [];
  return { name: withoutEncoded(name.trim().replace(/^"|"$/g, "").trim()), address };
}

/** Writes the sender for an API that reads one text: the name between quotation marks. */
export function writeSender(from: string): string {
  const { name, address } = parseSender(from);
  return name === "" ? address : `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}

/** Breaks "=?", so that no program decodes it as an encoded word (RFC 2047). */
export const withoutEncoded = (text: string) => text.replaceAll("=?", "= ?");

/** A subject that is displayed as written: nodemailer leaves text that looks encoded unchanged. */
const subjectOf = ({ subject }: Message) =>
  subject.includes("=?") ? encodeWord(subject.replace(/\r?\n|\r/g, " "), "Q", 52) : subject;

/** Derives the same Message-ID for the same email. */
export const messageId = ({ emailId, from }: Message) =>
  `<${emailId}@${parseSender(from).address.split("@").at(-1)}>`;

/**
 * Returns an email's headers besides its addresses. An email in answer to an action silences automatic
 * replies (Auto-Submitted, RFC 3834) and is not to a list. An email to a list names the address that
 * unsubscribes its reader by one request (RFC 8058).
 */
export const headersOf = ({ unsubscribeUrl }: Message): Record<string, string> =>
  unsubscribeUrl === undefined
    ? { "Auto-Submitted": "auto-generated" }
    : { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

/** Returns a message's headers for nodemailer, with addresses only as objects. */
export const fieldsOf = (message: Message) => ({
  from: parseSender(message.from),
  to: message.withholdRecipient ? withheld : { name: "", address: message.to },
  ...(message.replyTo &&
    isOneAddress(message.replyTo) && { replyTo: { name: "", address: message.replyTo } }),
  messageId: messageId(message),
  subject: subjectOf(message),
  headers: whole(headersOf(message)),
});

/** Returns a message for nodemailer, which then fetches nothing and reads no file. */
export const toNodemailer = (message: Message) => ({
  ...fieldsOf(message),
  html: wholeOf(message.html),
  text: wholeOf(message.text),
  ...(message.attachments && { attachments: [...message.attachments] }),
  ...closed,
});

/** Returns a composed message for nodemailer. */
export const composedToNodemailer = (message: Message, raw: string) => ({
  ...fieldsOf(message),
  raw,
  ...closed,
});

const closed = { disableFileAccess: true, disableUrlAccess: true };

/** Each header on one line: some programs cannot join an address broken in two. */
const whole = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]));

const withheld = { name: "", address: "recipient-withheld@invalid" };
