import type { Addressee } from "#app/domain/letters/addressee.ts";
import { letterRoles } from "#app/domain/letters/letter.ts";
import type { LetterSettings } from "#app/domain/letters/settings.ts";
import { signatureDisplays } from "#app/domain/signatures/signature.ts";
import { Button } from "../button.tsx";
import { Check } from "../check.tsx";
import { CountrySelect } from "../country-select.tsx";
import { messageFor, Select, TextArea, TextInput } from "../field.tsx";
import { useLocalizedPath, useWords } from "../locale.tsx";
import { Choices } from "../pledge/choices.tsx";
import { boxOf, choiceOf, type FormState, lineOf, typed } from "../pledge/form-state.ts";
import { HowDelivered } from "./how-delivered.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { SendItYourself } from "./send-it-yourself.tsx";

export type LetterFormProps = {
  /** Where it posts, in the page's language: `/c/<slug>/letter`. */
  action: string;
  slug: string;
  state: FormState;
  addressee: Addressee;
  /** What the campaign asks, for the end of a draft; null where it has no words for it. */
  ask: string | null;
  /** When the campaign prepares a delivery; null where that could not be read. */
  rhythm: LetterSettings | null;
  /** The letter as it will be delivered, where its writer asked to see it. */
  preview: { text: string; at: Date } | null;
};

/** Every field of `POST /c/:slug/letter`: the words, whose they are, and what is agreed to. */
export function LetterForm(props: LetterFormProps) {
  const { action, slug, state, addressee, preview, rhythm } = props;
  const { form } = useWords().letter;
  return (
    <form className={preview ? "letter-form seen" : "letter-form"} action={action} method="post">
      {/* The first button of a form is the one that the Enter key presses. */}
      <button className="vh" type="submit" tabIndex={-1} aria-hidden="true">
        {form.button}
      </button>
      {typed(state, "email_choice") && (
        <input type="hidden" name="email_choice" value={typed(state, "email_choice")} />
      )}
      <div className="write">
        <Begin {...props} />
        <Words state={state} />
        <Signer state={state} company={addressee.company} />
        <Shares state={state} />
        <Button name="step" value="preview" formNoValidate formAction={`${action}#preview`} wide>
          {form.preview(addressee.company)}
        </Button>
      </div>
      {preview && <Preview {...props} {...preview} />}
      <div className="send">
        <Agreements state={state} company={addressee.company} />
        <Button look="act" wide>
          {form.button}
        </Button>
      </div>
      <HowDelivered company={addressee.company} slug={slug} rhythm={rhythm} />
    </form>
  );
}

/** Prompts that put a draft together. Closed once there is one. */
function Begin({ action, state, ask, addressee }: LetterFormProps) {
  const { begin } = useWords().letter;
  const wrong = state.errors.some(({ field }) => ["role", "who", "why"].includes(field));
  return (
    <details className="begin" open={wrong || typed(state, "body") === ""}>
      <summary>{begin.heading}</summary>
      <Choices
        {...choiceOf(state, "role")}
        legend={begin.role}
        hint={begin.roleHint(addressee.company)}
        options={letterRoles.map((role) => ({ value: role, label: begin.roles[role] }))}
        inRow
        optional
      />
      <TextInput
        {...lineOf(state, "who")}
        label={begin.who}
        hint={begin.whoHint}
        autoComplete="off"
        optional
      />
      <TextArea {...lineOf(state, "why")} label={begin.why} hint={begin.whyHint} rows={5} optional />
      {ask !== null && (
        <>
          <p className="label">{begin.ask}</p>
          <p className="hint">{begin.askHint}</p>
          <blockquote dir="auto">{ask}</blockquote>
        </>
      )}
      <Button name="step" value="compose" formNoValidate formAction={`${action}#body`}>
        {begin.button}
      </Button>
    </details>
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
      <TextInput
        {...lineOf(state, "email")}
        type="email"
        label={form.email}
        hint={form.emailHint(company)}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
      />
      <CountrySelect
        label={form.country}
        value={typed(state, "country")}
        error={messageFor(state.errors, "country")}
      />
    </fieldset>
  );
}

/** How many shares, for those who tick that the letter says it. */
function Shares({ state }: { state: FormState }) {
  const { form } = useWords().letter;
  const error = messageFor(state.errors, "shares");
  const told = typed(state, "say_shares") === "on" || typed(state, "shares") !== "";
  return (
    <details className="more" open={told || error !== undefined}>
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

/** The letter as the company will read it, and the ways to send it oneself. */
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

/** What is agreed to, each for itself; none comes ticked. */
function Agreements({ state, company }: { state: FormState; company: string }) {
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
        {how.privacy} <a href={to("/privacy")}>{how.privacyLink}</a>
      </p>
    </fieldset>
  );
}

/** Who reads a letter on this site; nobody unless its writer chooses otherwise. */
export function LetterDisplay({
  value,
  error,
  id,
}: {
  value: string;
  error?: string | undefined;
  id?: string;
}) {
  const { form } = useWords().letter;
  return (
    <Select
      name="display"
      id={id}
      label={form.display}
      hint={form.displayHint}
      error={error}
      defaultValue={value || "anonymous"}
    >
      {signatureDisplays.map((display) => (
        <option key={display} value={display}>
          {form.displays[display]}
        </option>
      ))}
    </Select>
  );
}
