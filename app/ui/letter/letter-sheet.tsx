import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Cross } from "#app/ui/wordmark.tsx";

type LetterSheetProps = {
  /** The exact text that is sent. */
  text: string;
  addressee: Addressee;
  /** Addressed by the postal address, not the office's name. */
  byPost?: boolean;
  date?: Date | undefined;
};

/** Shows a letter: recipient, words, and its writer's name on the line. */
export function LetterSheet({ text, addressee, byPost = false, date }: LetterSheetProps) {
  const locale = useLocale();
  const cut = text.trimEnd().lastIndexOf("\n\n");
  const [name = "", country = ""] = text.slice(cut).trim().split("\n");
  return (
    <div className="sheet">
      <Address addressee={addressee} byPost={byPost} />
      {date && <p className="date">{formatDate(locale, date)}</p>}
      <div className="words" dir="auto">
        {text.slice(0, cut)}
      </div>
      <p className="line">
        <Cross />
        <bdi>{name}</bdi>
      </p>
      <p className="under">{country}</p>
    </div>
  );
}

function Address({ addressee, byPost }: { addressee: Addressee; byPost: boolean }) {
  const { preview } = useWords().letter;
  const { office, company, postalAddress } = addressee;
  const envelope = byPost ? postalAddress : null;
  const lines = envelope?.split("\n") ?? [office ?? preview.unnamed, company];
  return (
    <address>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}
