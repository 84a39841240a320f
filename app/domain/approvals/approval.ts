import { z } from "zod";
import { characters, cleanText, pilesMarks } from "#app/domain/base/text.ts";

/** What two people are needed for. */
export const approvalKinds = [
  "update",
  "dispatch",
  "reply",
  "pack",
  "hand-over",
  "petition",
  "notice",
  "bulk",
  "bulk-undo",
  "closing",
  "companies",
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** One thing that is to be approved. `number`: what people call it by; null: there is one alone. */
export type ApprovalThing = { kind: ApprovalKind; subject: string; number: number | null };

const pages: Record<ApprovalKind, (thing: ApprovalThing) => string> = {
  update: ({ subject }) => `/updates/${subject}`,
  dispatch: ({ subject }) => `/letters/dispatches/${subject}`,
  reply: () => "/letters/replies",
  pack: ({ number }) => `/packs#pack-${number}`,
  "hand-over": ({ number }) => `/packs#pack-${number}`,
  petition: () => "/edit/petition#proposed",
  notice: () => "/edit/petition#told",
  bulk: () => "/review/bulk",
  "bulk-undo": () => "/review/bulk",
  closing: () => "/close",
  companies: () => "/meetings/companies",
};

/** Returns the console page of `campaign`, a slug, that approves a thing. */
export const approvalPage = (campaign: string, thing: ApprovalThing) =>
  `/organize/c/${campaign}${pages[thing.kind](thing)}`;

/** Who was asked for an approval, and whether it was sent back before. Times in ISO 8601. */
export type AskedApproval = {
  /** By email, in order of name. `at`: when it goes, or went; `isLost`: it did not arrive. */
  asked: { name: string; at: string; isLost: boolean }[];
  sentBack: SentBack | null;
  /** Nobody has asked again since. */
  isSentBack: boolean;
};
export type SentBack = { by: string | null; at: string; reason: string | null; number: number | null };

/** Something that was sent back and that nobody has dealt with yet. */
export type OpenSentBack = SentBack &
  Pick<ApprovalThing, "kind" | "subject"> & {
    /** Names it in the form of who has dealt with it. */
    request: number;
    /** Its page in the console. */
    page: string;
    /** The reader wrote it or asked for its approval. */
    isMine: boolean;
  };

/** What an approver says who sends something back. The messages are codes of `approvals.sendBack.errors`. */
export const SendBackForm = z.object({
  reason: z
    .string("reason-missing")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, "reason-missing")
        .refine((text) => characters(text) <= 1000, { message: "reason-long", abort: true })
        .refine((text) => !pilesMarks(text), "marks"),
    ),
});
