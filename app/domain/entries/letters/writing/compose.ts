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

/** Answers to the prompts, the campaign's ask, and the previous draft. */
type Answers = {
  /** The writer's role as a sentence; empty if not given. */
  as: string;
  who: string;
  why: string;
  ask: string;
  body: string;
};

/**
 * Puts answers together to a draft, paragraph by paragraph. What the draft holds already is not said twice,
 * and nothing that was written is lost: it follows what is new.
 */
export function composeLetter({ as, who, why, ask, body }: Answers): string {
  const opening = [as, who].filter(Boolean).join(" ");
  const paragraphs = [opening, why, ask].map((text) => text.trim());
  const added = paragraphs.filter((text) => text !== "" && !body.includes(text));
  return [...added, body.trim()].filter(Boolean).join("\n\n");
}
