import { type PacketInput, packetOf } from "#app/domain/entries/pledges/co-filing/packet.ts";
import type { Paper } from "#app/domain/entries/pledges/co-filing/paper.ts";
import { words } from "#app/i18n/index.ts";
import { packetPdf } from "./packet-pdf.server.ts";
import { canPrint } from "./typefaces.server.ts";

export type PapersAsked = { input: PacketInput; paper: Paper };

/**
 * Makes the PDF from a holder's details. A name that the typeface cannot print is left blank, with a note.
 */
export function makePapers({ input, paper }: PapersAsked): Promise<Buffer> {
  const nameLeftOut = input.name !== null && !canPrint("serif", input.name);
  const name = nameLeftOut ? null : input.name;
  return packetPdf(packetOf({ ...input, name, nameLeftOut }), paper, words(input.locale).coFile.papers);
}
