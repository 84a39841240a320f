import { countryName, formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { CountrySelect } from "#app/ui/country-select.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { type FieldMessage, messageFor, TextArea, TextInput } from "#app/ui/field.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";
import { FreshLinkForm } from "./fresh-link-form.tsx";
import type {
  AddressedLetter,
  LinkedPledge,
  StoredConsent,
  StoredPerson,
  StoredSignature,
} from "./own-data.ts";
import { OwnLetter } from "./own-letter.tsx";
import { OwnPledge } from "./own-pledge.tsx";
import { isLive, OwnSignature } from "./own-signature.tsx";

type OwnDataPageProps = {
  ownData: {
    person: StoredPerson;
    signatures: readonly StoredSignature[];
    /** Null if they cannot be read now. */
    pledges: readonly LinkedPledge[] | null;
    /** Null if they cannot be read now. */
    letters: readonly AddressedLetter[] | null;
    consents: readonly StoredConsent[];
    mails: readonly { template: string; state: string; queuedAt: Date }[];
  };
  /** The address of its forms, without language. */
  action: string;
  fresh: boolean;
  done: string | null;
  errors: readonly FieldMessage[];
  values: TypedValues;
};

/** Shows all we hold about one person, and every way to change it. */
export function OwnDataPage({ ownData, action, fresh, done, errors, values }: OwnDataPageProps) {
  const { personal, pledgeSummary, letter: letterWords } = useWords();
  const { manage } = personal;
  const locale = useLocale();
  const words: Record<string, string> = {
    ...manage.saved,
    ...pledgeSummary.manage.saved,
    ...letterWords.held.saved,
    ...(useIsMailLate() && manage.savedDelayed),
  };
  const saved = done !== null && words[done];
  const { person, signatures, pledges, letters, consents, mails } = ownData;
  const of = (campaign: string) => consents.filter((consent) => consent.campaign === campaign);
  /** If no other form ends news of a campaign, its newest letter does. */
  const endsNews = ({ campaign, publicId }: AddressedLetter) =>
    of(campaign).some(({ purpose, revokedAt }) => purpose === "updates" && revokedAt === null) &&
    !signatures.some((one) => one.campaign === campaign && isLive(one)) &&
    !pledges?.some((one) => one.campaign === campaign) &&
    letters?.findLast((one) => one.campaign === campaign)?.publicId === publicId;
  return (
    <>
      {saved && (
        <p className="notice good" role="status">
          {saved}
        </p>
      )}
      <h1>{manage.title}</h1>
      <p className="small muted gap">
        {manage.privateNote} {manage.kept}
      </p>
      <DefinitionList
        items={[
          { term: manage.name, detail: <bdi>{person.name}</bdi> },
          { term: manage.email, detail: <EmailAddress>{person.email}</EmailAddress> },
          { term: manage.country, detail: countryName(locale, person.country) },
          { term: manage.postalCode, detail: person.postalCode ?? manage.noneGiven },
          { term: manage.knownSince, detail: formatDate(locale, person.createdAt) },
        ]}
      />
      <CorrectionForm
        person={person}
        signature={signatures[0]}
        action={action}
        errors={errors}
        values={values}
      />
      {signatures.map((signature) => (
        <OwnSignature key={signature.publicId} signature={signature} consents={of(signature.campaign)} />
      ))}
      {pledges === null && <p className="notice">{pledgeSummary.manage.unreadable}</p>}
      {pledges?.map((pledge) => (
        <OwnPledge
          key={pledge.publicId}
          pledge={pledge}
          consents={of(pledge.campaign)}
          signed={signatures.some((one) => one.campaign === pledge.campaign && isLive(one))}
        />
      ))}
      {pledges?.[0] && (
        <Disclosures company={pledges[0].company} fund={pledges.every(({ kind }) => kind === "fund")} />
      )}
      {letters === null && <p className="notice">{letterWords.held.unreadable}</p>}
      {letters?.map((letter) => (
        <OwnLetter key={letter.publicId} letter={letter} news={endsNews(letter)} />
      ))}
      <section className="own-section">
        <h2>{manage.mailsHeading}</h2>
        <ul className="plain small">
          {mails.length === 0 && <li>{manage.noMails}</li>}
          {mails.map(({ template, state, queuedAt }) => (
            <li key={`${template} ${queuedAt.toISOString()}`}>
              {formatDate(locale, queuedAt)}, {manage.mails[template as keyof typeof manage.mails]}:{" "}
              {manage.mailStates[state as keyof typeof manage.mailStates]}
            </li>
          ))}
        </ul>
      </section>
      <TakeOrErase fresh={fresh} errors={errors} />
    </>
  );
}

function TakeOrErase({ fresh, errors }: { fresh: boolean; errors: readonly FieldMessage[] }) {
  const { manage } = useWords().personal;
  if (!fresh) {
    return (
      <section className="own-section">
        <h2>{manage.exportHeading}</h2>
        <FreshLinkForm why={manage.fresh} />
      </section>
    );
  }
  return (
    <>
      <section className="own-section">
        <h2>{manage.exportHeading}</h2>
        <p>{manage.exportText}</p>
        <form method="post">
          <Button name="intent" value="export">
            {manage.exportButton}
          </Button>
        </form>
      </section>
      <section className="own-section">
        <h2>{manage.eraseHeading}</h2>
        <p>{manage.eraseText}</p>
        <form method="post">
          <Check
            name="understood"
            label={manage.eraseCheck}
            error={messageFor(errors, "understood")}
            required
          />
          <Button name="intent" value="erase">
            {manage.eraseButton}
          </Button>
        </form>
      </section>
    </>
  );
}

type CorrectionFormProps = {
  person: StoredPerson;
  signature: StoredSignature | undefined;
  /** The form's address, without language. */
  action: string;
  errors: readonly FieldMessage[];
  values: TypedValues;
};

/** Corrects name, place and comment; the address is fixed and says why. */
function CorrectionForm({ person, signature, action, errors, values }: CorrectionFormProps) {
  const { manage } = useWords().personal;
  const { form } = useWords().sign;
  const value = (field: string, stored: string) => {
    const typed = values[field];
    return typeof typed === "string" ? typed : stored;
  };
  return (
    <details className="gap" open={values.name !== undefined}>
      <summary>{manage.correctHeading}</summary>
      <form method="post">
        {signature && <input type="hidden" name="signature" value={signature.publicId} />}
        <TextInput
          name="name"
          label={form.name}
          error={messageFor(errors, "name")}
          defaultValue={value("name", person.name)}
          maxLength={120}
          autoComplete="name"
          required
        />
        <CountrySelect
          label={form.country}
          value={value("country", person.country)}
          error={messageFor(errors, "country")}
        />
        <TextInput
          name="postal_code"
          label={form.postalCode}
          error={messageFor(errors, "postal_code")}
          defaultValue={value("postal_code", person.postalCode ?? "")}
          maxLength={16}
          autoComplete="postal-code"
          optional
        />
        {signature && (
          <TextArea
            name="comment"
            label={form.comment}
            hint={form.commentHint}
            error={messageFor(errors, "comment")}
            defaultValue={value("comment", signature.comment ?? "")}
            maxLength={1000}
            optional
          />
        )}
        <p className="small muted gap">{manage.emailFixed}</p>
        <Button name="intent" value="correct">
          {manage.saveButton}
        </Button>
        <FormInOtherLanguages action={action} />
      </form>
    </details>
  );
}
