type CampaignListProps = {
  campaigns: readonly { slug: string; title: string; standfirst: string }[];
  /** A path in the language of the page. */
  to: (path: string) => string;
};

/** Campaigns by their titles, each with what it is about. */
export function CampaignList({ campaigns, to }: CampaignListProps) {
  return (
    <ul className="campaign-list">
      {campaigns.map(({ slug, title, standfirst }) => (
        <li key={slug}>
          <a href={to(`/c/${slug}`)}>{title}</a>
          <p>{standfirst}</p>
        </li>
      ))}
    </ul>
  );
}
