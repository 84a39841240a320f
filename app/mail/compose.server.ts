import { foldLines } from "nodemailer/lib/mime-funcs";
import MimeNode from "nodemailer/lib/mime-node";
import { fieldsOf } from "./envelope.ts";
import { quotedPrintable } from "./quoted-printable.ts";
import type { Message } from "./transport.ts";

/**
 * Boundary between parts, which no part can contain: in quoted-printable "=" precedes a digit or line end
 * (RFC 2045, 6.7).
 */
const boundary = "=_part";

const writer = new MimeNode();

const field = (name: string, value: Parameters<MimeNode["encodeHeaderValue"]>[1]) =>
  foldLines(`${name}: ${writer.encodeHeaderValue(name, value)}`, 76);

const part = (type: string, words: Message["html"]) => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=utf-8`,
  "Content-Transfer-Encoding: quoted-printable",
  "",
  encode(words),
];

/** Encoded pieces that emails share, and the least length of one. */
const encoded = new Map<string, string>();
const [piecesAtMost, longPiece] = [500, 200];

/** Returns words in quoted-printable. Pieces that emails share are encoded once. */
function encode(words: Message["html"]): string {
  if (typeof words === "string") return quotedPrintable(words);
  const pieces: string[] = [];
  let loose = "";
  for (const [place, piece] of words.entries()) {
    if (place % 2 === 1 || piece.length < longPiece) {
      loose += piece;
      continue;
    }
    let known = encoded.get(piece);
    if (known === undefined) {
      known = quotedPrintable(piece);
      if (encoded.size >= piecesAtMost) encoded.clear();
      encoded.set(piece, known);
    }
    if (loose) pieces.push(quotedPrintable(loose));
    pieces.push(known);
    loose = "";
  }
  if (loose) pieces.push(quotedPrintable(loose));
  return pieces.join("=\r\n");
}

/**
 * Returns an email without attachments as it is transmitted (RFC 5322): text and HTML as alternatives.
 * Nodemailer encodes the header fields; it could write the rest, too, but through streams that take many
 * times as long.
 */
export function compose(message: Message, now = new Date()): string {
  const { from, to, replyTo, messageId, subject, headers } = fieldsOf(message);
  return [
    field("From", from),
    field("To", to),
    ...(replyTo ? [field("Reply-To", replyTo)] : []),
    field("Subject", subject),
    field("Message-ID", messageId),
    ...Object.entries(headers).map(([name, { value }]) => `${name}: ${value}`),
    field("Date", now),
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part("text/plain", message.text),
    ...part("text/html", message.html),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
