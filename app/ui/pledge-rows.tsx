import { Children, type ReactNode } from "react";
import type { Holding } from "#app/domain/entries/pledges/pledge.ts";
import { bucketBounds } from "#app/domain/entries/pledges/pledge.ts";
import type { PledgeSummary } from "#app/domain/entries/pledges/pledge-summary.ts";
import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { formatDate, formatNumber, type Words } from "#app/i18n/index.ts";
import { formatMonth } from "#app/i18n/known-date.ts";
import { useLocale, useWords } from "./locale.tsx";
import { QuotingSentence } from "./quoting-sentence.tsx";

type Rows = { term: string; detail: ReactNode }[];

/** Returns a pledge's answers as rows, except the shares. `agreed`: the consents given with it. */
export function usePledgeRows(
  pledge: PledgeSummary,
  shares: string,
  agreed?: { updates: boolean; contactCofile: boolean },
): Rows {
  const { told } = useWords().pledgeSummary;
  const locale = useLocale();
  const { kind, meeting, intentions, willing, comment, accountFlags, heldSinceMonth, tenureBucket } = pledge;
  const meant = kind === "fund" ? told.wishes : told.intentions;
  const intended = intentions.map(({ item, intention }) =>
    item === null ? (
      told.intends({ item, intention: meant[intention] })
    ) : (
      <QuotingSentence
        key={item.title}
        say={(title) => told.intends({ item: told.item(item.number, title), intention: meant[intention] })}
        words={item.title}
        language={item.titleLanguage}
      />
    ),
  );
  const since = heldSinceMonth
    ? formatMonth(locale, heldSinceMonth)
    : tenureBucket && told.tenures[tenureBucket];
  const rows: [string, ReactNode][] = [
    [told.meeting, meetingText(told, pledge.company, meeting, (day) => formatDate(locale, day))],
    [told.as, told.kinds[kind]],
    [told.heldAs, kind !== "fund" && forJurisdiction(told.holdingForms[pledge.holdingForm], meeting)],
    [told.manager, pledge.fundManager && <bdi key="manager">{pledge.fundManager}</bdi>],
    [told.shares, shares],
    [told.heldSince, since],
    [
      told.account,
      accountFlags.length > 0 && told.listed(accountFlags.map((flag) => told.accountFlags[flag])),
    ],
    [
      told.onRecordDate,
      pledge.heldOnRecordDate !== "not_applicable" && told.recordDateHoldings[pledge.heldOnRecordDate],
    ],
    [
      told.standing,
      pledge.standingInstruction !== "unsure" && told.standingInstructions[pledge.standingInstruction],
    ],
    [
      kind === "fund" ? told.wish : told.intend,
      intended.length ? <Lines key="lines" of={intended} /> : kind !== "fund" && told.intendNothing,
    ],
    [told.willing, willing.length > 0 && told.listed(willing.map((one) => told.willingnesses[one]))],
    [told.comment, comment],
    [told.shownAs, told.displays[pledge.display]],
    [told.agreedTo, agreed ? told.agreed(agreed) : null],
  ];
  return rows.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}

const Lines = ({ of }: { of: readonly ReactNode[] }) =>
  Children.map(of, (line) => <span className="each">{line}</span>);

type SummaryWords = Words["pledgeSummary"]["told"];

function meetingText(
  say: SummaryWords,
  company: string,
  { year, on, checked }: PledgeSummary["meeting"],
  day: (date: string) => string,
): string {
  if (on === null) return say.meetingUndated(company, year);
  return say.meetingOn(company, checked ? day(on) : `${day(on)} ${say.unchecked}`);
}

/** Writes a holding out, for the one person who may read it. */
export function useHoldingText(holding: Holding | null): string | null {
  const { told } = useWords().pledgeSummary;
  const locale = useLocale();
  if (holding === null) return null;
  if (holding.shares !== null)
    return told.number(
      grouped(holding.shares, (whole) => formatNumber(locale, whole)),
      Number(holding.shares),
    );
  if (holding.bucket === "not_said") return told.sharesNotSaid;
  const [from, to] = bucketBounds[holding.bucket];
  return told.range(formatNumber(locale, from), formatNumber(locale, to));
}

/** Groups a decimal string's whole part and keeps its fraction: never converted to a float. */
function grouped(shares: string, format: (whole: bigint) => string): string {
  const [whole = "0", fraction] = shares.split(".");
  return fraction === undefined ? format(BigInt(whole)) : `${format(BigInt(whole))}.${fraction}`;
}
