import { remember } from "#app/lib/remember.ts";
import type { Db } from "#db/index.ts";
import type { Meeting } from "./meeting.ts";
import { findPledgeMeeting } from "./queries.server.ts";

/** Looks up the meeting that a campaign takes pledges for. */
export type FindPledgeMeeting = (campaignId: number) => Promise<Meeting | null>;

/** A look-up that remembers each campaign's meeting for a second, so that a form can be given back without the database. */
export const rememberMeetings = (db: Db): FindPledgeMeeting =>
  remember((campaignId) => findPledgeMeeting(db, campaignId));
