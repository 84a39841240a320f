import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { isLineOn } from "#app/domain/campaign/meetings/meeting.ts";
import { formatDate } from "#app/i18n/index.ts";
import { unbroken } from "#app/i18n/known-date.ts";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";

type OwnersLineProps = {
  companies: readonly Pick<CampaignCompany, "id" | "name" | "zone" | "ownersLineUntil" | "voteEndsOn">[];
  now: Date;
  /** Path of the page that says how to vote, without language. */
  more?: string;
  /** They said that they own some: they are told, not asked. */
  own?: boolean;
};

/** Tells owners of a company's shares, while an organizer lets it, that this year's vote may be open. */
export function OwnersLine({ companies, now, more, own = false }: OwnersLineProps) {
  const { owners } = useWords().pledge;
  const to = useLocalizedPath();
  const locale = useLocale();
  return companies
    .filter((company) => isLineOn(company, now))
    .map(({ id, name, voteEndsOn }) => (
      <p key={id} className="owners-line">
        {!own && <b>{owners.ask(name)} </b>}
        {owners.search(name, voteEndsOn ? unbroken(formatDate(locale, voteEndsOn)) : null)}{" "}
        {more && <a href={to(more)}>{owners.more}</a>}
      </p>
    ));
}
