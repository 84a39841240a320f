import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ParsedMail } from "mailparser";
import { afterAll, expect, onTestFinished, TestRunner } from "vitest";
import { buildIfChanged } from "#app/cli/build.mjs";
import { clockVariables } from "#db/embedded/clock.ts";
import { waitingForms } from "#db/schema/index.ts";
import { databaseUrl } from "./cluster.ts";
import { aDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";
import { hasInHead, mailIn } from "./mail-file.ts";
import { type Environment, type Running, startAlone, startHosted } from "./site-process.ts";
import { unhurrySigners } from "./unhurried-signers.ts";

const root = join(import.meta.dirname, "../..");
const secret = "a-secret-for-tests-that-is-long-enough-0001";

/** Once for all files of a worker: compares the build with its sources. */
const building = buildIfChanged(root, { say: false });

/**
 * Starts the product as it runs: the built server with web and worker on its own database, emails in its own
 * folder. Stops it when the test or file that made it is done.
 */
export const aSite = (environment: Record<string, string> = {}) =>
  made(environment, ({ env }) => startHosted(env));

/** Starts it as its own process, `child`: for tests of how one ends. */
export const aSiteAlone = (environment: Record<string, string> = {}) =>
  made(environment, ({ folder, env }) => startAlone(folder, env));

async function made<T extends Running>(
  environment: Record<string, string>,
  start: (place: { folder: string; env: Environment }) => Promise<T>,
) {
  const problem = await building;
  if (problem) throw new Error(problem);

  const db = await aDatabase({ seeded: true });
  const { database } = db.$client.options;
  const clusterUrl = db.$client.options;
  const folder = mkdtempSync(join(tmpdir(), "undersigned-site-"));
  const port = await freePort();
  const mailDir = join(folder, "mail");
  const env = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production" as const,
    DATABASE_URL: siteDatabaseUrl(clusterUrl, database, "app"),
    MIGRATE_DATABASE_URL: siteDatabaseUrl(clusterUrl, database, "owner"),
    PORT: String(port),
    SECRET: secret,
    MAIL_DIR: mailDir,
    ERASURE_LOG: join(folder, "erasures.log"),
    ...clockVariables,
    ...environment,
  };
  const running = await start({ folder, env });
  atTheEnd(async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await unhurrySigners(db.$client);
  const url = `http://localhost:${port}`;
  return {
    url,
    db,
    env,
    folder,
    mailDir,
    ...running,
    ...requests(url),
    mails: () => readMails(mailDir),
    /** Waits until the worker has taken all forms. */
    formsTaken: () => expect.poll(() => db.$count(waitingForms)).toBe(0),
  };
}

/** Runs `stop` when the running test ends or, outside a test, when the file does. */
function atTheEnd(stop: () => Promise<void>) {
  if (TestRunner.getCurrentTest()) onTestFinished(stop);
  else afterAll(stop);
}

function siteDatabaseUrl(
  { host, port }: { host: string | string[]; port: number | number[] },
  name: string,
  role: "app" | "owner",
) {
  return databaseUrl(`postgres://${[host].flat()[0]}:${[port].flat()[0]}/`, name, role);
}

/** Requests like a browser on a page of the site: with its origin, following no redirect. */
function requests(url: string) {
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(url + path, { redirect: "manual", headers }),
    post: (
      path: string,
      fields: Record<string, string> | URLSearchParams,
      headers: Record<string, string> = {},
    ) =>
      fetch(url + path, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url, "content-type": "application/x-www-form-urlencoded", ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** Every email so far whose file `isRead`, newest last. */
async function readMails(folder: string, isRead = (_file: string) => true): Promise<ParsedMail[]> {
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  } catch {
    return [];
  }
  const files = names.map((name) => join(folder, name)).filter(isRead);
  const mails = await Promise.all(files.map(mailIn));
  return mails.sort((a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0));
}

/** Waits for an email to `address` that `accept` takes, e.g. one with a certain link. */
export async function waitForMail(
  site: { mailDir: string },
  address: string,
  accept: (mail: ParsedMail) => boolean = () => true,
) {
  const until = Date.now() + 40_000;
  while (Date.now() < until) {
    const mails = await readMails(site.mailDir, (file) => hasInHead(file, address));
    const found = mails.findLast(
      (mail) => [mail.to].flat().some((to) => to?.text === address) && accept(mail),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("no such mail came within 40 seconds");
}

/** Waits for a receipt, which links to what is held of its owner. */
export const waitForReceipt = (site: { mailDir: string }, address: string) =>
  waitForMail(site, address, ({ text = "" }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text));

/** Finds the path of an email's first link to `/<kind>/…`. */
export function linkIn(mail: ParsedMail, kind: string): string {
  const found = new RegExp(`https?://[^/\\s]+((?:/[a-z]{2})?/${kind}/[A-Za-z0-9_-]+)`).exec(mail.text ?? "");
  if (!found?.[1]) throw new Error(`the mail has no ${kind} link`);
  return found[1];
}

export const anAddress = () => `person@${randomBytes(5).toString("hex")}.example.org`;

/** Presses the button of a page as a browser does: the form's hidden fields are posted with it. */
export async function press(
  site: Pick<ReturnType<typeof requests>, "get" | "post">,
  path: string,
  fields: Record<string, string> = {},
) {
  return site.post(path, { ...hiddenFieldsOf(await (await site.get(path)).text()), ...fields });
}

/** Reads the hidden fields of a page's forms. */
export const hiddenFieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
