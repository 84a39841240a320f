import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { CampaignCompany } from "../campaign.ts";
import type { Meeting } from "./meeting.ts";
import { trustInMeeting } from "./trust.ts";

/**
 * The last day for something: the handover, holding shares for the vote, voting. `company`: whose meeting it
 * is, if the campaign has several companies.
 */
export type Deadline = {
  kind: "handover" | "record" | "vote";
  on: string;
  daysLeft: number;
  company?: string;
};

type Part = { company: Pick<CampaignCompany, "name" | "zone">; meeting: Meeting };

/** Returns the days ahead of a campaign with the meetings of all its companies, each by its own clocks. */
export function deadlinesOfCase(
  { handoverOn, zone, companies }: { handoverOn: string | null; zone: string; companies: readonly unknown[] },
  parts: readonly Part[],
  now: Date,
): Deadline[] {
  if (companies.length <= 1) return upcomingDeadlines({ handoverOn, zone }, parts[0]?.meeting ?? null, now);
  const ofMeetings = parts.flatMap(({ company: { name, zone }, meeting }) =>
    upcomingDeadlines({ handoverOn: null, zone }, meeting, now).map((day) => ({ ...day, company: name })),
  );
  return [...upcomingDeadlines({ handoverOn, zone }, null, now), ...ofMeetings].sort(soonest);
}

const soonest = (a: Deadline, b: Deadline) => a.on.localeCompare(b.on);

/**
 * Returns the days still ahead at `now`, soonest first, by the clocks of its company. Those of a meeting
 * appear only once an organizer has verified them.
 */
export function upcomingDeadlines(
  { handoverOn, zone }: { handoverOn: string | null; zone: string },
  meeting: Meeting | null,
  now: Date,
): Deadline[] {
  const today = dayInZone(zone, now);
  const known = meeting && trustInMeeting(meeting, now) !== "unverified" ? meeting : null;
  const voting = known?.voteBy && known.voteBy > now ? dayInZone(zone, known.voteBy) : null;
  const days = [
    { kind: "handover", on: handoverOn },
    { kind: "record", on: known?.recordDate ?? null },
    { kind: "vote", on: voting },
  ] as const;
  return days
    .flatMap(({ kind, on }) =>
      on === null || on < today
        ? []
        : [{ kind, on, daysLeft: (Date.parse(on) - Date.parse(today)) / 86_400_000 }],
    )
    .sort(soonest);
}
