import type { Words } from "./index.ts";

/** Whom an update is for, as `Audience` of the domain has it. */
type Audience = {
  did: keyof Words["updates"]["audience"]["deeds"];
  since: string | null;
  countries: readonly string[];
  languages: readonly string[];
  holding: readonly (keyof Words["updates"]["audience"]["ways"])[];
  willing: readonly (keyof Words["pledgeList"]["willing"])[];
  companies: readonly string[];
  after: {
    act: keyof Words["updates"]["byItself"]["acts"];
    days: number;
    unless: keyof Words["updates"]["byItself"]["acts"] | null;
  } | null;
};

/** What codes and slugs are called. */
type Names = { country: (code: string) => string; company: (slug: string) => string };

/** Returns an audience in a sentence. */
export function describeAudience({ updates, pledgeList }: Words, audience: Audience, names: Names): string {
  const { audience: say, languages, byItself } = updates;
  return say.sentence({
    deed: audience.after ? byItself.when(audience.after) : say.deeds[audience.did],
    since: audience.since,
    countries: audience.countries.map(names.country),
    languages: audience.languages.map((code) => languages[code] ?? code),
    ways: audience.holding.map((way) => say.ways[way]),
    willing: audience.willing.map((what) => pledgeList.willing[what]),
    companies: audience.companies.map(names.company),
  });
}
