import type { ReminderKind, ReminderState } from "#app/domain/entries/pledges/reminders/reminder.ts";
import type { HoldingView } from "./holding-view.ts";
import type { FundOutcome, Holding, PledgeOutcome, PledgeStatus, Verification } from "./pledge.ts";
import type { PledgeSummary } from "./pledge-summary.ts";

/** A pledge as the page of the person who holds it shows it, with the holding. */
export type OwnPledge = PledgeSummary & {
  publicId: string;
  companyId: number;
  /** Slug and title of the campaign. */
  campaign: string;
  title: string;
  /** The language of the title, where it is not the one that was asked for. */
  titleLanguage: string | undefined;
  version: number;
  status: PledgeStatus;
  /** Null for a fund, and for what is withdrawn: it is wiped then. */
  holding: Holding | null;
  /** True where the holding is stored and cannot be decrypted. */
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
  /** False once its holder asked for no more reminders. */
  reminded: boolean;
  /** `dueOn`, `queuedOn`: the days where the holder is, `YYYY-MM-DD`. */
  reminders: {
    reminder: ReminderKind;
    state: ReminderState;
    dueAt: Date;
    dueOn: string;
    queuedAt: Date | null;
    queuedOn: string | null;
  }[];
  looks: HoldingView[];
  /** Whether a new version can still be given. */
  canChange: boolean;
  /** Whether it can be told how it ended. */
  canTellOutcome: boolean;
};
