import type { NamedCampaign } from "#app/domain/campaign/campaign.ts";
import { InLanguage } from "./in-language.tsx";

type CampaignListProps = {
  campaigns: readonly Omit<NamedCampaign, "contactEmail">[];
  /** Makes a path in the page's language. */
  to: (path: string) => string;
};

/** Lists campaigns by title, each with what it is about. */
export function CampaignList({ campaigns, to }: CampaignListProps) {
  return (
    <ul className="campaign-list">
      {campaigns.map(({ slug, title, standfirst, language }) => (
        <li key={slug}>
          <a href={to(`/c/${slug}`)} lang={language}>
            {title}
          </a>{" "}
          <InLanguage language={language} />
          <p lang={language}>{standfirst}</p>
        </li>
      ))}
    </ul>
  );
}
