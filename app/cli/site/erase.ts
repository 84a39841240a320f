import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/command.ts";
import { type Opened, withDatabase } from "#app/cli/environment.ts";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { sendErasedNotice } from "#app/domain/outbox/send-erased-notice.server.ts";
import { findPublicId } from "#app/domain/supporters/queries.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { appendErasure } from "#app/lib/erasure-log.server.ts";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

/** Erases one person by their address, as the button on their own page does, and tells them so. */
export async function erase(args: string[]): Promise<number> {
  const { json, email } = readOptions(args, { email: { type: "string" } });
  const address = parseAddress(required(email, "email"));
  if (!address) throw new UsageError("--email is not an e-mail address");

  const told = await withDatabase("erase", (opened) => eraseByAddress(address, opened));
  const notice = told ? "They were told by mail." : "The mail that tells them could not be sent.";
  tell(json, { outcome: "erased", told }, `The person is erased; the count stays. ${notice}`);
  return exitCodes.done;
}

async function eraseByAddress(address: string, { db, env }: Opened): Promise<boolean> {
  const erasedAt = new Date();
  const transport = chooseTransport(env.mail);
  try {
    const publicId = await findPublicId(db, canonicalAddress(address));
    if (!publicId) throw new CommandFailed("Nothing is held about this address.");
    const ports = {
      keys: env.keys,
      record: (line: Parameters<typeof appendErasure>[1]) => appendErasure(env.erasureLog, line),
      removeMails: (ids: string[]) => transport.files.remove(ids),
    };
    const erased = await eraseSupporter(db, ports, { publicId, actor: "operator" }, erasedAt);
    if (erased.outcome === "gone") throw new CommandFailed("Nothing is held about this address any more.");

    const mailing = createMailing(env, transport);
    return (await sendErasedNotice(db, mailing, { ...erased, erasedAt })) === "accepted";
  } finally {
    await transport.close();
  }
}
