import { Resolver } from "node:dns/promises";
import { command, done, notDone, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { type Env, webhookSecretsOf } from "#app/lib/env.server.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import { chooseTransport, vendorTitle } from "#app/mail/choose.server.ts";
import { type Checked, checkRecords, sendProbe } from "#app/mail/doctor.server.ts";
import { parseSender } from "#app/mail/envelope.ts";
import { openMailbox } from "#app/mail/returned.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";

export default command({
  summary: "send one email through the configured vendor, and check the sender's DNS",
  options: { to: text("E", "who gets the email; default: the address in MAIL_FROM") },
  read({ to }) {
    if (to !== undefined && !isOneAddress(to)) throw new UsageError("--to is not one plain address");
    return { to };
  },
  async run({ db, env }, { to }) {
    const { mail } = env;
    const { address } = parseSender(mail.from);
    const domain = address.split("@").at(-1) ?? "";
    const transport = chooseTransport(mail, db.$client);
    const sent = await sendProbe(transport, mail.from, to ?? address).finally(() => transport.close());
    const records = await checkRecords(mail.via.name, domain, new Resolver({ timeout: 3000, tries: 2 }));
    const vendor = vendorTitle(mail);
    const noWebhook = vendor !== null && webhookSecretsOf(mail, mail.via.name).length === 0;
    const isBad = (state: Checked["state"]) => state === "missing" || state === "other";
    const mailbox = await checkMailbox(mail);
    const isSeen = !noWebhook && mailbox !== "missing" && mailbox !== "closed";
    const isWell = sent.outcome === "accepted" && isSeen && !records.some(({ state }) => isBad(state));
    return (isWell ? done : notDone)(
      {
        outcome: isWell ? "well" : "not-well",
        transport: mail.via.name,
        sent,
        webhook: !noWebhook,
        mailbox,
        records: records.map(({ has, ...record }) => record),
      },
      `Emails leave by ${vendor ?? mail.via.name}. To ${to ?? address}: ${sentLine(sent)}`,
      ...(noWebhook
        ? [`No webhook secret of ${vendor} is set, so bounces and complaints are not seen (.env.example).`]
        : []),
      ...(mailboxLines[mailbox] ?? []),
      `DNS of ${domain}:`,
      ...records.map(recordLine),
    );
  },
});

/** Opens the mailbox of bounces; null where none is needed. */
async function checkMailbox({ via, bounces }: Env["mail"]): Promise<Mailbox> {
  if (!bounces) return via.name === "smtp" ? "missing" : "not-needed";
  return openMailbox(bounces).then(
    () => "opens",
    () => "closed",
  );
}

type Mailbox = "opens" | "closed" | "missing" | "not-needed";

const mailboxLines: Partial<Record<Mailbox, string[]>> = {
  opens: ["The mailbox of bounces opens."],
  closed: ["The mailbox of bounces could not be opened: compare BOUNCE_MAILBOX with your mail server."],
  missing: ["No BOUNCE_MAILBOX is set, so bounces and complaints are not seen (.env.example)."],
};

function sentLine(sent: SendOutcome): string {
  switch (sent.outcome) {
    case "accepted":
      return sent.providerId ? `accepted as ${sent.providerId}.` : "accepted.";
    case "refused":
      return `refused (${sent.problem}).`;
    case "retry-later":
      return sent.cause === undefined
        ? `not accepted for now (${sent.problem}).`
        : `not accepted (${sent.problem}): look at your account's settings at the vendor.`;
    case "unknown":
      return `no clear answer (${sent.problem}): it may have been sent.`;
  }
}

const states = {
  there: "is there",
  missing: "is missing: set it",
  other: "has another value: compare",
  unknown: "could not be checked: compare with the vendor's page",
};

const recordLine = ({ what, type, name, value, state }: Checked) =>
  `  ${what} ${states[state]}: ${name} ${type} ${value ?? "as the vendor shows"}`;
