import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { formatDate, type Locale, words } from "#app/i18n/index.ts";
import type { Fact } from "./letter.ts";
import { type Proposal, proposalIn } from "./words.ts";

/** A pledge in its owner's emails. The number of shares is only on their page. */
export type Pledged = {
  pledge: {
    kind: "direct" | "fund" | "institution";
    holdingForm: "registered" | "broker" | "foreign_broker" | "employee_plan" | "ira_brokerage" | "unsure";
    /**
     * `on`: `YYYY-MM-DD`, if known. `checked`: verified against the company's papers. `unitedStates`: under
     * US law.
     */
    meeting: { year: number; on: string | null; checked: boolean; unitedStates: boolean };
    /** `item` null: in general. */
    intentions: { item: Proposal | null; intention: "for" | "against" | "abstain" | "undecided" }[];
    /** As far as the form asked. */
    heldOnRecordDate: "yes" | "no" | "unsure" | "not_applicable";
    willing: ("cofile" | "attend" | "ask_question" | "write_ir" | "media")[];
    display: "anonymous" | "initials" | "public";
    hasComment: boolean;
  };
  consents: { updates: boolean; contactCofile: boolean };
};

/** Lists meeting, pledge, display, consents and what we hold, as rows. */
export function pledgedFacts(locale: Locale, { pledge, consents }: Pledged, company: string): Fact[] {
  const { told } = words(locale).pledgeSummary;
  const mail = words(locale).pledgeMail;
  const { kind, holdingForm, intentions, willing, display, hasComment } = pledge;
  const meant = kind === "fund" ? told.wishes : told.intentions;
  const intended = intentions.map(({ item, intention }) =>
    told.intends({ item: item && proposalIn(locale, item), intention: meant[intention] }),
  );
  return [
    { label: told.meeting, value: meetingWords(locale, pledge.meeting, company) },
    { label: told.as, value: told.kinds[kind] },
    ...(kind === "fund"
      ? []
      : [{ label: told.heldAs, value: forJurisdiction(told.holdingForms[holdingForm], pledge.meeting) }]),
    { label: told.shares, value: kind === "fund" ? told.sharesNone : told.sharesInMail },
    ...(pledge.heldOnRecordDate === "not_applicable"
      ? []
      : [{ label: told.onRecordDate, value: told.recordDateHoldings[pledge.heldOnRecordDate] }]),
    ...(kind === "fund" && intended.length === 0
      ? []
      : [
          {
            label: kind === "fund" ? told.wish : told.intend,
            value: intended.length ? intended : told.intendNothing,
          },
        ]),
    ...(willing.length
      ? [{ label: told.willing, value: told.listed(willing.map((one) => told.willingnesses[one])) }]
      : []),
    { label: told.shownAs, value: told.displays[display] },
    { label: told.agreedTo, value: told.agreed(consents) },
    { label: mail.weHold, value: mail.held({ comment: hasComment, holding: kind !== "fund" }) },
  ];
}

/** A meeting by company and year, with its day if known: marked while unverified. */
function meetingWords(
  locale: Locale,
  { year, on, checked }: Pledged["pledge"]["meeting"],
  company: string,
): string {
  const { told } = words(locale).pledgeSummary;
  if (on === null) return told.meetingUndated(company, year);
  const date = formatDate(locale, on);
  return told.meetingOn(company, checked ? date : `${date} ${told.unchecked}`);
}
