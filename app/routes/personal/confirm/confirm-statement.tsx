import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { formatDate, type Locale } from "#app/i18n/index.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { SignedStatement } from "#app/ui/signed-statement.tsx";
import { ChangedNotice } from "./changed-notice.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { useEmailsRow } from "./emails-row.tsx";

type ConfirmActionProps = {
  signature: {
    title: string;
    name: string;
    country: string;
    postalCode: string | null;
    email: string;
    /** The language of our emails. */
    emailLocale: Locale;
    comment: string | null;
    display: SignatureDisplay;
    petition: string;
    petitionLanguage?: string | undefined;
    petitionVersion: number;
    signedAt: Date;
  };
  /** `nameTo` and `nameNotTo`: which companies get the name, and which do not. */
  agreed: { updates: boolean; nameTo: readonly string[]; nameNotTo: readonly string[] };
  digest: string;
  /** A later form of the address, with words of its own. */
  newer: { to: string; postedAt: Date } | null;
  changed: readonly EntryPart[] | null;
};

/** Shows the signed words, the name under them, and one button. */
export function ConfirmAction({ signature, agreed, digest, newer, changed }: ConfirmActionProps) {
  const { confirm, manage } = useWords().personal;
  const locale = useLocale();
  const to = useLocalizedPath();
  const { postalCode, comment } = signature;
  const rows = [
    ...(comment ? [{ term: manage.comment, detail: <bdi>{comment}</bdi> }] : []),
    ...(postalCode ? [{ term: manage.postalCode, detail: postalCode }] : []),
    useEmailsRow(signature.email, signature.emailLocale),
  ];
  const { nameTo, nameNotTo } = agreed;
  const choices = [
    confirm.shown[signature.display],
    agreed.updates ? confirm.agreed.updates : confirm.agreed.noUpdates,
    ...(nameTo.length > 0 ? [confirm.agreed.deliver(nameTo)] : []),
    ...(nameNotTo.length > 0 ? [confirm.agreed.noDeliver(nameNotTo)] : []),
  ];
  return (
    <>
      <p className="eyebrow">{signature.title}</p>
      <h1>{confirm.title}</h1>
      {changed && <ChangedNotice parts={changed} />}
      {newer && (
        <p className="notice gap">
          {confirm.newer(formatDate(locale, newer.postedAt))} <a href={to(newer.to)}>{confirm.toNewer}</a>
        </p>
      )}
      <SignedStatement
        text={signature.petition}
        language={signature.petitionLanguage}
        name={signature.name}
        country={signature.country}
        note={confirm.version(signature.petitionVersion, formatDate(locale, signature.signedAt))}
      />
      <div className="entry-facts">
        <DefinitionList items={rows} />
      </div>
      <ConfirmForm say={confirm} digest={digest}>
        {confirm.what} {choices.join(" ")}
      </ConfirmForm>
    </>
  );
}
