import { z } from "zod";
import { latestDay } from "#app/domain/base/zone-clock.ts";
import {
  dayField,
  digitsField,
  httpsField,
  lineField,
  refusing,
} from "#app/domain/campaign/forms/source-form.ts";
import { proposerOf } from "#app/domain/campaign/meetings/items/proposer.ts";
import { type BallotItem, type Proposer, proposers } from "#app/domain/campaign/meetings/meeting.ts";
import type { FiledItem } from "./read-filed-votes.ts";

/** The result of one item. Votes are plain digits; abstentions and broker non-votes may be unknown. */
export const FiledResult = z.object({
  number: z.number().int().min(1).max(99),
  title: z.string(),
  /** The filing's own title, if it differs. */
  filedTitle: z.string().optional(),
  /** Missing: what is stored stays; a new item is the company's. */
  proposedBy: z.enum(proposers).optional(),
  for: z.string(),
  against: z.string(),
  abstain: z.string().nullable(),
  brokerNonVotes: z.string().nullable(),
});
export type FiledResult = z.output<typeof FiledResult>;

/** Items of a meeting that a form takes. */
export const maxResultItems = 40;

const counts = ["for", "against", "abstain", "broker"] as const;
const rowNumbers = Array.from({ length: maxResultItems }, (_, n) => n);

const rowFields = (n: number) => ({
  [`number_${n}`]: z
    .string()
    .optional()
    .transform((digits) => digits?.trim() || null)
    .refine((digits) => digits === null || /^[1-9]\d?$/.test(digits), "item-number"),
  [`title_${n}`]: lineField("title", 200),
  [`filed_${n}`]: z.string().max(200).optional(),
  [`by_${n}`]: z.preprocess((value) => value || undefined, z.enum(proposers, "proposer-unknown").optional()),
  ...Object.fromEntries(counts.map((count) => [`${count}_${n}`, digitsField])),
});

type Row = Record<(typeof counts)[number], bigint | null> & {
  number: string | null;
  title: string | null;
  filed?: string;
  by?: Proposer;
};

const rowOf = (form: Record<string, unknown>, n: number) =>
  Object.fromEntries(
    ["number", "title", "filed", "by", ...counts].map((name) => [name, form[`${name}_${n}`]]),
  ) as Row;

/** Parses a result for a person to have compared with its filing: a row without votes is left out. */
export const resultForm = (now: Date) =>
  z
    .object({
      source_url: httpsField,
      as_of: dayField.refine((day) => day === null || day <= latestDay(now), "as-of-future"),
      ...Object.assign({}, ...rowNumbers.map(rowFields)),
    })
    .superRefine((form, issue) => {
      const refuse = refusing(issue);
      if (form.source_url === null) refuse("source_url", "source-missing");
      if (form.as_of === null) refuse("as_of", "as-of-missing");
      const numbers = new Set<string>();
      for (const n of rowNumbers) {
        const row = rowOf(form, n);
        if (counts.every((count) => row[count] === null)) continue;
        if (row.number === null || numbers.has(row.number)) refuse(`number_${n}`, "item-number");
        if (row.title === null) refuse(`title_${n}`, "title-missing");
        if (row.for === null) refuse(`for_${n}`, "votes-missing");
        if (row.against === null) refuse(`against_${n}`, "votes-missing");
        if (row.number !== null) numbers.add(row.number);
      }
      if (numbers.size === 0) refuse("source_url", "result-empty");
    });

/** Reads the items of a filled form, with their source. */
export const resultOfForm = (form: Record<string, unknown>) => ({
  results: resultsOf(form),
  sourceUrl: String(form.source_url),
  asOf: String(form.as_of),
});

function resultsOf(form: Record<string, unknown>): FiledResult[] {
  return rowNumbers.flatMap((n) => {
    const row = rowOf(form, n);
    if (row.number === null || row.for === null || row.against === null) return [];
    return [
      {
        number: Number(row.number),
        title: row.title ?? "",
        ...(row.filed && differs(row.filed, row.title ?? "") && { filedTitle: row.filed }),
        ...(row.by && { proposedBy: row.by }),
        for: `${row.for}`,
        against: `${row.against}`,
        abstain: row.abstain === null ? null : `${row.abstain}`,
        brokerNonVotes: row.broker === null ? null : `${row.broker}`,
      },
    ];
  });
}

type Known = Pick<
  BallotItem,
  | "number"
  | "title"
  | "status"
  | "proposedBy"
  | "proponent"
  | "boardRecommendation"
  | "campaignRecommendation"
  | "votesFor"
  | "votesAgainst"
  | "votesAbstain"
  | "brokerNonVotes"
>;

/** Fills the form with the items known here, and the votes they have. */
export const fieldsOfKnown = (known: readonly Known[]) =>
  fieldsOfFiled(
    known.flatMap(({ number, title }) => (number === null ? [] : [{ number, title, votes: null }])),
    known,
  );

/** Fills the form with a filing's items, by the titles they have here; what it leaves out, as stored. */
export const fieldsOfFiled = (items: readonly FiledItem[], known: readonly Known[]) =>
  Object.fromEntries(
    items.slice(0, maxResultItems).flatMap(({ number, title, votes, unread }, n) => {
      const here = known.find((item) => item.number === number);
      return Object.entries({
        [`number_${n}`]: `${number}`,
        [`title_${n}`]: here?.title ?? title,
        [`filed_${n}`]: here && differs(title, here.title) ? title : "",
        [`unread_${n}`]: unread ?? "",
        [`by_${n}`]: likelyProposer(here, title),
        [`for_${n}`]: grouped(votes?.for ?? here?.votesFor),
        [`against_${n}`]: grouped(votes?.against ?? here?.votesAgainst),
        [`abstain_${n}`]: grouped(votes?.abstain ?? here?.votesAbstain),
        [`broker_${n}`]: grouped(votes?.brokerNonVotes ?? here?.brokerNonVotes),
      });
    }),
  );

/** Numbers alone match a filing's items to ours, so a person compares titles that differ. */
const differs = (one: string, other: string) => lettersOf(one) !== lettersOf(other);
const lettersOf = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** What organizers enter before a vote is usually a shareholder's, unless the board recommends it. */
function likelyProposer(here: Known | undefined, title: string): Proposer | "" {
  if (!here)
    return /\b(?:share|stock)holder (?:proposal|resolution)/i.test(title) ? "shareholder" : "company";
  const ahead = here.status !== "voted" && here.boardRecommendation !== "for";
  return proposerOf(here) ?? (ahead ? "shareholder" : "");
}

const grouped = (count: string | bigint | null | undefined) =>
  count === null || count === undefined ? "" : BigInt(count).toLocaleString("en-US");
