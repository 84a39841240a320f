import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CommandFailed, campaign, command, printed, UsageError } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { option, otherwise, text } from "#app/cli/options.ts";
import { withMailing } from "#app/cli/parts/mailing.ts";
import { writeWhole } from "#app/cli/parts/new-file.ts";
import { downloadPartFile } from "#app/domain/outgoing/dispatches/preview/download-part-file.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview/preview-dispatch.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import { letterPapers } from "#app/pdf/letter-papers.ts";

export default command({
  summary: "print an email to the company as it would be sent now; saving its files is logged",
  options: {
    campaign,
    dispatch,
    part: otherwise(
      option("N", "the number of the email", (given, name) => {
        const part = Number(given);
        if (!Number.isInteger(part) || part < 1)
          throw new UsageError(`--${name} must be a whole number from 1`);
        return part;
      }),
      1,
    ),
    files: text("FOLDER", "the folder for its files"),
  },
  async run(opened, { dispatch: { on }, part, files: folder }) {
    const { preview, taken } = await withMailing(opened, async (mailing) => {
      const ports = { mailing, papers: letterPapers };
      const preview = await previewDispatch(opened.db, ports, { ...on, part, covered: true });
      const which = { ...on, part, organizerId: null, kind: null };
      return { preview, taken: preview && folder ? await downloadPartFile(opened.db, ports, which) : null };
    });
    if (!preview)
      throw new CommandFailed("There is no such email: nothing is waiting, or sending has begun.");
    if (taken?.outcome === "frozen")
      throw new CommandFailed("The campaign is frozen: nothing leaves it until `unfreeze`.");
    const { mail, waiting, ...figures } = preview;
    const { subject, text, to } = mail.message;
    if (folder && taken?.outcome === "taken") {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const { filename, content } of taken.files) {
        await writeWhole(join(folder, filename), (open) => pipeline(Readable.from([content]), open()));
      }
    }
    const files = mail.files.map(({ sha256, ...file }) => ({ ...file, sha256: sha256.toString("hex") }));
    const whole = wholeOf(text);
    return printed(
      { outcome: "written", to, subject, text: whole, files, ...figures, waiting },
      `To: ${to}\nSubject: ${subject}\n\n${whole}`,
    );
  },
});
