import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { Addressee } from "#app/domain/entries/letters/addressee.ts";
import type { LetterSettings } from "#app/domain/entries/letters/settings/settings.ts";
import { PrintForm, SendItYourself } from "#app/ui/letter/send-it-yourself.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { type Next, NextStep } from "./next-step.tsx";

type Written = {
  text: string;
  body: string;
  shares: string | null;
  name: string;
  country: string;
  /** An organizer reviews it first. */
  isOnHold: boolean;
  addressee: Addressee;
  /** When the campaign prepares a dispatch. */
  rhythm: LetterSettings;
};

/** `letter`: null once the link is older than a day. */
type LetterThanksProps = { campaign: Campaign; letter: Written | null; next: Next | null; shareUrl: string };

/** Says what is next for a letter, and what its writer can do until then. */
export function LetterThanks({ campaign, letter, next, shareUrl }: LetterThanksProps) {
  const { thanks, self, rhythm } = useWords().letter;
  const to = useLocalizedPath();
  const isLate = useIsMailLate();
  return (
    <>
      {!letter && <p className="standfirst">{thanks.expiredText}</p>}
      <NextStep company={campaign.company} next={next} isFirst />
      <section className="steps">
        <h2>{thanks.shareHeading}</h2>
        <ShareLinks url={shareUrl} campaign={campaign} just="written" isNext={!next} />
      </section>
      {letter && (
        <section className="steps">
          <h2>{thanks.nextHeading}</h2>
          <p>
            {letter.isOnHold
              ? isLate
                ? thanks.nextHeldDelayed
                : thanks.nextHeld
              : thanks.next(rhythm(letter.rhythm.everyDays, letter.rhythm.milestone))}
          </p>
          <p className="small muted gap">{thanks.withdraw}</p>
        </section>
      )}
      {letter && (
        <SendItYourself
          heading={self.headingAlso}
          addressee={letter.addressee}
          text={letter.text}
          print={<PrintForm action={to(`/c/${campaign.slug}/letter`)} letter={letter} />}
        />
      )}
    </>
  );
}
