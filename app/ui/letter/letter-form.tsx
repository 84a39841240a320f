import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import type { LetterSettings } from "#app/domain/entries/letters/settings/settings-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { CountrySelect } from "#app/ui/country-select.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { EmailInput, messageFor, TextArea, TextInput } from "#app/ui/field.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Choices } from "#app/ui/pledge/choices.tsx";
import { boxOf, choiceOf, type FormState, lineOf, typed } from "#app/ui/pledge/form-state.ts";
import { Begin, HowDelivered } from "./how-delivered.tsx";
import { LetterDisplay } from "./letter-display.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { SendItYourself } from "./send-it-yourself.tsx";

/** An open recipient, as the form offers it. */
export type LetterRecipient = { publicId: string; addressee: Addressee };

export type LetterFormProps = {
  /** The form's address, without language: `/c/<slug>/letter`. */
  action: string;
  slug: string;
  state: FormState;
  addressee: Addressee;
  /** Possible recipients of a letter, the default first. */
  recipients: readonly LetterRecipient[];
  /** The campaign's ask, for the end of a draft; null if it has none. */
  ask: string | null;
  /** When the campaign prepares a dispatch; null if that could not be read. */
  rhythm: LetterSettings | null;
  /** The letter as it will be delivered, if its writer asked for a preview. */
  preview: { text: string; at: Date } | null;
  /** The writer, if the link says who they are. */
  known?: { name: string; email: string } | undefined;
};

/** Asks for every field of `POST /c/:slug/letter`: words, person, consents. */
export function LetterForm(props: LetterFormProps) {
  const { action, slug, state, addressee, preview, rhythm, known } = props;
  const letterWords = useWords().letter;
  const { form } = letterWords;
  const to = useLocalizedPath();
  return (
    <form className={preview ? "letter-form seen" : "letter-form"} action={to(action)} method="post">
      {/* The Enter key presses a form's first button. */}
      <button className="vh" type="submit" tabIndex={-1} aria-hidden="true">
        {form.button}
      </button>
      {typed(state, "email_choice") && (
        <input type="hidden" name="email_choice" value={typed(state, "email_choice")} />
      )}
      {typed(state, "company") && <input type="hidden" name="company" value={typed(state, "company")} />}
      <div className="write">
        <Begin action={to(action)} state={state} ask={props.ask} company={addressee.company} />
        <Recipients state={state} recipients={props.recipients} />
        <Words state={state} />
        {known ? (
          <KnownWriter {...known} slug={slug} />
        ) : (
          <Signer state={state} company={addressee.company} />
        )}
        <Shares state={state} />
        <Button name="step" value="preview" formNoValidate formAction={`${to(action)}#preview`} wide>
          {form.preview(addressee.company)}
        </Button>
      </div>
      {preview && <Preview {...props} {...preview} />}
      <div className="send">
        <Agreements state={state} company={addressee.company} slug={slug} confirms={!known} />
        <Button variant="act" wide>
          {form.button}
        </Button>
        {known && <p className="small muted gap">{letterWords.known.note}</p>}
        <FormInOtherLanguages action={action} always />
      </div>
      <HowDelivered company={addressee.company} slug={slug} rhythm={rhythm} confirms={!known} />
    </form>
  );
}

/** The choice of recipient, if there are several or the chosen one is no longer available. */
function Recipients({ state, recipients }: Pick<LetterFormProps, "state" | "recipients">) {
  const { form } = useWords().letter;
  const choice = choiceOf(state, "recipient");
  const [first] = recipients;
  if (!first || (recipients.length === 1 && !choice.error)) return null;
  const isOffered = recipients.some(({ publicId }) => choice.chosen.includes(publicId));
  return (
    <Choices
      {...choice}
      chosen={isOffered ? choice.chosen : [first.publicId]}
      legend={form.recipient}
      options={recipients.map(({ publicId, addressee: { office, company } }) => ({
        value: publicId,
        label: office ?? company,
      }))}
    />
  );
}

