import type { ReactNode } from "react";
import type { Addressee } from "#app/domain/letters/addressee.ts";
import { mailtoLink } from "#app/domain/letters/mailto.ts";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";

type SendItYourselfProps = {
  heading: string;
  addressee: Addressee;
  /** The exact text of the letter. */
  text: string;
  /** Tells the field to copy from others on the page. */
  id?: string;
  /** A button that opens the page to print. */
  print: ReactNode;
};

/** How much of a letter is seen at once (`.self textarea`), where a browser does not size the field by its words. */
const linesAtMost = 16;

/** A letter for its writer to send: by their own mail program, copied, or printed. */
export function SendItYourself({ heading, addressee, text, id = "letter-text", print }: SendItYourselfProps) {
  const { self } = useWords().letter;
  const { company, email, verified } = addressee;
  const mail = { to: email ?? "", subject: self.subject(company), body: text };
  const link = mailtoLink(mail, self.pasteHere);
  return (
    <section className="self" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <p className="small">{self.text}</p>
      {email && (
        <p className="gap">
          <a href={link.href}>{self.mail}</a>
        </p>
      )}
      {email && !link.whole && <p className="small">{self.tooLong}</p>}
      <p className="small muted">
        {email && `${self.address}: ${email}. `}
        {!verified && self.unverified}
      </p>
      <div className="field">
        <label htmlFor={id}>{self.copyLabel}</label>
        <textarea id={id} rows={linesAtMost} readOnly defaultValue={text} dir="auto" />
      </div>
      <div className="ways">
        <Button type="button" hidden data-from={id} data-copied={self.copied}>
          {self.copy}
        </Button>
        {print}
      </div>
    </section>
  );
}

type PrintFormProps = {
  /** Where the page to print is made: `/c/<slug>/letter` in the page's language. */
  action: string;
  letter: { body: string; shares: string | null; name: string; country: string };
};

/** Opens the page to print a letter that is stored: nothing personal stands in its address. */
export function PrintForm({ action, letter: { body, shares, name, country } }: PrintFormProps) {
  const { self } = useWords().letter;
  return (
    <form action={action} method="post" target="_blank" rel="noopener">
      <input type="hidden" name="body" value={body} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="country" value={country} />
      {shares !== null && <input type="hidden" name="shares" value={shares} />}
      {shares !== null && <input type="hidden" name="say_shares" value="on" />}
      <Button name="step" value="print">
        {self.print}
      </Button>
    </form>
  );
}
