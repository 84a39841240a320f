import type { ReactNode } from "react";
import { heldInAccount, type PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import type { RemindedFrom } from "#app/domain/entries/pledges/reminder-outcome.ts";
import { maxCommentLength } from "#app/domain/entries/signatures/signature.ts";
import { Check } from "#app/ui/check.tsx";
import { CountrySelect } from "#app/ui/country-select.tsx";
import { EmailInput, messageFor, TextArea, TextInput } from "#app/ui/field.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { DisplayChoice } from "#app/ui/sign-form.tsx";
import { StandingInstruction } from "./account-fields.tsx";
import { boxOf, type FormState, type KnownPerson, lineOf, typed } from "./form-state.ts";

type PersonFieldsProps = {
  state: FormState;
  nameHint?: string | undefined;
  /** Chosen until they choose: the country of most who hold this way. */
  country: string;
};

/** Asks who pledges: no more than a confirmation needs. */
export function PersonFields({ state, nameHint, country }: PersonFieldsProps) {
  const { first } = useWords().pledge;
  return (
    <fieldset className="ask">
      <legend>{first.person}</legend>
      <TextInput
        {...lineOf(state, "name")}
        label={first.name}
        hint={nameHint}
        autoComplete="name"
        maxLength={120}
        required
      />
      <EmailInput {...lineOf(state, "email")} label={first.email} hint={first.emailHint} />
      <CountrySelect
        label={first.country}
        value={typed(state, "country") || country}
        error={messageFor(state.errors, "country")}
      />
    </fieldset>
  );
}

type MoreProps = {
  company: string;
  state: FormState;
  way: PledgeWay;
  asksContact: boolean;
  /** Names of fields among `children`. */
  inside: readonly string[];
  /** Further questions for this way of holding. */
  children: ReactNode;
};

/** Hides optional questions behind one line; open if one was filled in or has an error. */
export function More({ company, state, way, asksContact, inside, children }: MoreProps) {
  const { second } = useWords().pledge;
  const names = [...inside, "standing_instruction", "comment", "display", "consent_contact"];
  const filled = (name: string) => [state.values[name] ?? []].flat().some((value) => value !== "");
  const open =
    names.some((name) => filled(name) && typed(state, name) !== "anonymous") ||
    state.errors.some(({ field }) => names.includes(field));
  return (
    <details className="more" open={open}>
      <summary>{second.more}</summary>
      {children}
      {heldInAccount(way) && <StandingInstruction state={state} />}
      {way !== "institution" && (
        <TextArea
          {...lineOf(state, "comment")}
          label={second.comment}
          hint={second.commentHint}
          maxLength={maxCommentLength}
        />
      )}
      <DisplayChoice
        value={typed(state, "display")}
        hint={second.displayHint}
        error={messageFor(state.errors, "display")}
      />
      <p className="small muted">{second.displayMore(company)}</p>
      {asksContact && <Check {...boxOf(state, "consent_contact")} label={second.consentContact} />}
    </details>
  );
}

type AgreementsProps = {
  state: FormState;
  attest: ReactNode;
  consent: ReactNode;
  /** People who already get updates are not asked again. */
  asksUpdates: boolean;
};

/** Asks for each consent separately, none preticked, and prints what the button states. */
export function Agreements({ state, attest, consent, asksUpdates }: AgreementsProps) {
  const { second } = useWords().pledge;
  return (
    <fieldset className="ask">
      <legend>{second.agree}</legend>
      <Check {...boxOf(state, "consent_pledge")} label={consent} required />
      {asksUpdates && (
        <div className="also">
          <Check {...boxOf(state, "consent_updates")} label={second.consentUpdates} />
        </div>
      )}
      <p className="states">
        {second.attestBy} {attest}
      </p>
    </fieldset>
  );
}

type WhatHappensNextProps = {
  slug: string;
  known: KnownPerson | undefined;
  fund: boolean;
  /** How people with votes get the ballot. */
  ballot: string;
  /** What reminders are still about; undated: of days that nobody has entered and checked. */
  reminded: { from: RemindedFrom; dated: boolean };
};

/** Says, under the form, what is sent and stored, and for how long. */
export function WhatHappensNext({ slug, known, fund, ballot, reminded }: WhatHappensNextProps) {
  const { next } = useWords().pledge.second;
  const to = useLocalizedPath();
  const isLate = useIsMailLate();
  return (
    <div className="next">
      <p>
        {[known ? (isLate ? next.knownDelayed : next.known) : next.mail, known?.pledged && next.edits]
          .filter(Boolean)
          .join(" ")}
      </p>
      {!fund && (
        <details>
          <summary>{next.heading}</summary>
          {ballot && <p>{ballot}</p>}
          <p>
            {next.lastVoteCounts} {next.reminders[reminded.from]}{" "}
            {reminded.dated ? next.remindersDated : next.remindersUndated}
          </p>
        </details>
      )}
      <p className="muted">
        {!known && next.privacy} <a href={to(`/c/${slug}/privacy`)}>{next.privacyLink}</a>
      </p>
    </div>
  );
}
