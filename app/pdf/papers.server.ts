import { type Packet, type PacketInput, packetOf, packetText } from "#app/domain/co-filing/packet.ts";
import type { Paper } from "#app/domain/co-filing/paper.ts";
import { type Foot, packetPdf } from "./packet-pdf.server.ts";
import { canPrint } from "./typefaces.server.ts";

const made = new Map<string, Promise<Buffer>>();
const atMost = 8;

/** The PDF of papers that nobody has filled in: the same for everyone, and made once. */
export function emptyPapersPdf(packet: Packet, paper: Paper, foot: Foot): Promise<Buffer> {
  const key = `${paper} ${packet.language} ${packetText(packet)}`;
  const known = made.get(key);
  if (known) return known;
  const making = packetPdf(packet, paper, foot);
  making.catch(() => made.delete(key));
  if (made.size >= atMost) made.delete(made.keys().next().value ?? "");
  made.set(key, making);
  return making;
}

/** The PDF with what a holder told. A name that the typeface cannot print leaves its place open, and the papers say so. */
export function filledPapersPdf(input: PacketInput, paper: Paper, foot: Foot): Promise<Buffer> {
  const nameLeftOut = input.name !== null && !canPrint("serif", input.name);
  const name = nameLeftOut ? null : input.name;
  return packetPdf(packetOf({ ...input, name, nameLeftOut }), paper, foot);
}
