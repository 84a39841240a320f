import { z } from "zod";
import { characters, cleanText, hasStackedMarks } from "#app/domain/base/text.ts";

/** What needs two people. */
export const approvalKinds = [
  "update",
  "dispatch",
  "reply",
  "pack",
  "hand-over",
  "petition",
  "notice",
  "bulk",
  "closing",
  "companies",
  "result",
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** One thing to approve. `number`: what people call it by; null: there is only one. */
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
  closing: () => "/close",
  companies: () => "/meetings/companies",
  result: ({ number }) => `/meetings/${number}/result`,
};

/** Returns the console page of `campaign`, a slug, that approves a thing. */
export const approvalPage = (campaign: string, thing: ApprovalThing) =>
  `/organize/c/${campaign}${pages[thing.kind](thing)}`;

/** Who was asked for an approval, and whether it was sent back. Times in ISO 8601. */
export type AskedApproval = {
  /** By email, ordered by name. `at`: when it is or was sent; `isLost`: it did not arrive. */
  asked: { name: string; at: string; isLost: boolean }[];
  sentBack: SentBack | null;
  /** Sent back, and not asked for again since. */
  isSentBack: boolean;
};
export type SentBack = { by: string | null; at: string; reason: string | null; number: number | null };

/** Something that was sent back and not dealt with yet. */
export type OpenSentBack = SentBack &
  Pick<ApprovalThing, "kind" | "subject"> & {
    /** Identifies the request in the form that marks it as dealt with. */
    request: number;
    /** Path of its page in the console. */
    page: string;
    /** The reader wrote it or asked for its approval. */
    isMine: boolean;
  };

/** Why an approver sends something back. The messages are codes of `approvals.sendBack.errors`. */
export const SendBackForm = z.object({
  reason: z
    .string("reason-missing")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, "reason-missing")
        .refine((text) => characters(text) <= 1000, { message: "reason-long", abort: true })
        .refine((text) => !hasStackedMarks(text), "marks"),
    ),
});
