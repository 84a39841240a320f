import { counted, type Given, UsageError } from "#app/cli/command.ts";
import { text, textFile, yesOrNo } from "#app/cli/options.ts";
import { willingnesses } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { daysAtMost, seriesActs } from "#app/domain/outgoing/updates/audience/acts.ts";
import { audienceActions, everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { listPledgedCompanies } from "#app/domain/outgoing/updates/audience/list-companies.server.ts";
import { countAudience } from "#app/domain/outgoing/updates/progress.server.ts";
import type { UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { maxGreetingLength, maxSubjectLength } from "#app/domain/outgoing/updates/update.ts";
import { contentOfForm, draftForm, type UpdateContent } from "#app/domain/outgoing/updates/update-form.ts";
import { findInLine } from "#app/domain/outgoing/updates/words/line.ts";
import { listClaimsForUpdates } from "#app/domain/outgoing/updates/words/list-claims.server.ts";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { maxBodyLength } from "#app/domain/outgoing/updates/words/markdown-bounds.ts";
import { describeAudience } from "#app/i18n/describe-audience.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";

export const draftOptions = {
  locale: text("L", "the language of --subject, --greeting and --body-file"),
  subject: text("T", "the subject"),
  greeting: text("T", 'the greeting; "" for none'),
  bodyFile: textFile("the text, in Markdown"),
  archive: yesOrNo("whether to publish it on the site"),
  audienceCountry: text("US,DE", "only people in these countries"),
  audienceSince: text("DAY", "only people who joined since"),
  audienceDid: text(audienceActions.join("|"), "only people who did this"),
  audienceLanguage: text("es,en", "only people who read one of these languages"),
  audienceHolding: text("broker,fund", "only people whose pledge says they hold in one of these ways"),
  audienceWilling: text("attend,media", "only people whose pledge says they would do one of these"),
  audienceCompany: text("SLUG,SLUG", "only people with a pledge about one of these companies"),
  after: text(
    `${seriesActs.join("|")}|once`,
    "to each person by itself, --days after they did this; or once",
  ),
  days: text("N", `days after that, 1 to ${daysAtMost}`),
  unless: text(`${seriesActs.join("|")}|nobody`, "skip people who by then have done this; or nobody"),
};

export type GivenDraft = Partial<Given<typeof draftOptions>>;

/** What is wrong with an option, by the error code of the console's form. */
const problems: Record<string, string> = {
  "subject-line": "--subject must be one line",
  "subject-encoded": "--subject has =?, which email programs would decode",
  "subject-long": `--subject has more than ${maxSubjectLength} characters`,
  "greeting-line": "--greeting must be one line",
  "greeting-long": `--greeting has more than ${maxGreetingLength} characters`,
  "body-long": `--body-file has more than ${maxBodyLength} characters`,
  "did-missing": `--audience-did must be one of ${audienceActions.join(", ")}`,
  "country-unknown": "--audience-country must be two-letter codes, such as US,DE",
  "language-unknown": "--audience-language must be two-letter codes, such as es,en",
  "holding-unknown": `--audience-holding must be any of ${pledgeWays.join(", ")}`,
  "willing-unknown": `--audience-willing must be any of ${willingnesses.join(", ")}`,
  "company-unknown": "--audience-company must be from `company list`",
  "after-unknown": `--after and --unless must be one of ${seriesActs.join(", ")}`,
  "days-range": `--days must be a number from 1 to ${daysAtMost}`,
  "unless-same": "--unless must differ from --after",
  "day-shape": "--audience-since must be a date, such as 2026-11-24",
};

type Stored = Pick<UpdateView, "languages" | "texts" | "audience" | "inArchive">;

/** Begins an empty draft, to everyone. */
export const emptyDraft = (languages: string[]): Stored => ({
  languages,
  texts: [],
  audience: everyone,
  inArchive: true,
});

/** Merges an update with the given options, as the console's form reads them. */
export function contentWith(stored: Stored, given: GivenDraft): UpdateContent {
  const { languages, audience, texts } = stored;
  const locale = given.locale ?? languages[0] ?? "en";
  if (!languages.includes(locale)) throw new UsageError(`--locale must be one of ${languages.join(", ")}`);
  const before = texts.flatMap((one) => [
    [`subject_${one.locale}`, one.subject],
    [`body_${one.locale}`, one.body],
    [`greeting_${one.locale}`, one.greeting ?? undefined],
  ]);
  const form = draftForm(languages).safeParse({
    ...Object.fromEntries(before),
    ...(given.subject !== undefined && { [`subject_${locale}`]: given.subject }),
    ...(given.greeting !== undefined && { [`greeting_${locale}`]: given.greeting }),
    ...(given.bodyFile !== undefined && { [`body_${locale}`]: given.bodyFile }),
    version: "1",
    did: given.audienceDid ?? audience.did,
    countries: listIn(given.audienceCountry?.toUpperCase()) ?? audience.countries,
    languages: listIn(given.audienceLanguage?.toLowerCase()) ?? audience.languages,
    holding: listIn(given.audienceHolding) ?? audience.holding,
    willing: listIn(given.audienceWilling) ?? audience.willing,
    companies: listIn(given.audienceCompany) ?? audience.companies,
    since: given.audienceSince ?? audience.since ?? "",
    after: wordFor(given.after, "once") ?? audience.after?.act ?? "",
    days: given.days ?? String(audience.after?.days ?? ""),
    unless: wordFor(given.unless, "nobody") ?? audience.after?.unless ?? "",
    ...((given.archive ?? stored.inArchive) && { in_archive: "on" }),
  });
  if (form.success) return contentOfForm(form.data, languages);
  const code = form.error.issues[0]?.message ?? "";
  throw new UsageError(problems[code] ?? code);
}

/** Returns an option's value; empty for the word that stands for none. */
const wordFor = (given: string | undefined, none: string) => (given === none ? "" : given);

const listIn = (given: string | undefined) => given?.split(",").flatMap((part) => part.trim() || []);

/** Describes an update's audience, in console words, and counts it now. */
export async function readReach(
  db: Db,
  campaignId: number,
  { audience, continuesId }: Pick<UpdateView, "audience" | "continuesId">,
) {
  const companies = await listPledgedCompanies(db, campaignId, audience.companies);
  const regions = new Intl.DisplayNames("en", { type: "region" });
  const sentence = describeAudience(words("en"), audience, {
    country: (code) => regions.of(code) ?? code,
    company: (slug) => companies.find((one) => one.slug === slug)?.name ?? slug,
  });
  return {
    after: audience.after,
    sentence,
    people: await countAudience(db, { campaignId, audience, continuesId }),
  };
}

/** Refuses an audience that names an unknown company, and counts it. */
export async function checkReach(
  db: Db,
  campaignId: number,
  of: Pick<UpdateView, "audience" | "continuesId">,
) {
  const { companies } = of.audience;
  const known = await listPledgedCompanies(db, campaignId, companies);
  if (companies.some((slug) => known.every((one) => one.slug !== slug)))
    throw new UsageError(problems["company-unknown"] ?? "");
  return readReach(db, campaignId, of);
}

/** Writes the same as lines to print. */
export const reachLines = ({ sentence, people, after }: Awaited<ReturnType<typeof readReach>>) => [
  sentence,
  after
    ? `${counted(people, "person", "people")} of the last 30 days would be in it.`
    : `${counted(people, "person", "people")} would get it now.`,
];

/** Lists why the texts cannot be sent as written, line by line. */
export async function unreadableIn(db: Db, campaignId: number, { texts }: Pick<UpdateContent, "texts">) {
  const claims = await listClaimsForUpdates(db, campaignId);
  const { write } = words("en").updates;
  const { line: inLine, markdown, unknownProblem } = write;
  return texts.flatMap(({ body, ...text }) => {
    const inLines = (["subject", "greeting"] as const).flatMap((name) => {
      const value = findInLine(text[name] ?? "");
      return value === null ? [] : [`${write[name]}: ${markdown["merge-field"]?.(value)}`];
    });
    const parsed = body === "" ? null : parseUpdate(body, claims);
    if (parsed === null || parsed.ok) return inLines;
    const inBody = parsed.errors.map(({ line, code, value }) =>
      inLine(line, markdown[code]?.(value) ?? unknownProblem(code, value)),
    );
    return [...inLines, ...inBody];
  });
}

/** Writes these as lines about a stored draft. */
export const notYetLines = (lines: readonly string[]) =>
  lines.length === 0 ? [] : ["It cannot be sent as written:", ...lines];
