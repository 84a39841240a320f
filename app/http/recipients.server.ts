import type { Env } from "#app/lib/env.server.ts";
import { vendorTitle } from "#app/mail/choose.server.ts";

/** Who handles data for the site besides its operator, as configured: the privacy page names them. */
export type Recipients = {
  mailBy: { vendor: string } | "smtp" | "file";
  host: string | null;
  cdn: string | null;
};

export function recipientsOf({ mail, hostedBy, cdn }: Pick<Env, "mail" | "hostedBy" | "cdn">): Recipients {
  const vendor = vendorTitle(mail);
  return {
    mailBy: vendor === null ? (mail.via.name === "smtp" ? "smtp" : "file") : { vendor },
    host: hostedBy ?? null,
    cdn: cdn ?? null,
  };
}
