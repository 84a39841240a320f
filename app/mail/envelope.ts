import type { Message } from "./transport.ts";

type Address = { name: string; address: string };

/** True for one plain address: no list, no name, no line end. What is none is never handed to a mail library. */
export const isOneAddress = (to: string) =>
  /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/.test(to) && !/\p{Cc}/u.test(to);

/** `Name <address>`, or an address alone, in its parts. */
function parseSender(from: string): Address {
  const named = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(from);
  return { name: named?.[1] ?? "", address: named?.[2] ?? from.trim() };
}

/**
 * The headers each mail carries beside its addresses. Auto-Submitted keeps answering machines silent
 * (RFC 3834). No List-Unsubscribe: these mails answer what someone did, and are no list.
 */
export const ownHeaders = { "Auto-Submitted": "auto-generated" };

/** The same mail has the same Message-ID, at the sender's domain. */
export const messageId = ({ deliveryId, from }: Message) =>
  `<${deliveryId}@${parseSender(from).address.split("@").at(-1)}>`;

/** A message as nodemailer takes it: addresses as objects alone, nothing fetched, nothing read from disk. */
export const toNodemailer = (message: Message) => ({
  from: parseSender(message.from),
  to: message.withholdRecipient ? withheld : { name: "", address: message.to },
  ...(message.replyTo &&
    isOneAddress(message.replyTo) && { replyTo: { name: "", address: message.replyTo } }),
  messageId: messageId(message),
  subject: message.subject,
  html: message.html,
  text: message.text,
  headers: ownHeaders,
  disableFileAccess: true,
  disableUrlAccess: true,
});

const withheld = { name: "", address: "recipient-withheld@invalid" };
