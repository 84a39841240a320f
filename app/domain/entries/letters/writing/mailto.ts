/** Longest URL that email programs and browsers are known to accept. */
export const maxMailtoLength = 2000;

type Mail = { to: string; subject: string; body: string };

/** Percent-encoded, lines end in CRLF (RFC 6068, section 5). */
const encoded = (text: string) => encodeURIComponent(text.replace(/\r\n?|\n/g, "\r\n"));

const hrefOf = ({ to, subject, body }: Mail) =>
  `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encoded(subject)}&body=${encoded(body)}`;

/**
 * Builds a link that opens an email with the letter in it. Where that would be longer than email programs
 * take, it says `pasteHere` instead, and `whole` is false: the page then offers the text to copy.
 */
export function mailtoLink(mail: Mail, pasteHere: string): { href: string; whole: boolean } {
  const href = hrefOf(mail);
  if (href.length <= maxMailtoLength) return { href, whole: true };
  return { href: hrefOf({ ...mail, body: pasteHere }), whole: false };
}
