import { z } from "zod";
import { proposerOf } from "#app/domain/campaign/meetings/items/proposer.ts";
import type { BallotItem } from "#app/domain/campaign/meetings/meeting.ts";
import { percentFor } from "#app/domain/campaign/meetings/result.ts";
import type { CountedVotes } from "#app/i18n/describe-votes.ts";

/** The votes of an item that pages and emails show. Plain digits. */
export const PublicVotes = z.object({
  /** Of the ballot item. */
  id: z.number(),
  number: z.number().nullable(),
  title: z.string(),
  /** The campaign recommends a vote on it. */
  recommended: z.boolean(),
  for: z.string(),
  against: z.string(),
  abstain: z.string().nullable(),
});
export type PublicVotes = z.output<typeof PublicVotes>;

type Item = Pick<
  BallotItem,
  | "id"
  | "number"
  | "title"
  | "status"
  | "proposedBy"
  | "proponent"
  | "campaignRecommendation"
  | "votesFor"
  | "votesAgainst"
  | "votesAbstain"
>;

/** Lists the votes that are public: those of the company's own items are not. */
export const publicVotes = (items: readonly Item[]): PublicVotes[] =>
  items.flatMap((item) => {
    const { id, number, title, votesFor, votesAgainst, votesAbstain } = item;
    const isPublic = item.status === "voted" && proposerOf(item) !== "company";
    if (!isPublic || votesFor === null || votesAgainst === null) return [];
    return [
      {
        id,
        number,
        title,
        recommended: item.campaignRecommendation !== null,
        for: `${votesFor}`,
        against: `${votesAgainst}`,
        abstain: votesAbstain === null ? null : `${votesAbstain}`,
      },
    ];
  });

/** Returns those that an email shows: those the campaign recommends a vote on, else all. */
export function emailedVotes(votes: readonly PublicVotes[]): readonly PublicVotes[] {
  const recommended = votes.filter((one) => one.recommended);
  return recommended.length > 0 ? recommended : votes;
}

/** An item whose votes differ. `was` null: they were not there; `is` null: they are no longer there. */
export type ChangedVotes = Pick<PublicVotes, "id" | "number" | "title"> & {
  was: CountedVotes | null;
  is: CountedVotes | null;
};

/** Lists items whose votes differ between two publications. */
export function changedVotes(before: readonly PublicVotes[], after: readonly PublicVotes[]): ChangedVotes[] {
  const changed = ({ id, number, title }: PublicVotes, was: PublicVotes | null, is: PublicVotes | null) => ({
    id,
    number,
    title,
    was: was && counted(was, is),
    is: is && counted(is, was),
  });
  const kept = after.flatMap((is) => {
    const was = before.find(({ id }) => id === is.id) ?? null;
    return was && isSame(was, is) ? [] : [changed(is, was, is)];
  });
  const gone = before.filter(({ id }) => after.every((is) => is.id !== id));
  return [...kept, ...gone.map((was) => changed(was, was, null))];
}

/** Lists those that an email shows, or showed. */
export function changedInEmail(
  before: readonly PublicVotes[],
  after: readonly PublicVotes[],
): ChangedVotes[] {
  const emailed = new Set([...emailedVotes(before), ...emailedVotes(after)].map(({ id }) => id));
  return changedVotes(before, after).filter(({ id }) => emailed.has(id));
}

const isSame = (one: PublicVotes, other: PublicVotes) =>
  one.for === other.for && one.against === other.against && one.abstain === other.abstain;

/** Names abstentions where they are what differs. */
const counted = (votes: PublicVotes, other: PublicVotes | null): CountedVotes => ({
  percent: percentFor(BigInt(votes.for), BigInt(votes.against)),
  for: votes.for,
  against: votes.against,
  abstain: other && other.abstain !== votes.abstain ? votes.abstain : null,
});
