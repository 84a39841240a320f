import type { Env } from "#app/lib/env.server.ts";
import { createFileTransport, mailFilesIn } from "./file.server.ts";
import { createResendTransport } from "./resend.server.ts";
import { createSmtpTransport } from "./smtp.server.ts";
import type { Transport } from "./transport.ts";

/** Chooses Resend if there is a key, else SMTP if there is a server, else files. */
export function chooseTransport({ resend, smtpUrl, dir }: Env["mail"]): Transport {
  if (resend) return createResendTransport(resend, mailFilesIn(dir));
  if (smtpUrl) return createSmtpTransport(smtpUrl, mailFilesIn(dir));
  return createFileTransport(dir);
}
