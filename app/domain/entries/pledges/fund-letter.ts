import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { LatestVote } from "#app/domain/campaign/meetings/meeting.ts";
import { formatDate, type Locale, spoken, words } from "#app/i18n/index.ts";

/** What says, in the campaign's own words, what a letter is about. */
export type LetterCampaign = Pick<Campaign, "title" | "jurisdiction"> & {
  petition: Pick<Campaign["petition"], "summary">;
};

/** Fills in the letter of a fund's holder. */
export type FundLetterOf = {
  company: string;
  /** As they typed it; null if they named none. */
  manager: string | null;
  name: string;
  campaign: LetterCampaign;
  latestVote: LatestVote | null;
};

/** Returns the paragraphs of a letter to a fund's manager; the last is signed with the holder's name. */
export function fundLetterParagraphs(locale: Locale, of: FundLetterOf): string[] {
  const { company, manager, name, campaign, latestVote } = of;
  const { letter, closing } = words(locale).pledge.fund;
  const numbered = latestVote?.items.every(({ number }) => number !== null) ?? false;
  const question = latestVote ? questionOf(locale, company, latestVote) : letter.ask(company);
  return [
    letter.to(manager),
    `${letter.holds(company)} ${letter.campaign(campaign.title, campaign.petition.summary)}`,
    `${letter.support(company)} ${question}`,
    ...(latestVote && numbered
      ? [letter.items(latestVote.items.map(({ number, title }) => letter.item(number, title)).join("; "))]
      : []),
    ...(latestVote?.on && profileOf(campaign.jurisdiction).unitedStates
      ? [letter.npx(formatDate(locale, npxDueOn(latestVote.on)))]
      : []),
    letter.policy,
    `${closing}\n${name}`,
  ];
}

function questionOf(locale: Locale, company: string, { on, year, items }: LatestVote): string {
  const { letter } = words(locale).pledge.fund;
  const numbers = items.flatMap(({ number }) => number ?? []);
  const numbered = numbers.length === items.length;
  const list = new Intl.ListFormat(spoken[locale], { type: "conjunction" });
  const named = list.format(numbered ? numbers.map(String) : items.map(({ title }) => `“${title}”`));
  const what = numbered ? letter.numbers(named, items.length) : named;
  return letter.asked(what, on ? letter.on(formatDate(locale, on)) : letter.at(company, year));
}

/** Form N-PX is due by August 31 for the year to June 30 (17 CFR 270.30b1-4). */
function npxDueOn(votedOn: string): string {
  const [year, month] = votedOn.split("-").map(Number);
  return `${(year ?? 0) + ((month ?? 0) > 6 ? 1 : 0)}-08-31`;
}

/** Joins them in UTF-8 with LF between lines. */
export const fundLetterText = (locale: Locale, of: FundLetterOf): string =>
  `${fundLetterParagraphs(locale, of).join("\n\n")}\n`;
