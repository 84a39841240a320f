import { CommandFailed } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

/** Opens what writing emails needs, and closes it. */
export async function withMailing<T>(
  { db, env }: Pick<Opened, "db" | "env">,
  work: (mailing: ReturnType<typeof createMailing>) => Promise<T>,
): Promise<T> {
  const transport = chooseTransport(env.mail, db.$client);
  try {
    return await work(createMailing(env, transport));
  } finally {
    await transport.close();
  }
}

const howToSet: Record<NotReady, string> = {
  operator: "who runs the campaign (`campaign set --campaign S --operator …`)",
  "postal-address": "the postal address (`campaign set --campaign S --postal-address …`)",
  contact: "the contact address (`campaign set --campaign S --contact-email …`)",
  funding: "who pays (`campaign set --campaign S --funding-line …`)",
  "privacy-contact": "the privacy contact (`campaign set --campaign S --privacy-contact …`)",
  "campaign-sender": "the campaign's own sender (`sender set --campaign S`)",
  sender: "the sender (MAIL_FROM)",
  "base-url": "the address of the site (APP_URL)",
  instruction:
    "an instruction in square brackets in its text (`update edit`, `dispatch edit`, `notice cancel`)",
  "title-instruction": "an instruction in square brackets in the campaign's title (`words draft`)",
};

/** Refuses to send emails without required details. */
export const notReady = (missing: readonly NotReady[]) =>
  new CommandFailed(
    `Nothing was sent. Missing, or still an example: ${missing.map((what) => howToSet[what]).join(", ")}.`,
  );
