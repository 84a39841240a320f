/** What a reauthentication is for, and in which campaign: null for the organizer's own account. */
export type ProofFor = {
  kind:
    | "export"
    | "erase"
    | "send"
    | "petition"
    | "result"
    | "team"
    | "unfreeze"
    | "bulk"
    | "close"
    | "token"
    | "sender"
    | "security";
  campaignId: number | null;
};

/** Names what an emailed code, a passkey's challenge and the proof are bound to. */
export const purposeOf = ({ kind, campaignId }: ProofFor) =>
  campaignId === null ? kind : `${kind} ${campaignId}`;