function Words({ state }: { state: FormState }) {
  const { form } = useWords().letter;
  return (
    <>
      <TextArea
        {...lineOf(state, "body")}
        label={<span className="title">{form.body}</span>}
        hint={form.bodyHint}
        rows={16}
        dir="auto"
        className="own-words"
        required
      />
      <p className="hint" data-counts="body" data-words={form.count} hidden />
    </>
  );
}

function Signer({ state, company }: { state: FormState; company: string }) {
  const { form } = useWords().letter;
  return (
    <fieldset className="ask">
      <legend>{form.person}</legend>
      <TextInput
        {...lineOf(state, "name")}
        label={form.name}
        hint={form.nameHint}
        autoComplete="name"
        maxLength={120}
        required
      />
      <EmailInput {...lineOf(state, "email")} label={form.email} hint={form.emailHint(company)} />
      <CountrySelect
        label={form.country}
        value={typed(state, "country")}
        error={messageFor(state.errors, "country")}
      />
    </fieldset>
  );
}

/** The link's owner, as text. */
function KnownWriter({ name, email, slug }: { name: string; email: string; slug: string }) {
  const { known } = useWords().letter;
  const to = useLocalizedPath();
  return (
    <p className="gap">
      {known.as} <b>{name}</b>, <EmailAddress>{email}</EmailAddress>.{" "}
      <a href={to(`/c/${slug}/letter`)}>{known.notYou}</a>
    </p>
  );
}

/** The number of shares, for writers whose letter states it. */
function Shares({ state }: { state: FormState }) {
  const { form } = useWords().letter;
  const error = messageFor(state.errors, "shares");
  const statesShares = typed(state, "say_shares") === "on" || typed(state, "shares") !== "";
  return (
    <details className="more" open={statesShares || error !== undefined}>
      <summary>{form.sharesLegend}</summary>
      <Check {...boxOf(state, "say_shares")} label={form.sayShares} />
      <TextInput
        {...lineOf(state, "shares")}
        label={form.shares}
        hint={form.sharesHint}
        inputMode="decimal"
        autoComplete="off"
        maxLength={19}
        optional
      />
    </details>
  );
}

/** The letter as the company will read it, and ways to send it oneself. */
function Preview({ addressee, text, at }: LetterFormProps & { text: string; at: Date }) {
  const { preview, self } = useWords().letter;
  const print = (
    <Button name="step" value="print" formTarget="_blank" formNoValidate>
      {self.print}
    </Button>
  );
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{preview.heading(addressee.company)}</h2>
      <LetterSheet text={text} addressee={addressee} date={at} />
      <p className="small muted">
        {preview.exactly} {preview.later}
      </p>
      <SendItYourself heading={self.heading} addressee={addressee} text={text} print={print} />
    </section>
  );
}

/** `confirms`: an email asks to confirm the letter. */
type AgreementsProps = { state: FormState; company: string; slug: string; confirms: boolean };

/** Each consent separately; none is preticked. */
function Agreements({ state, company, slug, confirms }: AgreementsProps) {
  const { form } = useWords().letter;
  const to = useLocalizedPath();
  const { how } = useWords().letter;
  return (
    <fieldset className="ask">
      <legend>{form.agree}</legend>
      <Check {...boxOf(state, "consent_letter")} label={form.consentLetter} required />
      <Check
        {...boxOf(state, "consent_deliver")}
        label={form.consentDeliver(company)}
        hint={form.deliverWarning(company)}
        required
      />
      <div className="also">
        <Check
          {...boxOf(state, "consent_reply_to")}
          label={form.consentReplyTo(company)}
          hint={form.replyToHint(company)}
        />
        <Check {...boxOf(state, "consent_updates")} label={form.consentUpdates} />
      </div>
      <LetterDisplay value={typed(state, "display")} error={messageFor(state.errors, "display")} />
      <p className="small muted gap">
        {how.privacy} {confirms && how.unconfirmed} <a href={to(`/c/${slug}/privacy`)}>{how.privacyLink}</a>
      </p>
    </fieldset>
  );
}
