import { type Chosen, day, oneOf, wholeOf } from "#app/domain/base/list.ts";
import {
  type FundOutcome,
  type HoldingForm,
  holdingForms,
  type PledgeKind,
  type PledgeOutcome,
  pledgeKinds,
  pledgeOutcomes,
  type Verification,
  verifications,
  type Willingness,
  willingnesses,
} from "#app/domain/entries/pledges/pledge.ts";

/**
 * States that the list sorts by. `waiting`: large, needs review. `not_accepted`: refused in review. Older
 * versions are only on the page of their pledge.
 */
export const listedStates = ["active", "waiting", "email_pending", "withdrawn", "not_accepted"] as const;
export type ListedState = (typeof listedStates)[number];

/** The list's filters, besides its meeting. */
export const pledgeFilters = {
  state: oneOf(listedStates),
  kind: oneOf(pledgeKinds),
  holding: oneOf(holdingForms),
  verification: oneOf(verifications, { option: "level", help: "only this verification level" }),
  willing: oneOf(willingnesses),
  outcome: oneOf(pledgeOutcomes),
  from: day("from this day"),
  to: day("through this day"),
};

export type PledgeFilter = Chosen<typeof pledgeFilters>;

export const wholePledgeList = wholeOf(pledgeFilters);

/** A pledge as listed, without its holding. */
export type ListedPledge = {
  publicId: string;
  /** When this version was sent, ISO 8601. */
  pledgedAt: string;
  version: number;
  name: string;
  email: string;
  country: string;
  kind: PledgeKind;
  holdingForm: HoldingForm;
  verification: Verification;
  state: ListedState;
  outcome: PledgeOutcome;
  fundOutcome: FundOutcome;
  willing: Willingness[];
};
