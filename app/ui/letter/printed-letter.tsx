import type { Addressee } from "#app/domain/entries/letters/addressee.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { LetterSheet } from "./letter-sheet.tsx";

type PrintedLetterProps = { text: string; at: Date; addressee: Addressee };

/** Shows a letter alone, to print and post; buttons are not printed. */
export function PrintedLetter({ text, at, addressee }: PrintedLetterProps) {
  const { print } = useWords().letter;
  return (
    <div className="printed">
      <div className="unprinted">
        <h1 className="form">{print.title}</h1>
        <p className="gap">{print.hint}</p>
        {addressee.postalAddress === null && <p className="notice">{print.noAddress}</p>}
        {addressee.postalAddress !== null && !addressee.verified && (
          <p className="notice">{print.unverified}</p>
        )}
        <p className="gap">
          <Button type="button" hidden data-print="">
            {print.button}
          </Button>
        </p>
      </div>
      <LetterSheet text={text} date={at} addressee={addressee} byPost />
    </div>
  );
}
