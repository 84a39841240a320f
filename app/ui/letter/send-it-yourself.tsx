import type { ReactNode } from "react";
import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { LetterToSend } from "./letter-to-send.tsx";

type SendItYourselfProps = {
  heading: string;
  addressee: Addressee;
  /** The exact text of the letter. */
  text: string;
  /** Distinguishes the field to copy from others on the page. */
  id?: string;
  /** A button that opens the page to print. */
  print: ReactNode;
};

/** Offers writers to send a letter to a company themselves. */
export function SendItYourself({ addressee, ...letter }: SendItYourselfProps) {
  const { self } = useWords().letter;
  const { company, email, verified } = addressee;
  return (
    <LetterToSend
      {...letter}
      intro={self.text}
      mail={email === null ? null : { to: email, subject: self.subject(company), label: self.mail }}
      note={
        <>
          {email && `${self.address}: ${email}. `}
          {!verified && self.unverified}
        </>
      }
    />
  );
}

type PrintFormProps = {
  /** The address that makes the page to print: `/c/<slug>/letter` in the page's language. */
  action: string;
  letter: { body: string; shares: string | null; name: string; country: string; addressee: Addressee };
};

/** Opens the page to print a stored letter: nothing personal is in its address. */
export function PrintForm({ action, letter: { body, shares, name, country, addressee } }: PrintFormProps) {
  const { self } = useWords().letter;
  return (
    <form action={action} method="post" target="_blank" rel="noopener">
      <input type="hidden" name="body" value={body} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="country" value={country} />
      {addressee.companySlug && <input type="hidden" name="company" value={addressee.companySlug} />}
      {addressee.publicId && <input type="hidden" name="recipient" value={addressee.publicId} />}
      {shares !== null && <input type="hidden" name="shares" value={shares} />}
      {shares !== null && <input type="hidden" name="say_shares" value="on" />}
      <Button name="step" value="print">
        {self.print}
      </Button>
    </form>
  );
}
