import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { LinkedPledge } from "./own-data.ts";

type PledgeFormsProps = {
  pledge: LinkedPledge;
  /** Null if its law has no co-filing and nobody agreed to be asked. */
  contact: boolean | null;
  /** Null if a signature's form already asks for it. */
  updates: boolean | null;
};

/** Offers to hide, stop or withdraw a pledge, each while it is possible. */
export function PledgeForms({ pledge, contact, updates }: PledgeFormsProps) {
  const { manage } = useWords().pledgeSummary;
  const { publicId, status, kind, display, reminded } = pledge;
  const meant = <input type="hidden" name="pledge" value={publicId} />;
  const inForce = status === "active" || status === "flagged";
  if (!inForce) return updates ? <Consents meant={meant} contact={null} updates={updates} /> : null;
  return (
    <>
      {kind !== "fund" && reminded && (
        <form method="post">
          {meant}
          <p className="small">{manage.stopText}</p>
          <Button name="intent" value="stop">
            {manage.stopButton}
          </Button>
        </form>
      )}
      {display !== "anonymous" && (
        <form method="post">
          {meant}
          <h3>{manage.hideHeading}</h3>
          <p className="small">{manage.hideText}</p>
          <Button name="intent" value="hide">
            {manage.hideButton}
          </Button>
        </form>
      )}
      <Consents meant={meant} contact={kind === "fund" ? null : contact} updates={updates} />
      <form method="post">
        {meant}
        <h3>{manage.withdrawHeading}</h3>
        <p className="small">{manage.withdrawText}</p>
        <Button name="intent" value="withdraw">
          {manage.withdrawButton}
        </Button>
      </form>
    </>
  );
}

type ConsentsProps = { meant: ReactNode; contact: boolean | null; updates: boolean | null };

/** The given consents; null is not asked here. */
function Consents({ meant, contact, updates }: ConsentsProps) {
  const { pledgeSummary, pledge } = useWords();
  const { manage } = pledgeSummary;
  if (contact === null && updates === null) return null;
  return (
    <form method="post">
      {meant}
      <h3>{manage.consentsHeading}</h3>
      {updates !== null && (
        <>
          <input type="hidden" name="asked" value="updates" />
          <Check name="consent_updates" label={pledge.second.consentUpdates} checked={updates} />
        </>
      )}
      {contact !== null && (
        <>
          <input type="hidden" name="asked" value="contact_cofile" />
          <Check name="consent_contact" label={pledge.second.consentContact} checked={contact} />
        </>
      )}
      <Button name="intent" value="consent">
        {manage.consentsButton}
      </Button>
    </form>
  );
}
