import type { Addressee } from "#app/domain/letters/addressee.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Cross } from "../wordmark.tsx";

type LetterSheetProps = {
  /** The exact text that is handed over. */
  text: string;
  /** Null where a page says elsewhere to whom it goes. */
  addressee?: Addressee | undefined;
  date?: Date | undefined;
};

/** A letter as it is read: to whom, its words, and its writer's name on the line. */
export function LetterSheet({ text, addressee, date }: LetterSheetProps) {
  const locale = useLocale();
  const cut = text.trimEnd().lastIndexOf("\n\n");
  const [name = "", country = ""] = text.slice(cut).trim().split("\n");
  return (
    <div className="sheet">
      {addressee && <Address addressee={addressee} />}
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

/** Whom a letter is addressed to, a line each. */
function Address({ addressee: { office, company, postalAddress } }: { addressee: Addressee }) {
  const { preview } = useWords().letter;
  const known = [office, ...(postalAddress?.split("\n") ?? [])];
  const lines = postalAddress === null ? [office ?? preview.unnamed, company] : known;
  return <address>{lines.map((line) => line && <span key={line}>{line}</span>)}</address>;
}
