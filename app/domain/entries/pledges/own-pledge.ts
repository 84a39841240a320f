import type { ReminderKind, ReminderState } from "#app/domain/entries/pledges/reminders/reminder.ts";
import type { HoldingView } from "./holding-view.ts";
import type { FundOutcome, Holding, PledgeOutcome, PledgeStatus, Verification } from "./pledge.ts";
import type { PledgeSummary } from "./pledge-summary.ts";
import type { ReminderOutcome } from "./reminder-outcome.ts";

/** A pledge with its holding, for its holder's own page. */
export type OwnPledge = PledgeSummary & {
  publicId: string;
  companyId: number;
  campaign: string;
  title: string;
  /** The language of the title, if other than requested. */
  titleLanguage: string | undefined;
  version: number;
  status: PledgeStatus;
  /** Null for a fund, and for a withdrawn pledge, whose holding is wiped. */
  holding: Holding | null;
  /** True if the holding is stored but cannot be decrypted. */
  unreadable: boolean;
  verification: Verification;
  verifiedAt: Date | null;
  disclosureVersion: string;
  attestedAt: Date;
  createdAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  reviewedAt: Date | null;
  outcome: PledgeOutcome;
  outcomeAt: Date | null;
  fundOutcome: FundOutcome;
  fundOutcomeAt: Date | null;
  /** False once its holder stopped reminders. */
  reminded: boolean;
  /** `dueOn`, `queuedOn`: days in the holder's time zone, `YYYY-MM-DD`. */
  reminders: {
    reminder: ReminderKind;
    state: ReminderState;
    dueAt: Date;
    dueOn: string;
    queuedAt: Date | null;
    queuedOn: string | null;
  }[];
  /** What to expect of reminders, or why there are none. */
  next: ReminderOutcome;
  looks: HoldingView[];
  /** Whether a new version can still be given. */
  canChange: boolean;
  /** Whether the outcome can be reported. */
  canTellOutcome: boolean;
};
