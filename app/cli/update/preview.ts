import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, UsageError } from "#app/cli/old.ts";
import { unreadableIn } from "#app/cli/store-update.ts";
import { requireUpdate, withMailing } from "#app/cli/update.ts";
import { previewUpdate } from "#app/domain/outgoing/updates/preview-update.server.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const refused = {
  empty: "It has no words yet.",
  unreadable: "It cannot be sent as it is written.",
  gone: "There is no such update any more.",
};

/** Writes the mail of an update to standard output, for a reader who is none: nobody can unsubscribe by it. */
export async function updatePreview(args: string[]): Promise<number> {
  const { json, html, ...given } = readOptions(args, {
    ...{ campaign: text, update: text, locale: text },
    ...{ html: flag, text: flag },
  });
  const slug = required(given.campaign, "campaign");
  const reference = required(given.update, "update");
  if (html && given.text) throw new UsageError("--html and --text are one or the other");

  return withDatabase("update preview", async (opened) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, slug, reference);
    const locale = given.locale ?? update.texts[0]?.locale ?? "en";
    const words = update.texts.find((one) => one.locale === locale);
    if (!words) throw new CommandFailed(`The update has no words in "${locale}".`);
    const input = { campaignId, publicId, locale, reader: "Ana Sample" };
    const mail = await withMailing(opened, (mailing) => previewUpdate(opened.db, mailing, input));
    if (mail.outcome !== "written") {
      const lines =
        mail.outcome === "unreadable" ? await unreadableIn(opened, campaignId, { texts: [words] }) : [];
      throw new CommandFailed([refused[mail.outcome], ...lines].join("\n"));
    }
    const { subject } = words;
    if (json) process.stdout.write(`${JSON.stringify({ subject, html: mail.html, text: mail.text })}\n`);
    else process.stdout.write(html ? mail.html : mail.text);
    return exitCodes.done;
  });
}
