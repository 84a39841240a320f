import type { Campaign, Signing } from "#app/domain/campaign/campaign.ts";
import { anyCompany, companyAad } from "#app/domain/campaign/company/campaign-companies.ts";
import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import { Button } from "#app/ui/button.tsx";
import { ChosenCompany, CompanyChoice, chosenCompany } from "#app/ui/company-choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type FieldMessage, messageFor } from "#app/ui/field.tsx";
import { LanguageScript } from "#app/ui/language.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { Page } from "#app/ui/page.tsx";
import { ProofStep } from "#app/ui/proof-step.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import { LetterForm, type LetterFormProps } from "./letter-form.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { Typed } from "./notices.tsx";

type Seen = { text: string; at: Date };

type LetterPageProps = Pick<LetterFormProps, "action" | "ask" | "rhythm" | "known"> & {
  /** For each company of the campaign, in order. */
  offices: readonly Pick<LetterFormProps, "addressee" | "recipients">[];
  campaign: Campaign;
  examples: boolean;
  signing: Signing;
  /** A post's answer. */
  answered:
    | {
        values: TypedValues;
        errors: readonly { field: string; code: string }[];
        suggestion: { typed: string; meant: string } | null;
        seen: Seen | null;
        printed: Seen | null;
        challenge: string | null;
      }
    | undefined;
};

/** Shows the page where a letter is written, previewed and printed. */
export function LetterPage(props: LetterPageProps) {
  const { campaign: all, examples, signing, answered, offices, ...about } = props;
  const { letter } = useWords();
  const locale = useLocale();
  const errors = useMessages(answered?.errors ?? []);
  const { action } = about;
  const values = answered?.values ?? {};
  const { company, asks, several } = chosenCompany(all.companies, answered);
  const campaign = company && !asks ? companyAad(all, company) : all;
  const office = offices[company ? all.companies.indexOf(company) : 0] ?? offices[0];
  if (!office) throw new Error("a campaign is about no company");
  const named = anyCompany(campaign, locale);
  const chosen = office.recipients.find(({ publicId }) => publicId === values.recipient);
  const addressee = chosen?.addressee ?? office.addressee;

  if (answered?.printed) {
    return (
      <Page campaign={campaign} examples={examples} current="letter" layout="plain">
        <PrintedLetter {...answered.printed} addressee={addressee} />
        <script src="/letter.js" defer />
      </Page>
    );
  }
  const form = { ...about, ...office, addressee, slug: campaign.slug };
  const cameBack = errors.length > 0 ? "corrected" : "as-typed";
  return (
    <Page
      campaign={campaign}
      examples={examples}
      current="letter"
      layout="plain"
      cameBack={answered ? cameBack : null}
    >
      <div className="letter">
        <ErrorSummary heading={letter.summary(errors.length)} errors={errors} />
        <p className="eyebrow">{office.recipients.length > 1 ? named : letter.eyebrow(named)}</p>
        <h1>{letter.title}</h1>
        {signing.outcome !== "open" ? (
          <>
            <EntryNotOpen of="letter" signing={signing} />
            <Typed action={action} values={values} />
          </>
        ) : asks ? (
          <>
            <p className="standfirst">{letter.standfirst}</p>
            <CompanyChoice
              action={action}
              of="letter"
              companies={all.companies}
              error={messageFor(errors, "company")}
            />
          </>
        ) : answered?.challenge ? (
          <ProofStep challenge={answered.challenge} action={action} values={values} of="form" />
        ) : answered?.suggestion ? (
          <SpellingChoice suggestion={answered.suggestion} action={action} values={values}>
            <LetterForm {...form} state={{ values, errors: [] }} preview={null} />
          </SpellingChoice>
        ) : (
          <>
            <p className="standfirst">{letter.standfirst}</p>
            {several && <ChosenCompany action={action} name={campaign.company} />}
            <LetterForm {...form} state={{ values, errors }} preview={answered?.seen ?? null} />
          </>
        )}
      </div>
      <script src="/letter.js" defer />
      <LanguageScript />
    </Page>
  );
}

type PrintedLetterProps = { text: string; at: Date; addressee: Addressee };

/** Shows a letter alone, to print and post; buttons are not printed. */
function PrintedLetter({ text, at, addressee }: PrintedLetterProps) {
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

/** The fields in the page's order. */
const order = [
  "form",
  "company",
  "role",
  "who",
  "why",
  "recipient",
  "body",
  "name",
  "email",
  "country",
  "say_shares",
  "shares",
  "consent_letter",
  "consent_deliver",
  "consent_reply_to",
  "consent_updates",
  "display",
];

function useMessages(errors: readonly { field: string; code: string }[]): FieldMessage[] {
  const words = useWords();
  const messages = errors.map(({ field, code }) => ({
    field,
    message: words.letter.errors[code] ?? words.errors.form[code] ?? words.errors.form.missing ?? code,
  }));
  return messages.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
