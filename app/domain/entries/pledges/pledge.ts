/** Who pledges: a shareholder, a fund's holder (who has no vote), or somebody who decides for others. */
export const pledgeKinds = ["direct", "fund", "institution"] as const;
export type PledgeKind = (typeof pledgeKinds)[number];

/** How shares are held; it decides who sends the ballot and until when votes are accepted. */
export const holdingForms = [
  "broker",
  "registered",
  "employee_plan",
  "ira_brokerage",
  "foreign_broker",
  "unsure",
] as const;
export type HoldingForm = (typeof holdingForms)[number];

/** True where votes end on the company's last day: a trustee, or a broker abroad, ends earlier. */
export const votesToLastDay = (form: HoldingForm) =>
  form !== "employee_plan" && form !== "foreign_broker" && form !== "unsure";

/**
 * Ranges for those who prefer not to give a number, with their bounds. The last ends where review begins:
 * larger holdings need a number. Who would rather not say adds no shares to any sum.
 */
export const bucketBounds = {
  "1-9": [1, 9],
  "10-99": [10, 99],
  "100-999": [100, 999],
  "1000-9999": [1000, 9999],
  "10000-99999": [10_000, 99_999],
  "100000+": [100_000, 10_000_000],
  not_said: [0, 0],
} as const satisfies Record<string, readonly [number, number]>;
export type SharesBucket = keyof typeof bucketBounds;
export const sharesBuckets = Object.keys(bucketBounds) as [SharesBucket, ...SharesBucket[]];
export type SharesRange = Exclude<SharesBucket, "not_said">;
export const sharesRanges = sharesBuckets.filter((bucket) => bucket !== "not_said") as [
  SharesRange,
  ...SharesRange[],
];

/** A holding as stated: a decimal string in plain digits, or a range. A fund pledge has none. */
export type Holding = { shares: string; bucket: null } | { shares: null; bucket: SharesBucket };

/** From the years of Rule 14a-8: one, two, three. */
export const tenureBuckets = [
  "under_1_year",
  "1_to_2_years",
  "2_to_3_years",
  "3_years_or_more",
  "unsure",
] as const;
export type TenureBucket = (typeof tenureBuckets)[number];

export const accountFlags = ["cash", "margin", "lending", "unsure"] as const;
export type AccountFlag = (typeof accountFlags)[number];

export const recordDateHoldings = ["yes", "no", "unsure", "not_applicable"] as const;
export type RecordDateHolding = (typeof recordDateHoldings)[number];

export const standingInstructions = ["yes", "no", "unsure"] as const;
export type StandingInstruction = (typeof standingInstructions)[number];

export const voteIntentions = ["for", "against", "abstain", "undecided"] as const;
export type VoteIntention = (typeof voteIntentions)[number];

/** What else a holder would do. */
export const willingnesses = ["cofile", "attend", "ask_question", "write_ir", "media"] as const;
export type Willingness = (typeof willingnesses)[number];

/** How well a holding is verified, ascending. The first two are the holder's word alone. */
export const verifications = [
  "self_reported",
  "email_confirmed",
  "document_checked",
  "broker_letter",
] as const;
export type Verification = (typeof verifications)[number];
/** Levels at which an organizer has checked papers. */
export const checkedLevels = ["document_checked", "broker_letter"] as const satisfies readonly Verification[];
export type CheckedLevel = (typeof checkedLevels)[number];

/** Only `active` counts. `flagged` waits for review, or was refused there. */
export const pledgeStatuses = ["email_pending", "active", "flagged", "withdrawn", "superseded"] as const;
export type PledgeStatus = (typeof pledgeStatuses)[number];

export const pledgeOutcomes = [
  "voted",
  "voted_as_pledged",
  "voted_otherwise",
  "did_not_vote",
  "unknown",
] as const;
export type PledgeOutcome = (typeof pledgeOutcomes)[number];
/** `voted`: in one tap, without saying how. */
export const knownOutcomes = ["voted", "voted_as_pledged", "voted_otherwise", "did_not_vote"] as const;
export type KnownOutcome = (typeof knownOutcomes)[number];

/** What fund holders report about their letter to the manager; with the first four it was sent. */
export const knownFundOutcomes = [
  "supports",
  "declines",
  "no_position",
  "no_answer",
  "policy",
  "not_yet",
  "not_sent",
] as const;
export type KnownFundOutcome = (typeof knownFundOutcomes)[number];
export type FundOutcome = KnownFundOutcome | "unknown";

/** Answers after which a fund's holder is asked nothing more. */
export const finalFundOutcomes = [
  "supports",
  "declines",
  "no_position",
  "policy",
  "not_sent",
] as const satisfies readonly KnownFundOutcome[];

export const isFinal = (outcome: FundOutcome) => finalFundOutcomes.some((final) => final === outcome);

/** Whole shares; larger pledges wait for review. */
export const reviewAbove = 10_000_000;

/** The month the shares were first sold: nobody has held them longer. */
export const firstHeldMonth = "1986-03";

/** Version of the disclosures next to every form; raise it when their meaning changes. */
export const disclosureVersion = "2026-12";

export const maxFundManagerLength = 100;

/** Smaller groups of holders are never shown, and no public total moves for fewer changes. */
export const groupAtLeast = 5;

/** Returns a number of people; null of too few. */
export const groupOf = (people: number | null): number | null =>
  people !== null && people >= groupAtLeast ? people : null;

/** Known outcomes needed to publish the share of those who voted. */
export const outcomesAtLeast = 20;

/** An intention for one ballot item, or in general (`item` null). */
export type Intention = { item: number | null; intention: VoteIntention };

/** A holder's answers in a form, without who they are. */
export type PledgeAnswers = {
  kind: PledgeKind;
  holdingForm: HoldingForm;
  /** Null for a fund pledge. */
  holding: Holding | null;
  /** `YYYY-MM` */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  accountFlags: readonly AccountFlag[];
  heldOnRecordDate: RecordDateHolding;
  standingInstruction: StandingInstruction;
  intentions: readonly Intention[];
  willing: readonly Willingness[];
  display: "anonymous" | "initials" | "public";
  comment: string | null;
  /** The fund's manager; null for other holdings, or if not given. */
  fundManager: string | null;
};
