import type {
  FundOutcome,
  HoldingForm,
  PledgeKind,
  PledgeOutcome,
  Verification,
  Willingness,
} from "#app/domain/entries/pledges/pledge.ts";

/**
 * The state of a pledge, as the list sorts them: `waiting` ones are large and need somebody to look at
 * them, `not_accepted` ones were checked. Older versions are in no list, only with their pledge.
 */
export const listedStates = ["active", "waiting", "email_pending", "withdrawn", "not_accepted"] as const;
export type ListedState = (typeof listedStates)[number];

/** What the list is narrowed down to; null is anything. Days are UTC, `YYYY-MM-DD`, both included. */
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

/** All pledges for a meeting. */
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

/** One pledge in a list: what was told, without what is held. */
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
