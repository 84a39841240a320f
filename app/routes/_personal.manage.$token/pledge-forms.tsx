import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { LinkedPledge } from "./held.ts";

/** The ways to hide, stop or withdraw a pledge, each while there is a use for it. */
export function PledgeForms({ pledge, contact }: { pledge: LinkedPledge; contact: boolean }) {
  const { manage } = useWords().heldPledges;
  const { publicId, status, kind, display, reminded } = pledge;
  const meant = <input type="hidden" name="pledge" value={publicId} />;
  const inForce = status === "active" || status === "flagged";
  if (!inForce) return null;
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
      {kind !== "fund" && (
        <form method="post">
          {meant}
          <h3>{manage.contactHeading}</h3>
          <Check name="consent_contact" label={manage.contactLabel} checked={contact} />
          <Button name="intent" value="consent">
            {manage.contactButton}
          </Button>
        </form>
      )}
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
