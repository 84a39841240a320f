import type {
  FundOutcome,
  HoldingForm,
  PledgeKind,
  PledgeOutcome,
  Verification,
  Willingness,
} from "#app/domain/entries/pledges/pledge.ts";

/**
 * States that the list sorts by. `waiting`: large, needs review. `not_accepted`: refused in review. Older
 * versions are only on the page of their pledge.
 */
export const listedStates = ["active", "waiting", "email_pending", "withdrawn", "not_accepted"] as const;
export type ListedState = (typeof listedStates)[number];

/** The list's filter; null: anything. Days are UTC, `YYYY-MM-DD`, both included. */
export type PledgeFilter = {
  state: ListedState | null;
  kind: PledgeKind | null;
  holding: HoldingForm | null;
  verification: Verification | null;
  willing: Willingness | null;
  outcome: PledgeOutcome | null;
  from: string | null;
  to: string | null;
};

export const wholePledgeList: PledgeFilter = {
  state: null,
  kind: null,
  holding: null,
  verification: null,
  willing: null,
  outcome: null,
  from: null,
  to: null,
};

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
