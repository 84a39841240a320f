import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import type { Addressee } from "#app/domain/entries/letters/addressee.ts";
import type { LetterRole } from "#app/domain/entries/letters/letter.ts";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { formatDate, type Locale } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { LetterSheet } from "#app/ui/letter/letter-sheet.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { ChangedNotice } from "./changed-notice.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { useEmailsRow } from "./emails-row.tsx";
import { NoButton } from "./no-button.tsx";

type ConfirmLetterProps = {
  letter: {
    text: string;
    role: LetterRole | null;
    display: SignatureDisplay;
    replyTo: boolean;
    updates: boolean;
    writtenAt: Date;
    email: string;
    /** The language of our emails. */
    emailLocale: Locale;
  };
  addressee: Addressee;
  digest: string;
  changed: readonly EntryPart[] | null;
};

/** Shows the exact text, its readers, its consents, and one button. */
export function ConfirmLetter({ letter, addressee, digest, changed }: ConfirmLetterProps) {
  const { confirm, preview, held } = useWords().letter;
  const locale = useLocale();
  const { company, office } = addressee;
  const { text, role, display, replyTo, updates, writtenAt } = letter;
  const emails = useEmailsRow(letter.email, letter.emailLocale);
  return (
    <>
      <p className="eyebrow">{confirm.eyebrow(company)}</p>
      <h1>{confirm.title}</h1>
      <p className="standfirst">{confirm.writtenOn(formatDate(locale, writtenAt))}</p>
      {changed && <ChangedNotice parts={changed} />}
      <LetterSheet text={text} addressee={addressee} />
      <div className="entry-facts">
        <DefinitionList
          items={[
            { term: confirm.to, detail: `${office ?? preview.unnamed}, ${company}` },
            ...(role ? [{ term: held.role, detail: held.roles[role] }] : []),
            { term: confirm.shownTo, detail: confirm.displays[display] },
            {
              term: confirm.answer,
              detail: replyTo ? confirm.answerYes(company) : confirm.answerNo(company),
            },
            ...(updates ? [{ term: confirm.updates, detail: confirm.updatesYes }] : []),
            emails,
          ]}
        />
      </div>
      <p className="notice">{confirm.warning(company)}</p>
      <ConfirmForm say={confirm} digest={digest}>
        {confirm.what} {confirm.nameNote}
      </ConfirmForm>
    </>
  );
}

type NoLetterProps = {
  outcome: "confirmed" | "withdrawn" | "refused" | "expired" | "gone";
  slug: string | null;
};

/** Says why there is no button, and what to do. */
export function NoLetterToConfirm({ outcome, slug }: NoLetterProps) {
  const { confirm } = useWords().letter;
  const to = useLocalizedPath();
  const says = {
    confirmed: [confirm.doneTitle, confirm.doneText],
    withdrawn: [confirm.withdrawnTitle, confirm.withdrawnText],
    refused: [confirm.refusedTitle, confirm.refusedText],
    expired: [confirm.expiredTitle, confirm.expiredText],
    gone: [confirm.goneTitle, confirm.goneText],
  } as const;
  return (
    <NoButton says={says[outcome]}>
      {outcome === "confirmed" || outcome === "refused" ? (
        <a href={to("/manage")}>{confirm.toManage}</a>
      ) : (
        <ButtonLink href={to(slug ? `/c/${slug}/letter` : "/")}>{confirm.toForm}</ButtonLink>
      )}
    </NoButton>
  );
}
