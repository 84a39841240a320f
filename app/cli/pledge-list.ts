import { chooseMeeting } from "#app/domain/campaign/meetings/choose-meeting.server.ts";
import { listPledges } from "#app/domain/entries/pledges/list-pledges.server.ts";
import { type Holding, verifications } from "#app/domain/entries/pledges/pledge.ts";
import { listedStates, wholePledgeList } from "#app/domain/entries/pledges/pledge-list.ts";
import { readPledge } from "#app/domain/entries/pledges/read-pledge.server.ts";
import { viewHolding } from "#app/domain/entries/pledges/view-holding.server.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { yearOf } from "./meeting.ts";
import { CommandFailed, exitCodes, tell } from "./old.ts";
import { idOf, type OnCampaign, onCampaign, oneOf } from "./on-campaign.ts";
import { aligned, table } from "./table.ts";

const text = { type: "string" } as const;

/** The meeting of a year, or the one that the campaign takes pledges for. */
export async function meetingOf({ opened, scope }: OnCampaign, year: number | null) {
  const { meeting } = await chooseMeeting(opened.db, scope.campaignId, year);
  if (year === null && !meeting)
    throw new CommandFailed("No meeting takes pledges now: give --year of one that `meeting list` prints.");
  if (!meeting || (year !== null && meeting.year !== year))
    throw new CommandFailed(`There is no meeting of ${year}: see \`meeting list\`.`);
  return meeting;
}

export const yearIfGiven = (year: string | undefined) => (year === undefined ? null : yearOf(year));

/** Pledges for one meeting, newest first; what is held is not among it. The look is recorded, as that of an organizer. */
export const pledgeList = onCampaign(
  "pledge list",
  { year: text, state: text, level: text, older: text },
  ({ year, state, level, older }) => ({
    year: yearIfGiven(year),
    filter: {
      ...wholePledgeList,
      state: state === undefined ? null : oneOf(listedStates, state, "state"),
      verification: level === undefined ? null : oneOf(verifications, level, "level"),
    },
    cursor:
      older === undefined ? null : { side: "older" as const, than: idOf(older, "older", "pledge list") },
  }),
  async (on, { year, filter, cursor }) => {
    const { opened, json, scope } = on;
    const meeting = await meetingOf(on, year);
    const ofMeeting = { ...scope, meetingId: meeting.id };
    const { pledges, older } = await listPledges(opened.db, ofMeeting, filter, cursor);
    const look = { rows: pledges.length, filter: { year: meeting.year }, paged: cursor !== null };
    await noteLook(opened.db, scope, { list: "pledges", ...look });
    const rows = pledges.map(({ publicId, pledgedAt, state, kind, verification, country, name }) => [
      ...[publicId, pledgedAt.slice(0, 10), state, kind, verification, country, name],
    ]);
    const more = older === null ? [] : [`There are more: --older ${older}`];
    const lines =
      rows.length > 0
        ? table(["id", "pledged", "state", "kind", "level", "country", "name"], rows)
        : [`No pledge for ${meeting.year} is there.`];
    tell(json, { year: meeting.year, pledges, older }, ...lines, ...more);
    return exitCodes.done;
  },
);

const heldBy = ({ shares, bucket }: Holding) => (shares === null ? `${bucket} shares` : `${shares} shares`);

/** One pledge. `--holding`: with what is held, which its holder and the log are told of as a look. */
export const pledgeShow = onCampaign(
  "pledge show",
  { pledge: text, holding: { type: "boolean" } },
  ({ pledge, holding = false }) => ({
    publicId: idOf(pledge, "pledge", "pledge list"),
    withHolding: holding,
  }),
  async ({ opened: { db, env }, json, scope }, { publicId, withHolding }) => {
    const pledge = await readPledge(db, scope, publicId);
    if (!pledge) throw new CommandFailed("The campaign has no such pledge: see `pledge list`.");
    const viewed = withHolding ? await viewHolding(db, env.keys, { scope, publicId }) : null;
    if (viewed?.outcome === "not-shown")
      throw new CommandFailed("It is not in force, or holds nothing to show.");
    if (viewed?.outcome === "unreadable")
      throw new CommandFailed("Its key is gone, or the row was damaged: see `rotate`.");
    const { name, country, meeting, version, state, kind, holdingForm, verification, willing } = pledge;
    const rows: [string, string][] = [
      ["holder", `${name}, ${country}`],
      ["meeting", String(meeting.year)],
      ["state", `${state}, version ${version}`],
      ["kind", `${kind}, ${holdingForm}`],
      [
        "level",
        `${verification}${pledge.verifiedAt ? `, ${pledge.verifiedBy ?? "the operator"} on ${pledge.verifiedAt.slice(0, 10)}` : ""}`,
      ],
      ["willing", willing.join(", ") || "–"],
    ];
    if (viewed) rows.push(["holding", heldBy(viewed.holding)]);
    tell(json, { pledge, ...(viewed && { holding: viewed.holding }) }, ...aligned(rows));
    return exitCodes.done;
  },
);
