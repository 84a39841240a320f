import { type FundLetterOf, fundLetterText } from "#app/domain/entries/pledges/fund-letter.ts";
import { Button } from "#app/ui/button.tsx";
import { LetterToSend } from "#app/ui/letter/letter-to-send.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Offers a fund holder's letter to the manager, filled in: to send by email, copy or print. */
export function FundLetter(of: FundLetterOf) {
  const { own, subject } = useWords().pledge.fund;
  const text = fundLetterText(useLocale(), of);
  return (
    <div className="fund-letter">
      <LetterToSend
        heading={own.heading}
        intro={own.text}
        mail={{ to: "", subject: subject(of.company), label: own.mail }}
        text={text}
        print={
          <Button type="button" hidden data-print="">
            {own.print}
          </Button>
        }
      />
      <p className="small muted gap">{own.printHint}</p>
      <div className="only-printed" dir="auto" aria-hidden="true">
        {text}
      </div>
    </div>
  );
}
