import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { anOrganizer, aSession } from "./organizers.ts";
import type { aSite } from "./site.ts";

type Site = Pick<Awaited<ReturnType<typeof aSite>>, "db" | "get" | "post">;

/** Reads what a page shows: without its scripts, and without React's marks between texts. */
export const htmlOf = async (answer: Response) =>
  (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, "").replaceAll("<!-- -->", "");

/** Signs in a new organizer of `campaign`, with every reauthentication. */
export async function signedIn(
  site: Site,
  campaign: { id: number },
  role: OrganizerRole = "owner",
  values: { name?: string } = {},
) {
  const organizer = await anOrganizer(site.db, { campaign, role, ...values });
  return { organizer, ...withSession(site, await aSession(site.db, organizer)) };
}

/** Sends requests with a session: `get` and `post` return the answer, `read` what the page shows. */
export function withSession(site: Site, token: string) {
  const cookie = `session=${token}`;
  const headers = { cookie };
  const get = (path: string) => site.get(path, headers);
  const post = (path: string, fields: Record<string, string> | URLSearchParams = {}) =>
    site.post(path, fields, headers);
  return { cookie, headers, get, post, read: async (path: string) => htmlOf(await get(path)) };
}
