import { selfSentWays } from "#app/domain/entries/letters/letter.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { LetterDisplay } from "#app/ui/letter/letter-display.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import type { AddressedLetter } from "./own-data.ts";

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
      {handedOverAt === null && (
        <form method="post">
          {meant}
          <h3>{held.withdrawHeading}</h3>
          <p className="small">{held.withdrawText}</p>
          <Button name="intent" value="withdraw">
            {held.withdrawButton}
          </Button>
        </form>
      )}
    </>
  );
}
