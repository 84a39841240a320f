import type { Db } from "#db/index.ts";
import { listMeetings } from "../meetings/queries.server.ts";
import { type MeetingTask, meetingTasks } from "../meetings/tasks.ts";
import { listCompaniesOf } from "./find-company.server.ts";

/** A task at one of a campaign's companies. `company`: its slug, if there are several. */
export type CompanyTask = MeetingTask & { company: string | null };

/** Lists what organizers should enter about the meetings of a campaign's companies. */
export async function listTasks(db: Db, campaignId: number, now: Date): Promise<CompanyTask[]> {
  const companies = await listCompaniesOf(db, campaignId);
  const tasks: CompanyTask[] = [];
  for (const { id, slug } of companies)
    for (const task of meetingTasks(await listMeetings(db, campaignId, id), now))
      tasks.push({ ...task, company: companies.length > 1 ? slug : null });
  return tasks;
}
