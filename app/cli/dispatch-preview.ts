import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { previewDispatch } from "../domain/dispatches/preview-dispatch.server.ts";
import { wholeOf } from "../mail/transport.ts";
import { letterPapers } from "../pdf/letter-papers.ts";
import { CommandFailed, exitCodes, readOptions, required, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { onOne, requireDispatch } from "./on-dispatch.ts";
import { withMailing } from "./on-update.ts";

/** Writes one mail of a dispatch to standard output as it would be made now, and its files into a folder. */
export async function dispatchPreview(args: string[]): Promise<number> {
  const given = readOptions(args, { ...onOne, part: { type: "string" }, files: { type: "string" } });
  const slug = required(given.campaign, "campaign");
  const reference = required(given.dispatch, "dispatch");
  const part = Number(given.part ?? 1);
  if (!Number.isInteger(part) || part < 1) throw new UsageError("--part is a number from 1");

  return withDatabase("dispatch preview", async (opened) => {
    const { on } = await requireDispatch(opened, slug, reference);
    const preview = await withMailing(opened, (mailing) =>
      previewDispatch(opened.db, { mailing, papers: letterPapers }, { ...on, part }),
    );
    if (!preview) throw new CommandFailed("There is no such mail: nothing waits, or it has begun.");
    const { mail, waiting, ...figures } = preview;
    const { subject, text, to, attachments = [] } = mail.message;
    if (given.files) {
      await mkdir(given.files, { recursive: true, mode: 0o700 });
      for (const { filename, content } of attachments) {
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
