import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { PublishedReason } from "#app/domain/moderation/comment-review.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { LeaveList } from "#app/ui/names/name-list.tsx";
import { Page } from "#app/ui/page.tsx";
import { Voices } from "./voices.tsx";

export type VoicesPageProps = {
  campaign: Campaign;
  examples: boolean;
  page: { voices: readonly PublishedReason[]; older: string | null };
  isFirst: boolean;
};

/** Shows everybody's reason for signing who agreed to that and was approved by the campaign. */
export function VoicesPage({ campaign, examples, page: { voices, older }, isFirst }: VoicesPageProps) {
  const { case: cases, sign } = useWords();
  const { reasons: say } = cases;
  const to = useLocalizedPath();
  const { slug } = campaign;
  return (
    <Page campaign={campaign} examples={examples}>
      <CampaignEyebrow campaign={campaign} />
      <h1>{say.heading}</h1>
      <p className="standfirst">{voices.length === 0 ? say.none : say.note}</p>
      {campaign.status === "open" && (
        <p className="gap">
          <ButtonLink variant="act" href={to(`/c/${slug}#sign`)}>
            {sign.form.button}
          </ButtonLink>
        </p>
      )}
      <Voices reasons={voices} />
      <p className="gap name-pages">
        {!isFirst && <a href={to(`/c/${slug}/voices`)}>{say.newest}</a>}
        {older && (
          <a href={to(`/c/${slug}/voices/page/${older}`)} rel="next">
            {say.older}
          </a>
        )}
      </p>
      {voices.length > 0 && <LeaveList />}
    </Page>
  );
}
