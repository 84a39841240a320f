import type { PackInput, PaperTable } from "#app/domain/entries/letters/papers.ts";
import { countryName, formatDate, formatNumber, words } from "#app/i18n/index.ts";
import { type PackContent, statesAre } from "./pack-content.server.ts";
import { totalsRows } from "./pledge-totals.ts";

const locale = "en";
const number = (value: number) => formatNumber(locale, value);

type About = { number: number; appUrl: string };
type PackPaper = Omit<PackInput, "names" | "letters">;

/** Writes what a pack's PDF says before its lists. */
export function packPaper(content: PackContent, about: About): PackPaper {
  const { paper: say } = words(locale).packs;
  const { campaign, counts, asOf, seal, petitions } = content;
  return {
    locale,
    paper: "letter",
    campaign: { title: campaign.title, url: `${about.appUrl}/c/${campaign.slug}` },
    number: about.number,
    day: asOf.toISOString().slice(0, 10),
    identifier: say.identifier(about.number, seal?.sha256.slice(0, 16) ?? null),
    signatures: counts.signatures,
    notes: say.notes(campaign.company, formatDate(locale, asOf)),
    tables: tablesOf(content),
    petitions: petitions
      .filter(({ signatures }) => signatures > 0)
      .map(({ version, publishedAt, signatures, body }) => ({
        title: say.petition(version),
        about: say.petitionAbout(formatDate(locale, publishedAt), number(signatures), signatures),
        text: body,
      })),
    pledges: pledgeTables(content),
  };
}

function tablesOf(content: PackContent): PaperTable[] {
  const { paper: say, leftOut } = words(locale).packs;
  const { counts } = content;
  const { others, notGiven, ...states } = content.states.byUsState;
  const are = statesAre(content);
  const rest = [
    ...(others ? [[say.otherStates, number(others)]] : []),
    ...(notGiven ? [[say.noZip, number(notGiven)]] : []),
    ...(are === "left-out" ? [[say.allStates, number(counts.byCountry.US ?? 0)]] : []),
  ];
  const left = (of: Record<string, number>, names: Record<string, string>) =>
    Object.entries(of).map(([reason, count]) => [names[reason] ?? reason, number(count)]);
  return [
    {
      title: say.byCountry,
      head: [say.country, say.signatures],
      rows: Object.entries(counts.byCountry).map(([code, count]) => [
        countryName(locale, code),
        number(count),
      ]),
    },
    {
      title: say.byState,
      head: [say.state, say.signatures],
      rows: [...Object.entries(states).map(([code, count]) => [stateNames.of(code), number(count)]), ...rest],
      note: words(locale).packs.manifest.usStates(are, content.states.statesOfPack),
    },
    {
      title: say.leftOutSignatures,
      head: [say.reason, say.signatures],
      rows: left(counts.signaturesLeftOut, leftOut.signatures),
      note: say.leftOutNote,
    },
    {
      title: say.leftOutLetters,
      head: [say.reason, say.letters],
      rows: left(counts.lettersLeftOut, leftOut.letters),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** Postal abbreviations stay: readers in the United States look for them. */
const stateNames = { of: (code: string) => code };

function pledgeTables({ totals }: PackContent): PaperTable[] {
  const { paper: say } = words(locale).packs;
  const rows = totalsRows(totals);
  if (rows.length === 0 || !totals?.published) return [];
  const figure = (text: string | null) => (text === null ? "–" : number(Number(text)));
  return [
    {
      title: say.pledges(totals.meeting.year),
      head: [say.group, say.holders, say.shares],
      rows: rows.map(({ split, group, cell }) => [
        say.groupOf(split, group),
        number(cell.holders),
        figure(cell.wholeShares),
      ]),
      note: say.pledgesNote(formatDate(locale, totals.published.publishedAt)),
    },
  ];
}
