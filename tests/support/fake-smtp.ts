import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

export type SmtpBehaviour =
  | "ok"
  | "451-recipient"
  | "550-recipient"
  | "451-data"
  | "550-data"
  | "drop-after-data"
  | "550-sender";

const codeOf = (behaviour: SmtpBehaviour) => Number(behaviour.slice(0, 3));
const refusal = (behaviour: SmtpBehaviour) =>
  Object.assign(new Error("not now"), { responseCode: codeOf(behaviour) });

/** A local SMTP server that keeps what it took, by envelope, and can refuse or hang up at each step. */
export async function aFakeSmtp() {
  const received: { recipients: string[]; mail: ParsedMail }[] = [];
  let behaviour: SmtpBehaviour = "ok";

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onMailFrom: (_address, _session, done) =>
      done(behaviour === "550-sender" ? refusal(behaviour) : undefined),
    onRcptTo: (_address, _session, done) =>
      done(behaviour.endsWith("recipient") ? refusal(behaviour) : undefined),
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        if (behaviour === "451-data" || behaviour === "550-data") return done(refusal(behaviour));
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), mail });
        if (behaviour !== "drop-after-data") return done();
        for (const connection of server.connections) connection.close();
      }, done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)));

  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    behave: (as: SmtpBehaviour) => {
      behaviour = as;
    },
  };
}
