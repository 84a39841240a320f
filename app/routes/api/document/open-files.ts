import { z } from "zod";
import { meetingStatuses } from "#app/domain/campaign/meetings/meeting.ts";
import {
  groupAtLeast,
  holdingForms,
  knownFundOutcomes,
  outcomesAtLeast,
  verifications,
  voteIntentions,
} from "#app/domain/entries/pledges/pledge.ts";

export const text = z.string();
export const url = z.string().meta({ format: "uri" });
export const day = z.string().meta({ format: "date" });
export const moment = z.string().meta({ format: "date-time", description: "In UTC." });
export const whole = z.int().nonnegative();
export const companySlug = text.describe("What forms call it: `company`, `consent_deliver`.");

/** Shares, votes and dollars: many programs read large numbers as floats. */
const digits = z.string().regex(/^\d+$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const readAt = moment.describe("When this was read, in UTC.");
const ofCampaign = {
  campaign: text.describe("Its slug."),
  company: text.describe("Its name; of several companies, all names."),
};

const companyCount = {
  holders: whole.describe(
    "Shareholders whose pledge counts, for themselves or for others, live; without fund holders.",
  ),
  wholeShares: digits
    .nullable()
    .describe(
      "Their whole shares as last published, where a number was given. Changes only after five or " +
        "more people change it, none by more than half; null while fewer than five gave a number, or " +
        "one has more than half.",
    ),
  letters: whole.describe(
    "Letters that their writers confirmed and did not withdraw, live; of erased writers, those that " +
      "were sent.",
  ),
};

/** `count.json`. */
export const Count = z.object({
  signatures: whole.describe("Confirmed signatures, live."),
  ...companyCount,
  companies: z
    .array(z.object({ company: companySlug, name: text, ...companyCount }))
    .optional()
    .describe("Only where there are several. `holders` and `letters` are then sums, `wholeShares` is null."),
  asOf: readAt,
});

const DispatchEmail = z
  .object({
    part: whole.describe("Its number."),
    letters: whole,
    names: whole,
    state: z
      .enum(["waiting", "sent", "accepted", "bounced", "unknown", "filed"])
      .describe("As of letters, or `waiting`: written and not sent yet."),
    sha256: sha256.describe("Of the whole message."),
    fileSha256s: z.array(sha256).describe("Of its attachments, in their order."),
  })
  .describe(
    "An email to the company. Hashes are hexadecimal: anyone who has the email can compare them. An " +
      "email with the letter of somebody who was erased since cannot be made again from what is kept.",
  );

const Reply = z
  .object({ publicId: z.uuid(), receivedOn: day, fromWhom: text, text })
  .describe("A reply, as an organizer recorded it.");

const Dispatch = z
  .object({
    number: whole,
    company: companySlug.optional().describe("Only where there are several: its slug."),
    kind: z
      .enum(["consolidated", "individual"])
      .describe("A letter of the campaign over annexes, or letters each in an email of its own."),
    state: z
      .enum(["sending", "paused", "sent", "filed", "cancelled"])
      .describe(
        "`filed`: it has ended, and all its emails were saved to files: none was sent, as no email " +
          "provider is set.",
      ),
    recipient: text,
    startedOn: day.describe("In UTC."),
    approvedAlone: z.boolean().describe("True if the campaign has one organizer who may approve."),
    letters: whole.describe("In its emails, except those saved to a file."),
    names: whole.describe("The same."),
    filed: z
      .object({ mails: whole, letters: whole, names: whole })
      .describe("Emails that were saved to a file and not sent, with their letters and names."),
    mails: z.array(DispatchEmail),
    back: z
      .object({ letters: whole, names: whole })
      .describe("Of emails that did not arrive: they wait for a later dispatch."),
    replies: z.array(Reply),
  })
  .describe("Letters on their way to the company.");

const companyLedger = {
  recipients: z
    .array(text)
    .describe(
      "Names of those a letter can be addressed to, the default first; empty if organizers opened none.",
    ),
  letters: whole.describe("Letters that their writers confirmed and did not withdraw: the sum of `states`."),
  states: z.object({
    confirmed: whole.describe("Wait for the next dispatch, or first for moderation."),
    queued: whole.describe("In an approved dispatch, not handed over."),
    sent: whole.describe("The email service took them, or they were handed over in person."),
    accepted: whole.describe("The company’s server took them."),
    bounced: whole.describe("Came back, or were refused."),
    unknown: whole.describe("The answer was lost; they are not sent again by themselves."),
    filed: whole.describe("Saved to a file, not sent."),
    erased: whole.describe(
      "Handed over, and their writers were erased since. A letter that was never handed over, or " +
        "was only saved to a file, leaves the count with its writer.",
    ),
  }),
  apart: z
    .object({
      withdrawn: whole.describe("By their writers."),
      withdrawnAfter: whole.describe(
        "Of these, what the company has all the same: handed over before, or with a pack that was " +
          "made before.",
      ),
      refused: whole.describe("By an organizer."),
      selfReported: whole.describe("Writers who say that they also sent a letter themselves. Unverified."),
    })
    .describe("Not in the sum."),
};

const Ledger = z.object({
  ...ofCampaign,
  asOf: readAt,
  ...companyLedger,
  companies: z
    .array(z.object({ company: companySlug, name: text, ...companyLedger }))
    .optional()
    .describe(
      "Only where there are several, in their order. `recipients` is then empty; `letters`, " +
        "`states` and `apart` are sums.",
    ),
  dispatches: z.array(Dispatch).describe("All that have begun, newest first."),
});

const Cell = z
  .object({
    holders: whole,
    wholeShares: digits
      .nullable()
      .describe(
        "Of those who gave a number, rounded down for each; null under five people, or if one has " +
          "more than half.",
      ),
    ranges: z
      .object({
        holders: whole.describe("Includes those who would rather not say, who add nothing."),
        min: digits,
        max: digits,
      })
      .nullable()
      .describe(
        "Of those who gave a range; null as above. No midpoint is made of a range. The highest has " +
          "no upper end and counts up to 10,000,000.",
      ),
  })
  .describe("The figures of one group.");

const cells = <const Group extends string>(groups: readonly Group[]) => z.partialRecord(z.enum(groups), Cell);

const Published = z
  .object({
    publishedAt: moment.describe(
      "When any of it last moved, in UTC. A figure moves only when at least five people changed it, " +
        "none of them by more than half, so parts may be of different minutes and need not add up to " +
        "the whole.",
    ),
    all: Cell.nullable().describe("Self-reported and checked **together**."),
    byVerification: cells(verifications).describe("The first two are the holder’s word alone."),
    byHolding: cells(holdingForms),
    byKind: cells(["direct", "institution"]),
    byIntention: cells(voteIntentions).describe("What holders intend in general."),
    byItem: z
      .array(z.object({ number: whole.nullable(), title: text, byIntention: cells(voteIntentions) }))
      .describe("One for each ballot item that has any cell."),
    fundHolders: whole
      .nullable()
      .describe("Holders of funds, who have no vote and are in no other number; null under five."),
    groupsHidden: z.boolean().describe("True if holders are in groups that are not shown."),
  })
  .describe("Totals as last published.");

/** A figure, or why it is not shown. */
const derived = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.object({
    shown: z.boolean(),
    ...fields,
    why: z.enum(["unset", "unverified", "stale"]).optional().describe("Only if not shown."),
  });

const Meeting = z
  .object({
    year: whole,
    status: z.enum(meetingStatuses),
    dates: z
      .object({
        meetingOn: day.nullable(),
        meetingAt: moment.nullable(),
        recordDate: day.nullable(),
        ballotOpenOn: day.nullable(),
        voteBy: moment.nullable(),
        planVoteBy: moment.nullable(),
      })
      .describe("Days in the time zone of the company’s exchange, moments in UTC; null while unknown."),
    asOf: day.nullable().describe("The day that the dates are for."),
    trust: z.enum(["verified", "unverified", "stale"]).describe("`stale`: verified too long ago."),
    sourceUrl: url.nullable().describe("Null while unverified."),
  })
  .describe("A meeting that takes pledges.");

const meetingTotals = {
  meeting: Meeting.nullable().describe("Null if none is known."),
  holders: companyCount.holders,
  published: Published.nullable().describe(`Null under ${groupAtLeast} holders.`),
  valueInDollars: derived({ dollars: text.optional(), price: text.optional(), asOf: day.optional() })
    .nullable()
    .describe(
      "Null if no whole shares are published. Shown only while the share price is verified and at " +
        "most 7 days old.",
    ),
  voted: z
    .object({
      all: z
        .object({ known: whole, votedMin: whole, votedMax: whole })
        .describe("The two are equal unless fewer than five voted, or fewer than five did not."),
      byHolding: z.partialRecord(z.enum(holdingForms), z.object({ known: whole, voted: whole })),
      hidden: z.boolean().describe("True if a way of holding is left out."),
    })
    .nullable()
    .describe(`Null until ${outcomesAtLeast} outcomes are known.`),
  fundLetters: z
    .object({
      told: whole.describe("How many answered."),
      answers: z
        .partialRecord(z.enum(knownFundOutcomes), whole)
        .describe("The first four: sent, and what the manager said. `policy`: chose a voting policy."),
      hidden: z.boolean().describe("True if answers are left out."),
    })
    .nullable()
    .describe(
      "What fund holders say about their letters to managers, in no other number; null until five " +
        "answered.",
    ),
};

const Result = z
  .object({
    year: whole,
    number: whole.nullable(),
    title: text,
    percent: text
      .nullable()
      .describe("For / (for + against) with two decimals, once the votes are verified."),
    reported: text
      .nullable()
      .describe("As it was reported. Both are null while votes are recorded and not verified."),
    votesFor: digits.nullable(),
    votesAgainst: digits.nullable(),
    verified: z.boolean(),
    sourceUrl: url.nullable().describe("Only if verified."),
  })
  .describe("The result of a proposal.");

const companyTotals = {
  ...meetingTotals,
  onePercentagePoint: derived({
    shares: digits.optional(),
    outstanding: digits.optional(),
    asOf: day.optional(),
  })
    .nullable()
    .describe("Shown only while the number of shares outstanding is verified and at most 120 days old."),
  otherMeetings: z
    .array(z.object(meetingTotals))
    .describe(
      "Each other meeting that takes pledges, such as next year’s while this year’s vote is open, " +
        "and the last one that is over, if anyone pledged for it.",
    ),
  results: z.array(Result).describe("Of the latest three meetings that have any."),
};

const Totals = z.object({
  ...ofCampaign,
  asOf: readAt,
  suppression: z.object({ groupsUnder: whole, note: text }),
  ...companyTotals,
  companies: z
    .array(z.object({ company: companySlug, name: text, ...companyTotals }))
    .optional()
    .describe(
      "Only where there are several, in their order. `holders` is then their sum, and what else is " +
        "of one company is null or empty: shares of different companies make no sum.",
    ),
});

/** Schemas of the files of a campaign that any site may read, by their names in the API's document. */
export const openFiles = {
  Count,
  Ledger,
  Dispatch,
  DispatchEmail,
  Reply,
  Totals,
  Meeting,
  Published,
  Cell,
  Result,
};
