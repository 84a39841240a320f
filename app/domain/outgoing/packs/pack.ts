/** The files of a pack besides its manifest, in order. */
export const packFiles = [
  "signatures.csv",
  "letters.csv",
  "pledge-totals.csv",
  "pledge-totals.json",
  "petition-versions.txt",
  "cover-and-lists.pdf",
] as const;
export type PackFile = (typeof packFiles)[number];

export const manifestFile = "manifest.json";
export const signatureFile = "manifest.sig";

/**
 * The states of a pack: requested, sent back or approved, being fetched, made, handed over or discarded. A
 * transfer that broke off may be started again; a pack that was made is never made again. If nobody fetches
 * it in a week, it expires.
 */
export const packStates = [
  "asked",
  "sent-back",
  "approved",
  "running",
  "aborted",
  "made",
  "handed-over",
  "discarded",
  "expired",
] as const;
export type PackState = (typeof packStates)[number];

/** Days from the request in which a pack can be approved and fetched. */
export const packLivesDays = 7;

type Times = Record<"askedAt", Date> &
  Record<
    "approvedAt" | "startedAt" | "abortedAt" | "madeAt" | "handedOverAt" | "discardedAt",
    Date | null
  > & {
    /** It was sent back with a reason. */
    isSentBack: boolean;
  };

export function packStateOf(pack: Times, now: Date): PackState {
  if (pack.handedOverAt) return "handed-over";
  if (pack.discardedAt) return "discarded";
  if (pack.madeAt) return "made";
  if (isRunning(pack, now)) return "running";
  if (now.getTime() - pack.askedAt.getTime() > packLivesDays * 86_400_000) return "expired";
  if (!pack.approvedAt) return pack.isSentBack ? "sent-back" : "asked";
  return pack.startedAt ? "aborted" : "approved";
}

/** Hours after which a transfer without a recorded end is over. */
const runsAtMostHours = 3;

const isRunning = (
  { startedAt, abortedAt, madeAt }: Pick<Times, "startedAt" | "abortedAt" | "madeAt">,
  now: Date,
) =>
  startedAt !== null &&
  madeAt === null &&
  (abortedAt === null || abortedAt < startedAt) &&
  now.getTime() - startedAt.getTime() < runsAtMostHours * 3_600_000;
