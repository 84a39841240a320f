import type { PublicReply } from "#app/domain/entries/letters/published/public-letter.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Quotes the company's answers in full. */
export function Replies({ replies }: { replies: readonly PublicReply[] }) {
  const { dispatches: say } = useWords().lettersPublic;
  const locale = useLocale();
  return replies.map(({ publicId, fromWhom, receivedOn, text }) => (
    <figure className="reply" key={publicId}>
      <figcaption>{say.reply(fromWhom, formatDate(locale, receivedOn))}</figcaption>
      <blockquote dir="auto">{text}</blockquote>
    </figure>
  ));
}
