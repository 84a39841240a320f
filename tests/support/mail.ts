import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { createFileTransport, mailFilesIn } from "#app/mail/choose.server.ts";
import { compileUpdate, render } from "#app/mail/render.server.ts";
import { createResendTransport } from "#app/mail/resend.server.ts";
import { type Message, type SendOutcome, type Transport, wholeOf } from "#app/mail/transport.ts";
import { testKeys } from "./builders.ts";
import { aFakeResend } from "./fake-resend.ts";

export const silent = pino({ level: "silent" });

export const mailingBy = (transport: Transport): Mailing => ({
  transport,
  render,
  compileUpdate,
  keys: testKeys,
  appUrl: "https://sign.test",
  from: "Sample Campaign <sign@campaign.test>",
  localMode: false,
  rehearsal: false,
  warmUp: [],
});

/** Makes a folder for emails, removed after the test. */
export async function aMailFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "undersigned-mail-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes emails as files, with a way to read them. */
export async function aFileMailing() {
  const dir = await aMailFolder();
  const readAll = async () => {
    const names = (await readdir(dir)).sort();
    return Promise.all(
      names.map(async (name) => ({ name, ...(await simpleParser(await readFile(join(dir, name)))) })),
    );
  };
  return { mailing: mailingBy(createFileTransport(dir)), dir, readAll };
}

/** Sends through a local server in place of Resend. */
export async function aResendMailing() {
  const provider = await aFakeResend();
  const files = mailFilesIn(await aMailFolder());
  const transport = createResendTransport(
    { apiKey: "re_test", baseUrl: provider.baseUrl, perSecond: 5000 },
    files,
  );
  return { mailing: mailingBy(transport), provider };
}

/** Makes a transport that keeps its calls and answers them by their number: accepted by default. */
export function aStubMailing(
  name: Transport["name"] = "resend",
  answer: (call: number, message: Message) => SendOutcome | Promise<SendOutcome> = () => accepted,
) {
  const tries: { to: string; key: string; text: string; message: Message }[] = [];
  const transport: Transport = {
    name,
    async send(message, { idempotencyKey }) {
      tries.push({ to: message.to, key: idempotencyKey, text: wholeOf(message.text), message });
      return answer(tries.length, message);
    },
    files: { list: async () => [], remove: async () => {} },
    close: async () => {},
  };
  return { mailing: mailingBy(transport), tries };
}

const accepted: SendOutcome = { outcome: "accepted", providerId: null };
