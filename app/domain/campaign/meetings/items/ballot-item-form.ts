import { z } from "zod";
import {
  agreeOnSource,
  digitsField,
  lineField,
  refusing,
  sourceFields,
  sourceOf,
} from "#app/domain/campaign/forms/source-form.ts";
import { type BallotItem, ballotItemStatuses, proposers } from "#app/domain/campaign/meetings/meeting.ts";
import { recommendations } from "./proposer.ts";

/** What organizers enter about a proposal. */
export type BallotItemValues = Omit<BallotItem, "id" | "verifiedAt" | "verifiedBy">;

const title = lineField("title", 200).refine((text) => text !== null, {
  message: "title-missing",
  abort: true,
});

const number = z
  .string()
  .optional()
  .transform((digits) => digits?.trim() || null)
  .refine((digits) => digits === null || /^[1-9]\d?$/.test(digits), { message: "item-number", abort: true })
  .transform((digits) => (digits === null ? null : Number(digits)));

const recommendation = z.preprocess(
  (value) => value || undefined,
  z.enum(recommendations, "recommendation-unknown").optional(),
);

const fields = (now: Date) => ({
  seen: z.string().max(100).optional(),
  number,
  title,
  proponent: lineField("proponent", 200),
  proposed_by: z.preprocess((value) => value || undefined, z.enum(proposers, "proposer-unknown").optional()),
  status: z.enum(ballotItemStatuses, "status-missing"),
  board_recommendation: recommendation,
  campaign_recommendation: recommendation,
  votes_for: digitsField,
  votes_against: digitsField,
  votes_abstain: digitsField,
  broker_non_votes: digitsField,
  reported_result: lineField("reported", 100),
  ...sourceFields(now),
});
type BallotItemForm = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** Parses a proposal. Only one that was voted on has votes, always both for and against. */
export const ballotItemForm = (now: Date) =>
  z.object(fields(now)).superRefine((form, issue) => {
    const refuse = refusing(issue);
    const counts = ["votes_for", "votes_against", "votes_abstain", "broker_non_votes"] as const;
    const counted = counts.some((field) => form[field] !== null);
    if (form.status !== "voted" && (counted || form.reported_result !== null)) refuse("status", "not-voted");
    if (counted && form.votes_for === null) refuse("votes_for", "votes-missing");
    if (counted && form.votes_against === null) refuse("votes_against", "votes-missing");
    agreeOnSource(form, refuse);
  });

/** Reads a proposal from a filled form. */
export const ballotItemOfForm = (form: BallotItemForm): BallotItemValues => ({
  number: form.number,
  title: form.title ?? "",
  proponent: form.proponent,
  proposedBy: form.proposed_by ?? null,
  status: form.status,
  boardRecommendation: form.board_recommendation ?? null,
  campaignRecommendation: form.campaign_recommendation ?? null,
  votesFor: form.votes_for,
  votesAgainst: form.votes_against,
  votesAbstain: form.votes_abstain,
  brokerNonVotes: form.broker_non_votes,
  reportedResult: form.reported_result,
  ...sourceOf(form),
});
