import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onOne, requireDispatch } from "#app/cli/dispatch.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, UsageError } from "#app/cli/old.ts";
import { withMailing } from "#app/cli/update.ts";
import { takePartFile } from "#app/domain/outgoing/dispatches/parts/take-part-file.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview-dispatch.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import { letterPapers } from "#app/pdf/letter-papers.ts";

/**
 * Writes one mail of a dispatch to standard output as it would be made now; how many shares a letter tells is covered. Its
 * files go into a folder, which the log tells of, as where an organizer takes them.
 */
export async function dispatchPreview(args: string[]): Promise<number> {
  const given = readOptions(args, { ...onOne, part: { type: "string" }, files: { type: "string" } });
  const slug = required(given.campaign, "campaign");
  const reference = required(given.dispatch, "dispatch");
  const part = Number(given.part ?? 1);
  if (!Number.isInteger(part) || part < 1) throw new UsageError("--part is a number from 1");

  return withDatabase("dispatch preview", async (opened) => {
    const { on } = await requireDispatch(opened, slug, reference);
    const { preview, taken } = await withMailing(opened, async (mailing) => {
      const ports = { mailing, papers: letterPapers };
      const preview = await previewDispatch(opened.db, ports, { ...on, part, covered: true });
      const which = { ...on, part, organizerId: null, kind: null };
      return { preview, taken: preview && given.files ? await takePartFile(opened.db, ports, which) : null };
    });
    if (!preview) throw new CommandFailed("There is no such mail: nothing waits, or it has begun.");
    if (taken?.outcome === "frozen")
      throw new CommandFailed("The campaign is frozen: nothing leaves it until `unfreeze` lifts that.");
    const { mail, waiting, ...figures } = preview;
    const { subject, text, to } = mail.message;
    if (given.files && taken?.outcome === "taken") {
      await mkdir(given.files, { recursive: true, mode: 0o700 });
      for (const { filename, content } of taken.files) {
        await writeFile(join(given.files, filename), content, { mode: 0o600 });
      }
    }
    const files = mail.files.map(({ sha256, ...file }) => ({ ...file, sha256: sha256.toString("hex") }));
    const told = { outcome: "written", to, subject, text: wholeOf(text), files, ...figures, waiting };
    process.stdout.write(
      given.json ? `${JSON.stringify(told)}\n` : `To: ${to}\nSubject: ${subject}\n\n${told.text}`,
    );
    return exitCodes.done;
  });
}
