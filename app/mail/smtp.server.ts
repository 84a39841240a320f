import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { isOneAddress } from "#app/lib/one-address.ts";
import { compose } from "./compose.server.ts";
import { composedToNodemailer, toNodemailer } from "./envelope.ts";
import { returnPathOf } from "./returned.server.ts";
import type { MailFiles, SendOutcome, Transport } from "./transport.ts";

type SmtpError = { code?: string; command?: string; responseCode?: number; response?: string };

const seconds = { nobodyThere: 60, ourFault: 300 };
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Sends by SMTP. There is no idempotency: once the server has asked for the message, a lost connection or a
 * time-out may or may not have delivered it, and it is never retried automatically. TLS is required unless
 * the server is on this machine or SMTP_URL says `?requireTLS=false`.
 */
export function createSmtpTransport(
  url: string,
  files: MailFiles,
  /** Sender of the envelope, to which bounces go; `*` becomes the email's id. Null: the sender. */
  returnPath: string | null = null,
): Transport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // No automatic retry on another connection: only the caller knows whether it is safe.
    maxRequeues: 0,
    requireTLS: !loopback.test(new URL(url).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  /** Message-IDs of emails whose bytes the server has asked for. */
  const handedOver = new Set<unknown>();
  pool.use("stream", (mail, done) => {
    const open = mail.message.createReadStream.bind(mail.message);
    // Called only after the server has answered DATA: reading the first byte marks the email.
    mail.message.createReadStream = (options) =>
      Readable.from(marked(open(options), () => handedOver.add(mail.data.messageId)));
    done();
  });

  return {
    name: "smtp",
    files,
    async send(message, { signal }) {
      if (!isOneAddress(message.to)) return { outcome: "refused", permanent: true, problem: "bad-address" };
      const mail = {
        ...(message.attachments ? toNodemailer(message) : composedToNodemailer(message, compose(message))),
        ...(returnPath && {
          envelope: { from: returnPathOf(returnPath, message.emailId), to: [message.to] },
        }),
        signal,
      };
      try {
        await pool.sendMail(mail);
        return { outcome: "accepted", providerId: null };
      } catch (error) {
        return read(error as SmtpError, handedOver.has(mail.messageId));
      } finally {
        handedOver.delete(mail.messageId);
      }
    },
    close: async () => pool.close(),
  };
}

async function* marked(message: AsyncIterable<Buffer>, mark: () => void) {
  mark();
  yield* message;
}

function read(error: SmtpError, handedOver: boolean): SendOutcome {
  const { code, command, responseCode } = error;
  if (code === "EAUTH")
    return {
      outcome: "retry-later",
      after: seconds.ourFault,
      problem: "smtp-sign-in-refused",
      cause: "account",
    };
  if (responseCode === undefined) {
    return handedOver
      ? { outcome: "unknown", repeatable: false, problem: "smtp-lost-after-data" }
      : {
          outcome: "retry-later",
          after: seconds.nobodyThere,
          problem: `smtp-${(code ?? "error").toLowerCase()}`,
        };
  }
  // For a recipient it means a full mailbox, for a message that it is too large (RFC 5321, 4.2.3).
  if (responseCode === 552 && command !== "RCPT TO") {
    return { outcome: "refused", permanent: true, problem: "too-large" };
  }
  const problem = `smtp-${responseCode}`;
  if (responseCode >= 500 && command !== "RCPT TO" && command !== "DATA") {
    return { outcome: "retry-later", after: seconds.ourFault, problem, cause: "account" };
  }
  if (isDeadAddress(error)) return { outcome: "refused", permanent: true, problem, deadAddress: true };
  return { outcome: "refused", permanent: responseCode >= 500, problem };
}

/**
 * True if the server says that the mailbox does not exist or is closed (RFC 5321, 4.2.3). Many servers also
 * answer 550 to a sender they distrust; the enhanced code distinguishes them: 5.1.x and 5.2.1 are about the
 * address (RFC 3463).
 */
function isDeadAddress({ command, responseCode = 0, response = "" }: SmtpError): boolean {
  if (command !== "RCPT TO" || ![550, 551, 553].includes(responseCode)) return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return enhanced === undefined || enhanced.startsWith("5.1.") || enhanced === "5.2.1";
}
