import type { DispatchKind } from "#app/domain/outgoing/dispatches/dispatch.ts";

/** Possible attachments of an email to the company, in this order. */
export type PartFile = "cover.pdf" | "letters.pdf" | "letters.csv" | "names.pdf" | "names.csv" | "letter.txt";

/** Lists an email's files, by its letters and names. */
export function partFiles(
  kind: DispatchKind,
  { letters, names }: { letters: number; names: number },
): PartFile[] {
  if (kind === "individual") return ["letter.txt"];
  return [
    "cover.pdf",
    ...(letters > 0 ? (["letters.pdf", "letters.csv"] as const) : []),
    ...(names > 0 ? (["names.pdf", "names.csv"] as const) : []),
  ];
}
