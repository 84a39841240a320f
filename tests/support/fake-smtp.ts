import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/**
 * `550-sender`, `…-recipient` and `550-blocked` refuse before the message is sent, the last for its sender's
 * reputation; `…-data` refuses after it.
 */
export type SmtpBehaviour =
  | "ok"
  | "451-recipient"
  | "550-recipient"
  | "550-blocked"
  | "451-data"
  | "550-data"
  | "drop-after-data"
  | "550-sender";

/** The behavior for an email to one address; `mail` counts from 1. */
type Behave = (to: string, mail: number) => SmtpBehaviour;

const codeOf = (behaviour: SmtpBehaviour) => Number(behaviour.slice(0, 3));
const refusal = (behaviour: SmtpBehaviour) =>
  Object.assign(new Error(behaviour === "550-blocked" ? "5.7.1 blocked" : "not now"), {
    responseCode: codeOf(behaviour),
  });

/** Starts a local SMTP server that keeps emails by envelope, and can refuse or hang up at each step. */
export async function aFakeSmtp() {
  const received: { sender: string; recipients: string[]; mail: ParsedMail }[] = [];
  /** By session: its current email's behavior. */
  const present = new Map<string, SmtpBehaviour>();
  let mails = 0;
  let behave: SmtpBehaviour | Behave = "ok";

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onMailFrom: (_address, _session, done) => done(behave === "550-sender" ? refusal(behave) : undefined),
    onRcptTo({ address }, session, done) {
      const behaviour = typeof behave === "string" ? behave : behave(address, ++mails);
      present.set(session.id, behaviour);
      done(/-(recipient|blocked)$/.test(behaviour) ? refusal(behaviour) : undefined);
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const behaviour = present.get(session.id) ?? "ok";
        if (behaviour === "451-data" || behaviour === "550-data") return done(refusal(behaviour));
        const { mailFrom, rcptTo } = session.envelope;
        const sender = mailFrom ? mailFrom.address : "";
        received.push({ sender, recipients: rcptTo.map(({ address }) => address), mail });
        if (behaviour !== "drop-after-data") return done();
        for (const connection of server.connections) {
          if ((connection as { id?: string }).id === session.id) connection.close();
        }
      }, done);
    },
    onClose: (session) => void present.delete(session.id),
  });
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)));

  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    /** Sets the behavior from now on: the same for all, or by address. */
    behave: (as: SmtpBehaviour | Behave) => {
      behave = as;
    },
  };
}
