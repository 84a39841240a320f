import type { Case, KnownDate } from "#app/domain/campaign/campaign.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { MetaDescriptor } from "./remix.ts";

type Organization = { operator: string | null };

/** The publisher, once an organizer has entered one: examples are for local mode alone. */
const publisherOf = ({ operator }: Organization) =>
  operator ? { publisher: { "@type": "Organization", name: operator } } : {};

const asScript = (what: object): MetaDescriptor => ({
  "script:ld+json": { "@context": "https://schema.org", ...what },
});

/** As exactly as it is known (ISO 8601); nothing if only a latest date is known. */
function dateOf({ on, precision }: KnownDate) {
  if (precision === "by_month") return {};
  return { datePublished: on.slice(0, { day: 10, month: 7, year: 4 }[precision]) };
}

/**
 * The claims' sources, each once: publisher and date, and name and address if an organizer has checked it. No
 * address is made up for the others.
 */
function citationsOf({ claims }: Case) {
  const works = claims
    .flatMap((claim) => [claim, ...claim.moreSources])
    .filter(({ publisher, source }) => publisher !== null || source !== null)
    .map(({ publisher, published, source }) => ({
      "@type": "CreativeWork",
      ...(source && { url: source.url, ...(source.title && { name: source.title }) }),
      ...(publisher && { publisher: { "@type": "Organization", name: publisher } }),
      ...(published && dateOf(published)),
    }));
  return [...new Map(works.map((work) => [JSON.stringify(work), work])).values()];
}

/** Describes a case to search engines: subject, recipient, sources, and how many have signed. */
export function caseData({ campaign, argument, counts, url }: CasePageData, locale: Locale): MetaDescriptor {
  const { title, standfirst, companies, petition, organization } = campaign;
  const about = companies.map(({ name }) => ({ "@type": "Organization", name }));
  const changed = [
    new Date(petition.publishedAt).toISOString().slice(0, 10),
    ...argument.corrections.map((c) => c.correctedOn),
  ];
  return asScript({
    "@type": "WebPage",
    name: title,
    description: standfirst,
    url,
    inLanguage: campaign.language ?? locale,
    dateModified: changed.sort().at(-1),
    about: about.length > 1 ? about : about[0],
    ...publisherOf(organization),
    citation: citationsOf(argument),
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: { "@type": "EndorseAction" },
      userInteractionCount: counts.signatures,
    },
  });
}

type Article = {
  headline: string;
  url: string;
  language: string;
  publishedAt: string;
  organization: Organization;
};

/** Describes an update to search engines. */
export const updateData = ({ headline, url, language, publishedAt, organization }: Article): MetaDescriptor =>
  asScript({
    "@type": "Article",
    headline,
    url,
    inLanguage: language,
    datePublished: publishedAt,
    ...publisherOf(organization),
  });
