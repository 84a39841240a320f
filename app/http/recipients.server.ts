import type { Env } from "#app/lib/env.server.ts";

/** Who handles data for the site besides its operator, as configured: the privacy page names them. */
export type Recipients = { mailBy: "resend" | "smtp" | "file"; host: string | null; cdn: string | null };

export const recipientsOf = ({
  mail,
  hostedBy,
  cdn,
}: Pick<Env, "mail" | "hostedBy" | "cdn">): Recipients => ({
  mailBy: mail.resend ? "resend" : mail.smtpUrl ? "smtp" : "file",
  host: hostedBy ?? null,
  cdn: cdn ?? null,
});
