import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { Milestone } from "#app/domain/campaign/milestones/milestone.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { formatDate } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Count } from "#app/ui/count.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { OwnLinkChoice } from "#app/ui/own-link.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";

type SignatureThanksProps = {
  campaign: Campaign;
  signatures: number;
  milestone: Milestone | null;
  /** Null once the link is older than a day. */
  receipt: { code: string; version: number; signedAt: Date } | null;
  /** Where the signer pledges as themselves, for the meeting of which year. */
  pledge: { path: string; year: number } | null;
  shareUrl: string;
  /** Null where they asked for none, and once the link is older than a day. */
  own: ShareLink | null;
};

/** The receipt of a signature, and what else its signer can do. */
export function SignatureThanks(thanked: SignatureThanksProps) {
  const { campaign, signatures, milestone, receipt, pledge, shareUrl, own } = thanked;
  const { personal, heldPledges, letter } = useWords();
  const { thanks } = personal;
  const { afterSigning } = heldPledges;
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <>
      <Count campaign={campaign} signatures={signatures} milestone={milestone} />
      {receipt ? (
        <DefinitionList
          items={[
            { term: thanks.receipt, detail: <span className="code">{receipt.code}</span> },
            {
              term: thanks.keep,
              detail: thanks.keepText(receipt.version, formatDate(locale, receipt.signedAt)),
            },
          ]}
        />
      ) : (
        <p className="standfirst">{thanks.expiredText}</p>
      )}
      <section className="steps" id="share">
        <h2>{thanks.shareHeading}</h2>
        <ShareLinks url={shareUrl} campaign={campaign} own={own} />
        {receipt && <OwnLinkChoice link={own} />}
      </section>
      {/* One step: the pledge while there is a meeting to pledge for, with the letter for people without shares; else the letter. */}
      {pledge && (
        <section className="steps">
          <h2>{afterSigning.heading}</h2>
          <p>{afterSigning.text(campaign.company, pledge.year)}</p>
          <p className="gap">
            <ButtonLink href={pledge.path}>{afterSigning.link}</ButtonLink>
          </p>
          {receipt && (
            <p className="gap">
              {afterSigning.without} <a href={to(`/c/${campaign.slug}/letter`)}>{letter.afterSigning.link}</a>
            </p>
          )}
        </section>
      )}
      {!pledge && receipt && (
        <section className="steps">
          <h2>{letter.afterSigning.heading}</h2>
          <p>
            {letter.afterSigning.text(campaign.company)}{" "}
            <a href={to(`/c/${campaign.slug}/letter`)}>{letter.afterSigning.link}</a>
          </p>
        </section>
      )}
    </>
  );
}
