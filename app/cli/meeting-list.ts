import { exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { keeperOf, requireMeeting, yearOf } from "./on-meeting.ts";

const text = { type: "string" } as const;
const asJson = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? `${inner}` : inner)));
const day = (time: Date | null) => time?.toISOString().slice(0, 16) ?? "not known";

/** The meetings of the company, the latest first. */
export async function meetingList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("meeting list", async (opened) => {
    const { meetings } = await keeperOf(opened, slug);
    const lines = meetings.map(({ year, status, meetingOn, recordDate, voteBy, items, verifiedBy }) =>
      [
        ...[year, status, `meets ${meetingOn ?? "not known"}`, `record date ${recordDate ?? "not known"}`],
        `vote by ${day(voteBy)} UTC`,
        `${items.length} proposals`,
        verifiedBy ? `verified by ${verifiedBy}` : "not verified",
      ].join("  "),
    );
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
    const lines = items.map(({ id, number, title, status, votesFor, votesAgainst, verifiedBy }) =>
      [
        ...[`id ${id}`, number === null ? "no number" : `item ${number}`, status, title],
        ...(votesFor === null ? [] : [`for ${votesFor}, against ${votesAgainst}`]),
        verifiedBy ? `verified by ${verifiedBy}` : "not verified",
      ].join("  "),
    );
    tell(json, { items: asJson(items) }, ...(lines.length > 0 ? lines : ["No proposal is known."]));
    return exitCodes.done;
  });
}
