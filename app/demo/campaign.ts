/** The campaign that is filled: its row, the petition in force, and the meeting that pledges are for. */
export type DemoCampaign = { id: number; petitionVersion: number; meetingId: number | null };
