/** Longest address that mail programs and browsers are known to take whole. */
export const mailtoAtMost = 2000;

type Mail = { to: string; subject: string; body: string };

/** Percent-encoded, line ends as CRLF (RFC 6068, section 5). */
const encoded = (text: string) => encodeURIComponent(text.replace(/\r\n?|\n/g, "\r\n"));

const hrefOf = ({ to, subject, body }: Mail) =>
  `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encoded(subject)}&body=${encoded(body)}`;

/**
 * A link that opens a mail with the letter in it. Where that would be longer than mail programs take, the
 * mail says `pasteHere` in its place, and `whole` is false: the page then offers the text to copy.
 */
export function mailtoLink(mail: Mail, pasteHere: string): { href: string; whole: boolean } {
  const href = hrefOf(mail);
  if (href.length <= mailtoAtMost) return { href, whole: true };
  return { href: hrefOf({ ...mail, body: pasteHere }), whole: false };
}
