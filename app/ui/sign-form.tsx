import type { ReactNode } from "react";
import { firstOfCompanies } from "#app/domain/campaign/company/campaign-companies.ts";
import { maxCommentLength, signatureDisplays } from "#app/domain/entries/signatures/signature.ts";
import { Button } from "./button.tsx";
import { Check } from "./check.tsx";
import { CountrySelect } from "./country-select.tsx";
import {
  EmailInput,
  ErrorText,
  type FieldMessage,
  messageFor,
  Select,
  TextArea,
  TextInput,
} from "./field.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";

/** What was typed, by field, in a returned form. */
export type TypedValues = Readonly<Record<string, string | string[] | undefined>>;

export type SignFormProps = {
  /** The form's address, without language: `/c/<slug>/sign`. */
  action: string;
  /** The companies that `consent_deliver` asks about. */
  companies: DeliverChoiceProps["companies"];
  errors?: readonly FieldMessage[];
  values?: TypedValues;
  /** In a frame on another site, which chose the language. */
  embedded?: boolean;
};

/** Asks for every field of `POST /c/:slug/sign`, keeping what was typed. No box is preticked. */
export function SignForm({ action, companies, errors = [], values = {}, embedded = false }: SignFormProps) {
  const { form } = useWords().sign;
  const to = useLocalizedPath();
  const typed = (field: string) => {
    const value = values[field];
    return typeof value === "string" ? value : "";
  };
  const field = (name: string) => ({ name, error: messageFor(errors, name), defaultValue: typed(name) });
  const box = (name: string) => ({ name, error: messageFor(errors, name), checked: typed(name) === "on" });
  const moreFilled =
    typed("comment") !== "" ||
    boxesOf(values, "consent_deliver").length > 0 ||
    !["", "anonymous"].includes(typed("display")) ||
    errors.some(({ field }) => ["comment", "display", "consent_deliver"].includes(field));

  return (
    <form className="sign-form" action={to(action)} method="post">
      <TextInput
        {...field("name")}
        label={form.name}
        hint={form.nameHint}
        autoComplete="name"
        maxLength={120}
        required
      />
      <EmailInput {...field("email")} label={form.email} hint={form.emailHint} />
      <div className="two">
        <CountrySelect label={form.country} value={typed("country")} error={messageFor(errors, "country")} />
        <TextInput
          {...field("postal_code")}
          label={form.postalCode}
          placeholder={form.optionalPlaceholder}
          autoComplete="postal-code"
          maxLength={16}
        />
      </div>
      <Check {...box("consent_sign")} label={form.consents.sign} required />
      <Check {...box("consent_updates")} label={form.consents.updates} />
      <Trap label={form.trap} />
      {typed("source") && <input type="hidden" name="source" value={typed("source")} />}
      <div className="send">
        <Button variant="act" wide>
          {form.button}
        </Button>
      </div>
      <details open={moreFilled}>
        <summary>{moreFilled ? form.moreFilled : form.more}</summary>
        <TextArea
          {...field("comment")}
          label={form.comment}
          hint={form.commentHint}
          maxLength={maxCommentLength}
          optional
        />
        <DisplayChoice
          value={typed("display")}
          hint={form.displayHint}
          error={messageFor(errors, "display")}
        />
        <DeliverChoice
          companies={companies}
          chosen={boxesOf(values, "consent_deliver")}
          error={messageFor(errors, "consent_deliver")}
        />
      </details>
      <FormInOtherLanguages action={action} always={!embedded} />
    </form>
  );
}

/** A hidden field that screen readers skip and only programs fill. Nobody is refused for it. */
function Trap({ label }: { label: string }) {
  return (
    <div className="vh" aria-hidden="true">
      <label htmlFor="subject">{label}</label>
      <input id="subject" name="subject" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

/** Returns the ticked boxes of a name. */
export const boxesOf = (values: TypedValues, name: string): readonly string[] => [values[name] ?? []].flat();

type DeliverChoiceProps = {
  companies: readonly { slug: string; name: string }[];
  /** The boxes that are ticked. */
  chosen: readonly string[];
  error?: string | undefined;
};

/** Asks which companies get the name: a box for each, and one warning for all. */
export function DeliverChoice({ companies, chosen, error }: DeliverChoiceProps) {
  const { sign, common } = useWords();
  const { deliver, deliverTo, deliverHint } = sign.form.consents;
  const name = "consent_deliver";
  const [first, ...others] = companies;
  const isTicked = ({ slug }: { slug: string }) =>
    chosen.includes(slug) || (slug === first?.slug && chosen.includes(firstOfCompanies));
  if (first && others.length === 0)
    return (
      <Check
        name={name}
        error={error}
        checked={isTicked(first)}
        label={deliver(first.name)}
        hint={deliverHint(first.name)}
      />
    );
  return (
    <fieldset
      className={error ? "to-each bad" : "to-each"}
      aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
    >
      <legend>
        {deliverTo} <span className="opt">{common.optional}</span>
      </legend>
      <ErrorText name={name} error={error} />
      <div className="names">
        {companies.map((company, n) => (
          <Check
            key={company.slug}
            name={name}
            id={n === 0 ? name : `${name}-${company.slug}`}
            value={company.slug}
            label={company.name}
            checked={isTicked(company)}
            inGroup
          />
        ))}
      </div>
      <p className="hint" id={`${name}-hint`}>
        {deliverHint(null)}
      </p>
    </fieldset>
  );
}

type DisplayChoiceProps = {
  value: string;
  /** Where they appear, which is part of what they agree to. */
  hint: string;
  error?: string | undefined;
};

/** Asks how somebody appears in public; not at all by default. */
export function DisplayChoice({ value, hint, error }: DisplayChoiceProps) {
  const { form } = useWords().sign;
  return (
    <Select name="display" label={form.display} hint={hint} error={error} defaultValue={value || "anonymous"}>
      {signatureDisplays.map((display) => (
        <option key={display} value={display}>
          {form.displays[display]}
        </option>
      ))}
    </Select>
  );
}

/** Says, under the form, what is sent and stored, and for how long. */
export function WhatHappensNext({ privacyLink }: { privacyLink: ReactNode }) {
  const { next } = useWords().sign.form;
  return (
    <div className="next">
      <p>
        <b>{next.heading}</b> {next.text}
      </p>
      <details>
        <summary>{next.kept}</summary>
        <p className="muted">
          {next.privacy} {privacyLink}
        </p>
      </details>
    </div>
  );
}
