import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { trustInMeeting } from "#app/domain/campaign/meetings/trust.ts";
import type {
  AccountFlag,
  HoldingForm,
  Intention,
  PledgeKind,
  RecordDateHolding,
  StandingInstruction,
  TenureBucket,
  VoteIntention,
  Willingness,
} from "./pledge.ts";

type Summarized = {
  kind: PledgeKind;
  holdingForm: HoldingForm;
  company: string;
  willing: Willingness[];
  display: "anonymous" | "initials" | "public";
  comment: string | null;
  fundManager: string | null;
  /** `YYYY-MM` */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  accountFlags: AccountFlag[];
  heldOnRecordDate: RecordDateHolding;
  standingInstruction: StandingInstruction;
};

/** A pledge's answers as its owner reads them: items by title, without the holding. */
export type PledgeSummary = Summarized & {
  /**
   * `on`: `YYYY-MM-DD`. `checked`: verified against the company's papers, and fresh. `unitedStates`,
   * `coFiling`: from its law.
   */
  meeting: { year: number; on: string | null; checked: boolean; unitedStates: boolean; coFiling: boolean };
  /** `item` null: in general, which is first. */
  intentions: {
    item: { number: number | null; title: string; titleLanguage?: string | undefined } | null;
    intention: VoteIntention;
  }[];
};

/** Takes from a pledge what its owner may see of it at `at`. */
export function summarizePledge(
  pledge: Summarized & { meeting: Meeting; intentions: readonly Intention[] },
  at: Date,
): PledgeSummary {
  const { meeting, company, kind, holdingForm, willing, display, comment, heldSinceMonth } = pledge;
  const { tenureBucket, accountFlags, heldOnRecordDate, standingInstruction, fundManager } = pledge;
  const law = profileOf(meeting.jurisdiction);
  const itemOf = (id: number | null) => {
    const item = meeting.items.find((one) => one.id === id);
    return item ? { number: item.number, title: item.title, titleLanguage: item.titleLanguage } : null;
  };
  return {
    company,
    kind,
    holdingForm,
    willing,
    display,
    comment,
    heldSinceMonth,
    tenureBucket,
    accountFlags,
    heldOnRecordDate,
    standingInstruction,
    fundManager,
    meeting: {
      year: meeting.year,
      on: meeting.meetingOn,
      checked: trustInMeeting(meeting, at) === "verified",
      unitedStates: law.unitedStates,
      coFiling: law.coFiling !== null,
    },
    intentions: pledge.intentions
      .toSorted((a, b) => (a.item ?? 0) - (b.item ?? 0))
      .map(({ item, intention }) => ({ item: itemOf(item), intention })),
  };
}
