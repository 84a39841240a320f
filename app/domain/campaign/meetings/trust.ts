import { dayInZone } from "#app/domain/base/zone-clock.ts";
import {
  type BallotItem,
  type CoFilingRule,
  type IssuerSnapshot,
  type Meeting,
  type Provenance,
  type Trust,
  trustIn,
} from "./meeting.ts";

/** Keeps a meeting's dates from aging once it is over or its day past: they cannot move. */
export const trustInMeeting = (
  meeting: Pick<Meeting, "zone" | "status" | "meetingOn" | "asOf" | "verifiedAt">,
  now: Date,
): Trust => trustIn(meeting, "meeting", now, isOver(meeting, now));

const isOver = ({ zone, status, meetingOn }: Pick<Meeting, "zone" | "status" | "meetingOn">, now: Date) =>
  status === "closed" || status === "results" || (meetingOn !== null && meetingOn < dayInZone(zone, now));

/** Keeps a vote, exclusion or withdrawal from aging. */
export const trustInItem = (item: Pick<BallotItem, "status" | "asOf" | "verifiedAt">, now: Date): Trust =>
  trustIn(item, "meeting", now, ["voted", "excluded", "withdrawn"].includes(item.status));

/** Ages each of a company's figures at its own pace. */
export const trustInFigures = (figures: Pick<IssuerSnapshot, "asOf" | "verifiedAt">, now: Date) => ({
  price: trustIn(figures, "price", now),
  sharesOutstanding: trustIn(figures, "sharesOutstanding", now),
});

export const trustInCompany = (company: Pick<Provenance, "asOf" | "verifiedAt">, now: Date): Trust =>
  trustIn(company, "company", now);

export const trustInRule = (rule: Pick<CoFilingRule, "asOf" | "verifiedAt">, now: Date): Trust =>
  trustIn(rule, "rule", now);
