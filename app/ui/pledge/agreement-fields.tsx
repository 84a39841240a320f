import type { ReactNode } from "react";
import { heldInAccount, type PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import { commentAtMost } from "#app/domain/entries/signatures/signature.ts";
import { Check } from "#app/ui/check.tsx";
import { messageFor, TextArea } from "#app/ui/field.tsx";
import { useCampaignPath, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { DisplayChoice } from "#app/ui/sign-form.tsx";
import { StandingInstruction } from "./account-fields.tsx";
import { boxOf, type FormState, lineOf, typed } from "./form-state.ts";

/** What few want to say: behind one line, open where something of it was filled or is wrong. */
export function More({ state, way }: { state: FormState; way: PledgeWay }) {
  const { second } = useWords().pledge;
  const to = useLocalizedPath();
  const campaign = useCampaignPath() ?? "";
  const inside = ["standing_instruction", "comment", "display"];
  const open =
    inside.some((name) => !["", "anonymous"].includes(typed(state, name))) ||
    state.errors.some(({ field }) => inside.includes(field));
  const summary = heldInAccount(way)
    ? second.more
    : way === "institution"
      ? second.moreOfInstitution
      : second.moreOfOthers;
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      {heldInAccount(way) && <StandingInstruction state={state} />}
      {way !== "institution" && (
        <TextArea
          {...lineOf(state, "comment")}
          label={second.comment}
          hint={second.commentHint}
          maxLength={commentAtMost}
          optional
        />
      )}
      <DisplayChoice
        value={typed(state, "display")}
        hint={second.displayHint(to(`${campaign}/pledges`))}
        error={messageFor(state.errors, "display")}
      />
    </details>
  );
}

type AgreementsProps = {
  state: FormState;
  attest: ReactNode;
  consent: ReactNode;
  /** News that someone gets already are not asked about again. */
  asksUpdates: boolean;
  asksContact: boolean;
};

/** What someone states and agrees to, each for itself; none comes ticked. */
export function Agreements({ state, attest, consent, asksUpdates, asksContact }: AgreementsProps) {
  const { second } = useWords().pledge;
  return (
    <fieldset className="ask">
      <legend>{second.agree}</legend>
      <Check {...boxOf(state, "attest")} label={attest} required />
      <Check {...boxOf(state, "consent_pledge")} label={consent} required />
      {(asksUpdates || asksContact) && (
        <div className="also">
          {asksUpdates && <Check {...boxOf(state, "consent_updates")} label={second.consentUpdates} />}
          {asksContact && <Check {...boxOf(state, "consent_contact")} label={second.consentContact} />}
        </div>
      )}
    </fieldset>
  );
}
