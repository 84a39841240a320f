import type { ReactNode } from "react";
import { selfSentWays } from "#app/domain/entries/letters/letter.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { LetterDisplay } from "#app/ui/letter/letter-display.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import type { AddressedLetter, LinkedPledge } from "./own-data.ts";

/** Ends news of the campaign, for writers without another form here that does. */
export function NewsForm({ publicId }: { publicId: string }) {
  const { held } = useWords().letter;
  return (
    <form method="post">
      <input type="hidden" name="letter" value={publicId} />
      <h3>{held.newsHeading}</h3>
      <Button name="intent" value="end-news">
        {held.newsButton}
      </Button>
    </form>
  );
}

/** Offers to change, withdraw or add to a letter, each while it is possible. */
export function LetterForms({ letter }: { letter: AddressedLetter }) {
  const { held, form } = useWords().letter;
  const to = useLocalizedPath();
  const { publicId, state, handedOverAt, display, replyTo, selfSentAt, company, campaign } = letter;
  const meant = <input type="hidden" name="letter" value={publicId} />;
  if (state === "email_pending") return null;
  if (state === "withdrawn" || state === "refused") {
    return (
      <p className="gap">
        <ButtonLink href={to(`/c/${campaign}/letter`)}>{held.again}</ButtonLink>
      </p>
    );
  }
  const ways = { mail: held.selfMail, post: held.selfPost };
  return (
    <>
      <form method="post">
        {meant}
        <h3>{held.choicesHeading}</h3>
        <LetterDisplay value={display} id={`display-${publicId}`} />
        {handedOverAt === null && (
          <Check
            name="consent_reply_to"
            id={`reply-${publicId}`}
            label={form.consentReplyTo(company)}
            hint={form.replyToHint(company)}
            checked={replyTo}
          />
        )}
        <Button name="intent" value="consent">
          {held.choicesButton}
        </Button>
      </form>
      <form method="post">
        {meant}
        <h3>{held.selfHeading}</h3>
        <p className="small">{held.selfText}</p>
        {selfSentAt === null ? (
          <>
            <input type="hidden" name="intent" value="self-sent" />
            <div className="self-acts">
              {selfSentWays.map((way) => (
                <Button key={way} name="way" value={way}>
                  {ways[way]}
                </Button>
              ))}
            </div>
          </>
        ) : (
          <Button name="intent" value="not-self-sent">
            {held.selfUndo}
          </Button>
        )}
      </form>
      {handedOverAt === null && <WithdrawForm meant={meant} say={held} />}
    </>
  );
}

type Withdrawing = Record<"withdrawHeading" | "withdrawText" | "withdrawButton", string>;

/** Withdraws an entry. `meant`: the field that names it. */
export function WithdrawForm({ meant, say }: { meant: ReactNode; say: Withdrawing }) {
  return (
    <form method="post">
      {meant}
      <h3>{say.withdrawHeading}</h3>
      <p className="small">{say.withdrawText}</p>
      <Button name="intent" value="withdraw">
        {say.withdrawButton}
      </Button>
    </form>
  );
}

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
      <WithdrawForm meant={meant} say={manage} />
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
