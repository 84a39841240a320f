import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { Milestone } from "#app/domain/campaign/milestones/milestone.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { formatDate, type Words } from "#app/i18n/index.ts";
import { OwnersLine } from "#app/ui/case/owners-line.tsx";
import { Count, CountNotes } from "#app/ui/count.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { OwnLinkChoice } from "#app/ui/own-link.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { type Next, NextStep } from "./next-step.tsx";

type SignatureThanksProps = {
  campaign: Campaign;
  now: Date;
  /** Zero until the first one is counted: then no number is shown. */
  signatures: number;
  milestone: Milestone | null;
  /** Null once the link is older than a day. */
  receipt: { code: string; version: number; signedAt: Date } | null;
  /** Set if the campaign is about several companies. */
  agreed: Parameters<Words["mail"]["parts"]["agreed"]>[0] | null;
  next: Next | null;
  shareUrl: string;
  /** Null if they requested none, and once the link is older than a day. */
  own: ShareLink | null;
};

/** Shows the count, a sheet to share, the next step that fits, and the receipt. */
export function SignatureThanks(thanked: SignatureThanksProps) {
  const { campaign, now, signatures, milestone, receipt, agreed, next, shareUrl, own } = thanked;
  const { common, personal, mail } = useWords();
  const { thanks } = personal;
  const locale = useLocale();
  return (
    <>
      {signatures > 0 && (
        <>
          <Count campaign={campaign} signatures={signatures} />
          <div className="small muted">
            <CountNotes signatures={signatures} milestone={milestone} zone={campaign.zone} />
          </div>
        </>
      )}
      {!receipt && <p className="standfirst">{thanks.expiredText}</p>}
      <OwnersLine companies={campaign.companies} now={now} more={`/c/${campaign.slug}/pledge`} />
      <section className="steps" id="share">
        <h2>{thanks.shareHeading}</h2>
        <ShareLinks url={shareUrl} campaign={campaign} own={own} just="signed" isNext />
        {receipt && <OwnLinkChoice link={own} />}
      </section>
      <NextStep
        company={campaign.companies.length > 1 ? common.company.any : campaign.company}
        next={next}
        isFirst={false}
      />
      {receipt && (
        <DefinitionList
          items={[
            { term: thanks.receipt, detail: <span className="code">{receipt.code}</span> },
            ...(agreed ? [{ term: mail.parts.agreedTo, detail: mail.parts.agreed(agreed) }] : []),
            {
              term: thanks.keep,
              detail: thanks.keepText(receipt.version, formatDate(locale, receipt.signedAt)),
            },
          ]}
        />
      )}
    </>
  );
}
