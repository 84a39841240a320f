import type { Opening, OpeningCompany } from "./open-campaign.server.ts";

/** Something to do before a campaign opens or sends, with the page to do it on. */
export type ChecklistLine = {
  name:
    | "company"
    | "words"
    | "statements"
    | "sources"
    | "reviews"
    | "petition"
    | "organization"
    | "meeting"
    | "recipient"
    | "languages"
    | "second";
  page: string;
  /** The company concerned, if there are several. */
  company?: string;
  isDone: boolean;
  /** Whether the campaign cannot open without it. */
  blocks: boolean;
};

/**
 * Returns everything a campaign needs, in the order in which to do it. In local mode no source need be
 * checked.
 */
export function checklistOf(opening: Opening, localMode: boolean): ChecklistLine[] {
  const { missing, claims, unlinked, due } = opening;
  const line = (name: ChecklistLine["name"], page: string, isDone: boolean, blocks: boolean) => ({
    name,
    page,
    isDone,
    blocks,
  });
  const [first, ...others] = opening.companies;
  const ofEach = (what: (company: OpeningCompany, query: string) => ChecklistLine[]) =>
    others.length === 0
      ? []
      : opening.companies.flatMap((company) =>
          what(company, `?company=${company.slug}`).map((one) => ({ ...one, company: company.name })),
        );
  const isOne = first !== undefined && others.length === 0;
  return [
    ...(isOne ? [line("company", "meetings/company", opening.hasCompany, true)] : []),
    ...ofEach((company, query) => [line("company", `meetings/company${query}`, company.isKnown, true)]),
    line("words", "edit/page", opening.hasWords, true),
    line("statements", "edit/claims", claims > 0, false),
    line("sources", "edit/claims/verify", unlinked === 0, !localMode),
    ...(due > 0 ? [line("reviews", "edit/claims", false, false)] : []),
    line("petition", "edit/petition", opening.hasPetition, true),
    line("organization", "edit/organization", missing.length === 0, true),
    line("languages", "edit/translations", opening.hasLanguages, false),
    ...(isOne ? [line("recipient", "letters/recipients", opening.hasRecipient, false)] : []),
    ...ofEach((company, query) => [
      line("meeting", `meetings${query}`, company.hasMeeting, false),
      line("recipient", `letters/recipients${query}`, company.hasRecipient, false),
    ]),
    line("second", "team", opening.hasSecondPerson, false),
  ];
}
