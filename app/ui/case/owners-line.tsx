import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { isLineOn } from "#app/domain/campaign/meetings/meeting.ts";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

type OwnersLineProps = {
  companies: readonly Pick<CampaignCompany, "id" | "name" | "zone" | "ownersLineUntil">[];
  now: Date;
  /** Path of the page that says how to vote, without language. */
  more?: string;
};

/** Tells owners of a company's shares, while an organizer lets it, that this year's vote may be open. */
export function OwnersLine({ companies, now, more }: OwnersLineProps) {
  const { owners } = useWords().pledge;
  const to = useLocalizedPath();
  return companies
    .filter((company) => isLineOn(company, now))
    .map(({ id, name }) => (
      <p key={id} className="owners-line">
        <b>{owners.ask(name)}</b> {owners.search(name)} {more && <a href={to(more)}>{owners.more}</a>}
      </p>
    ));
}
