import { sql } from "drizzle-orm";
import { countsAfterHours, countsForDays } from "#app/domain/access/approving.ts";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";

type RightPeriod = {
  since: string;
  until: string | null;
  givenByOperator: boolean;
  takenByOperator: boolean;
  holderId: string;
  holder: string;
  /** Null: the operator. */
  by: string | null;
};

const rightPeriod: Subject<RightPeriod> = {
  joins: sql`join right_periods h on h.id = d.right_period_id`,
  columns: sql`h.since, h.until, h.given_by_operator as "givenByOperator",
    h.taken_by_operator as "takenByOperator", holder.id as "holderId", holder.name as holder,
    giver.name as by`,
  further: sql`join organizers holder on holder.id = h.organizer_id
    left join organizers giver on giver.id = case when h.until is null then h.given_by_id
      else h.taken_by_id end`,
};

/** Tells a team that someone gained or lost the right to approve, as of now: the latest change wins. */
export const approverChanged = content({
  name: "approver-changed",
  kind: "organizer",
  to: "organizer",
  about: rightPeriod,
  write({ since, until, givenByOperator, takenByOperator, holderId, holder, by, ...row }, { common, url }) {
    const later = (from: string, hours: number) => new Date(new Date(from).getTime() + hours * 3_600_000);
    const counts = until
      ? !takenByOperator && later(until, countsForDays * 24)
      : !givenByOperator && later(since, countsAfterHours);
    return {
      props: {
        ...common,
        who: holder,
        isYou: holderId === row.personId,
        has: until === null,
        by,
        until: counts || null,
        teamUrl: url(`/organize/c/${row.slug}/team`),
      },
    };
  },
});
