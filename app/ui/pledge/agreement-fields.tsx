import type { ReactNode } from "react";
import { heldInAccount, type PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import { commentAtMost } from "#app/domain/entries/signatures/signature.ts";
import { Check } from "#app/ui/check.tsx";
import { messageFor, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { DisplayChoice } from "#app/ui/sign-form.tsx";
import { StandingInstruction } from "./account-fields.tsx";
import { boxOf, type FormState, lineOf, typed } from "./form-state.ts";

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
          maxLength={commentAtMost}
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
