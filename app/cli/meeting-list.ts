import { withDatabase } from "./environment.ts";
import { keeperOf, requireMeeting, yearOf } from "./meeting.ts";
import { exitCodes, readOptions, required, tell } from "./old.ts";
import { table } from "./table.ts";

const text = { type: "string" } as const;
const asJson = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? `${inner}` : inner)));
const moment = (time: Date | null) => time?.toISOString().slice(0, 16).replace("T", " ") ?? "not known";

/** The meetings of the company, the latest first. */
export async function meetingList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("meeting list", async (opened) => {
    const { meetings } = await keeperOf(opened, slug);
    const rows = meetings.map(({ year, status, meetingOn, recordDate, voteBy, items, verifiedBy }) => [
      ...[year, status, meetingOn ?? "not known", recordDate ?? "not known", moment(voteBy)],
      ...[items.length, verifiedBy ?? "not verified"],
    ]);
    const headings = ["year", "state", "meets", "record date", "vote by (UTC)", "proposals", "verified by"];
    const lines = table(headings, rows);
    tell(json, { meetings: asJson(meetings) }, ...(lines.length > 0 ? lines : ["No meeting is known."]));
    return exitCodes.done;
  });
}

/** The proposals of one meeting. */
export async function itemList(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, { campaign: text, year: text });
  const slug = required(campaign, "campaign");
  const year = yearOf(given.year);
  return withDatabase("item list", async (opened) => {
    const { items } = requireMeeting((await keeperOf(opened, slug)).meetings, year);
    const rows = items.map(({ id, number, title, status, votesFor, votesAgainst, verifiedBy }) => [
      ...[id, number === null ? "–" : String(number), status],
      ...(votesFor === null ? ["–", "–"] : [String(votesFor), String(votesAgainst)]),
      ...[verifiedBy ?? "not verified", title],
    ]);
    const lines = table(["id", "item", "state", "for", "against", "verified by", "proposal"], rows);
    tell(json, { items: asJson(items) }, ...(lines.length > 0 ? lines : ["No proposal is known."]));
    return exitCodes.done;
  });
}
