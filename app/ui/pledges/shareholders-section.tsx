import type { CasePageData } from "#app/domain/pages/case-page.ts";
import type { CasePlan } from "#app/domain/pages/case-plan.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Deadlines } from "#app/ui/case/deadlines.tsx";
import { BarRows, DataTable } from "#app/ui/case/pictures/drawing.tsx";
import { Fact, Line, Told } from "#app/ui/case/scene.tsx";
import { Section } from "#app/ui/case/section.tsx";
import { SourceLine } from "#app/ui/case/source-line.tsx";
import { WithQuotes } from "#app/ui/case/with-quotes.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { useResultText } from "./result-text.ts";

type ShareholdersProps = { page: CasePageData; plan: CasePlan; number: number };

/** Shows what shareholders did, as bars, next to what they can do. */
export function ShareholdersSection({ page, plan: { votes, matters }, number }: ShareholdersProps) {
  const { totals, case: cases } = useWords();
  const opinions = matters.filter(({ kind }) => kind === "opinion");
  const reported = matters.filter(({ kind }) => kind !== "opinion");
  return (
    <Section
      id="shareholders"
      heading={votes?.picture.heading ?? totals.onCase.heading}
      number={number}
      look="holders"
    >
      {votes && <Fact claim={votes} />}
      {opinions.length > 0 && (
        <div className="ours">
          <h3 className="kind of-opinion">
            {cases.kinds.opinion.label} · {cases.sections.matters}
          </h3>
          {opinions.map((claim) => (
            <p key={claim.number} lang={claim.language}>
              <WithQuotes of={claim.brief ?? claim.text} claim={claim} />{" "}
              <InLanguage language={claim.language} />
            </p>
          ))}
        </div>
      )}
      <div className={votes ? "votes-part" : undefined}>
        {votes && (
          <figure>
            <Votes page={page} votes={votes} />
            <Told claims={reported} />
            <SourceLine claim={votes} told={reported} note={cases.pictures.bars.method} />
          </figure>
        )}
        {!votes && reported.map((claim) => <Line key={claim.number} claim={claim} />)}
        <Panel {...page} />
      </div>
    </Section>
  );
}

/** Results of votes and, for those without results and the coming one, an empty bar. */
function Votes({
  page: { results, awaited, pledges },
  votes,
}: {
  page: CasePageData;
  votes: NonNullable<CasePlan["votes"]>;
}) {
  const { case: cases, totals } = useWords();
  const { bars: say } = cases.pictures;
  const locale = useLocale();
  const textOf = useResultText();
  const { rows } = votes.picture;
  const typed = rows.map(({ year, label, qualifier, percent, apart }) => ({
    year,
    label,
    value: `${cases.figure.qualifiers[qualifier]}${formatNumber(locale, percent)}%`,
    percent,
    apart,
    language: votes.language,
  }));
  const later = results.flatMap((result) =>
    result.drawn === null || rows.some(({ year }) => year === result.year)
      ? []
      : [
          {
            year: result.year,
            label: result.title,
            value: textOf(result) ?? "",
            percent: result.drawn,
            apart: false,
            language: result.titleLanguage,
          },
        ],
  );
  const known = [...typed, ...later];
  const unknown = awaited
    .filter(({ year }) => !known.some((one) => one.year === year))
    .map(({ year, state }) => emptyRow(year, totals.status[state]));
  const [first] = pledges;
  if (first && ![...known, ...unknown].some(({ year }) => year >= first.meeting.year))
    unknown.push(emptyRow(first.meeting.year, say.notYet));
  const inOrder = [...known, ...unknown].sort((a, b) => a.year - b.year);
  const shown = inOrder.map(({ year, label, value, percent, apart, language }) => ({
    key: `${year} ${label}`,
    lead: String(year),
    label: <QuotingSentence say={(text) => text} words={label} language={language} />,
    value,
    percent,
    look: apart ? ("was" as const) : ("done" as const),
  }));
  return (
    <>
      <BarRows rows={shown} half={say.half} />
      <DataTable
        of={say.table}
        head={[say.proposal, say.share]}
        rows={inOrder.map(({ year, label, value, percent }) =>
          percent === null ? [String(year), label] : [`${year}, ${label}`, value],
        )}
      />
    </>
  );
}

const emptyRow = (year: number, label: string) => ({
  year,
  label,
  value: "",
  percent: null,
  apart: false,
  language: undefined,
});

/** What a shareholder can do, and how many pledged. */
function Panel({ campaign, pledges, deadlines }: CasePageData) {
  const { totals, case: cases } = useWords();
  const { onCase } = totals;
  const locale = useLocale();
  const to = useLocalizedPath();
  if (pledges.length === 0) return null;
  return (
    <div className="ballot">
      <h3>{cases.holders}</h3>
      {pledges.map(({ company, meeting, holders, published }) => (
        <p key={company.slug}>
          {onCase.ask(company.name, meeting.year)}
          {meeting.meetingOn === null && onCase.noDate}
          {onCase.count(holders, formatNumber(locale, holders))}
          {published?.all?.wholeShares &&
            onCase.shares(
              formatNumber(locale, BigInt(published.all.wholeShares)),
              formatDate(locale, published.publishedAt),
            )}
        </p>
      ))}
      <p>{onCase.fund}</p>
      <Deadlines deadlines={deadlines.filter(({ kind }) => kind !== "handover")} />
      {campaign.status === "open" && (
        <p className="do">
          <ButtonLink href={to(`/c/${campaign.slug}/pledge`)}>{totals.pledge}</ButtonLink>
        </p>
      )}
      <p className="later">
        <a href={to(`/c/${campaign.slug}/pledges`)}>{onCase.toTotals}</a>
      </p>
    </div>
  );
}
