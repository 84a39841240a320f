import type { Paper } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { type PacketInput, packetOf, packetText } from "#app/domain/entries/pledges/co-filing/packet.ts";
import { Thread } from "#app/lib/thread.server.ts";
import type { PapersAsked } from "./make-papers.server.ts";

/** Milliseconds that papers may take. They take about 200, during which other requests are answered. */
const deadline = 10_000;

const thread = new Thread("papers-thread", new URL("./papers-thread.ts", import.meta.url), deadline);

const made = new Map<string, Promise<Buffer>>();
const atMost = 8;

/** Makes the PDF of blank papers once, the same for everyone. */
export function emptyPapersPdf(input: PacketInput, paper: Paper): Promise<Buffer> {
  const key = `${paper} ${input.locale} ${packetText(packetOf(input))}`;
  const known = made.get(key);
  if (known) return known;
  const making = filledPapersPdf(input, paper);
  making.catch(() => made.delete(key));
  if (made.size >= atMost) made.delete(made.keys().next().value ?? "");
  made.set(key, making);
  return making;
}

/** Fills papers in for a holder, in a thread. */
export async function filledPapersPdf(input: PacketInput, paper: Paper): Promise<Buffer> {
  const { title, company, jurisdiction } = input.campaign;
  const asked: PapersAsked = { input: { ...input, campaign: { title, company, jurisdiction } }, paper };
  return Buffer.from((await thread.ask(asked)) as Uint8Array);
}
