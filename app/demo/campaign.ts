/** The campaign to fill: its id, the petition in force, and the meeting that pledges are for. */
export type DemoCampaign = { id: number; petitionVersion: number; meetingId: number | null };

/** Who writes updates and dispatches, as an actor. */
export type DemoAuthor = `organizer:${string}`;
