import type { Campaign, Signing } from "#app/domain/campaign/campaign.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LanguageScript } from "#app/ui/language.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { Page } from "#app/ui/page.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import { LetterForm, type LetterFormProps } from "./letter-form.tsx";
import { Typed } from "./notices.tsx";
import { PrintedLetter } from "./printed-letter.tsx";
import { useMessages } from "./use-messages.ts";

type Seen = { text: string; at: Date };

type LetterPageProps = Pick<
  LetterFormProps,
  "action" | "addressee" | "recipients" | "ask" | "rhythm" | "known"
> & {
  campaign: Campaign;
  examples: boolean;
  signing: Signing;
  /** What a post came back with. */
  answered:
    | {
        values: TypedValues;
        errors: readonly { field: string; code: string }[];
        suggestion: { typed: string; meant: string } | null;
        seen: Seen | null;
        printed: Seen | null;
      }
    | undefined;
};

/** The page on which a letter is written, seen as it will be delivered, and printed. */
export function LetterPage({ campaign, examples, signing, answered, ...about }: LetterPageProps) {
  const { letter } = useWords();
  const errors = useMessages(answered?.errors ?? []);
  const { action } = about;
  const values = answered?.values ?? {};
  const chosen = about.recipients.find(({ publicId }) => publicId === values.recipient);
  const addressee = chosen?.addressee ?? about.addressee;

  if (answered?.printed) {
    return (
      <Page campaign={campaign} examples={examples} current="letter" layout="plain">
        <PrintedLetter {...answered.printed} addressee={addressee} />
        <script src="/letter.js" defer />
      </Page>
    );
  }
  const form = { ...about, addressee, slug: campaign.slug };
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
        <p className="eyebrow">
          {about.recipients.length > 1 ? campaign.company : letter.eyebrow(campaign.company)}
        </p>
        <h1>{letter.title}</h1>
        {signing.outcome !== "open" ? (
          <>
            <EntryNotOpen of="letter" signing={signing} />
            <Typed action={action} values={values} />
          </>
        ) : answered?.suggestion ? (
          <SpellingChoice suggestion={answered.suggestion} action={action} values={values}>
            <LetterForm {...form} state={{ values, errors: [] }} preview={null} />
          </SpellingChoice>
        ) : (
          <>
            <p className="standfirst">{letter.standfirst}</p>
            <LetterForm {...form} state={{ values, errors }} preview={answered?.seen ?? null} />
          </>
        )}
      </div>
      <script src="/letter.js" defer />
      <LanguageScript />
    </Page>
  );
}
