import type { ReactNode } from "react";
import { mailtoLink } from "#app/domain/entries/letters/writing/compose.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextBox } from "#app/ui/text-box.tsx";

type LetterToSendProps = {
  heading: string;
  intro: string;
  /** Null if an email address is needed but unknown. */
  mail: { to: string; subject: string; label: string } | null;
  note?: ReactNode;
  /** The exact text of the letter. */
  text: string;
  /** Distinguishes the field to copy from others on the page. */
  id?: string;
  /** A button that prints it. */
  print: ReactNode;
};

/** Rows of the field (`.self textarea`), if a browser cannot size it by its content. */
const linesAtMost = 16;

/** Offers a writer their letter to send: by their own email, copied, or printed. */
export function LetterToSend(props: LetterToSendProps) {
  const { heading, intro, mail, note, text, id = "letter-text", print } = props;
  const { self } = useWords().letter;
  const link = mail && mailtoLink({ ...mail, body: text }, self.pasteHere);
  return (
    <section className="self" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <p className="small">{intro}</p>
      {mail && link && (
        <p className="gap">
          <a href={link.href}>{mail.label}</a>
        </p>
      )}
      {link && !link.whole && <p className="small">{self.tooLong}</p>}
      {note && <p className="small muted">{note}</p>}
      <div className="field">
        <label htmlFor={id}>{self.copyLabel}</label>
        <TextBox id={id} rows={linesAtMost} readOnly defaultValue={text} dir="auto" />
      </div>
      <div className="self-acts">
        <Button type="button" hidden data-from={id} data-copied={self.copied}>
          {self.copy}
        </Button>
        {print}
      </div>
    </section>
  );
}
