import { localeOf } from "../domain/deliveries/find-email.server.ts";
import { writeUpdate } from "../domain/updates/write-update.server.ts";
import { CommandFailed, exitCodes, readOptions, required, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { requireUpdate, withMailing } from "./on-update.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

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
    const { campaign, update } = await requireUpdate(opened, slug, reference);
    const locale = given.locale ?? campaign.languages[0] ?? "en";
    if (!update.texts.some((one) => one.locale === locale)) {
      throw new CommandFailed(`The update has no words in "${locale}".`);
    }
    const mail = await withMailing(opened, async (mailing) => {
      const written = await writeUpdate(opened.db, mailing, update.id, localeOf(locale));
      const unsubscribeUrl = `${mailing.appUrl}/unsubscribe/preview`;
      return written?.write({ name: "Ana Sample", unsubscribeUrl });
    });
    if (!mail)
      throw new CommandFailed("Its words cannot be read: open it in the console, which shows where.");
    if (json) process.stdout.write(`${JSON.stringify(mail)}\n`);
    else process.stdout.write(html ? mail.html : `${mail.subject}\n\n${mail.text}`);
    return exitCodes.done;
  });
}
