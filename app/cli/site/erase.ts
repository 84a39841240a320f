import { CommandFailed, command, done, UsageError } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { option, required } from "#app/cli/options.ts";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { sendErasedNotice } from "#app/domain/outbox/sending/send-erased-notice.server.ts";
import { findPublicId } from "#app/domain/supporters/queries.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { appendErasure } from "#app/lib/erasure-log.server.ts";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

const address = option("E", "the person's email address", (given, name) => {
  const parsed = parseAddress(given);
  if (!parsed) throw new UsageError(`--${name} must be an email address`);
  return parsed;
});

export default command({
  summary: "erase a person as on their own page, and confirm to them by email",
  options: { email: required(address) },
  async run(opened, { email }) {
    const notified = await eraseByAddress(email, opened);
    const notice = notified ? "They were notified by email." : "The email to them could not be sent.";
    return done({ outcome: "erased", told: notified }, `The person is erased. The count stays. ${notice}`);
  },
});

async function eraseByAddress(address: string, { db, env }: Opened): Promise<boolean> {
  const erasedAt = new Date();
  const transport = chooseTransport(env.mail);
  try {
    const publicId = await findPublicId(db, canonicalAddress(address));
    if (!publicId) throw new CommandFailed("We hold nothing about this address.");
    const ports = {
      keys: env.keys,
      record: (line: Parameters<typeof appendErasure>[1]) => appendErasure(env.erasureLog, line),
      removeMails: (ids: string[]) => transport.files.remove(ids),
    };
    const erased = await eraseSupporter(db, ports, { publicId, actor: "operator" }, erasedAt);
    if (erased.outcome === "gone") throw new CommandFailed("We no longer hold anything about this address.");

    const mailing = createMailing(env, transport);
    return (await sendErasedNotice(db, mailing, { ...erased, erasedAt })) === "accepted";
  } finally {
    await transport.close();
  }
}
