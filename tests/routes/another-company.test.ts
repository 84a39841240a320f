import { isUtf8 } from "node:buffer";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { commands, help } from "#app/cli/commands.ts";
import { contents } from "#app/domain/outbox/contents/index.ts";
import { locales } from "#app/i18n/index.ts";
import { render } from "#app/mail/render.server.ts";
import type { Transport } from "#app/mail/transport.ts";
import { addresses } from "#app/routes.ts";
import {
  approvalRequests,
  letterDispatches,
  organizerCeremonies,
  outbox,
  petitionNotices,
  pledgeReminders,
  refusalWarnings,
  rightPeriods,
  supporters,
  targets,
} from "#db/schema/index.ts";
import { emails } from "#emails/index.ts";
import {
  anotherCompany,
  asked,
  commandsOfSite,
  lineOf,
  listedExports,
} from "#tests/support/another-company.ts";
import { aCampaign, changeRows } from "#tests/support/builders.ts";
import { consoleTable } from "#tests/support/console-table.ts";
import { aDatabase } from "#tests/support/database.ts";
import { inEnglishAlone, inLocale, sampleEmails } from "#tests/support/emails.ts";
import { mailingBy } from "#tests/support/mail.ts";
import { runForBytes } from "#tests/support/operator.ts";
import { pdfText } from "#tests/support/pdf-text.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aSite } from "#tests/support/site.ts";
import { unzippedBytes } from "#tests/support/zip.ts";

const site = await aSite();
const scene = await anotherCompany(site.db);
const { slug, campaign } = scene;
const cases = await asked(scene);

/** Words about the seeded company, its exchange or its law. Numbers are whole words: ids hold them. */
const shipped =
  /Microsoft|MSFT|\bICE\b|Azure|Nadella|Redmond|Nasdaq|(?:\bCIK|\b)0*789019\b|New York|Nueva York|Eastern|\bE[SD]T\b|\b14a-8\b/g;
/** Words true only under United States law, or about shares there. */
const ofUnitedStates =
  /401\(k\)|\bESPP\b|[Dd]ollars?\b|[Dd]ólar(?:es)?\b|\bUSD\b|\$ ?\d|ProxyVote|\bDTC\b|street name|\bSEC\b|EDGAR/g;
/** Words that a law without a profile must not show. */
const ofOtherLaw =
  /[Rr]ecord date|[Ff]echa de registro|[Cc]o-?fil|presentar una propuesta|presentar con otros/g;

/** What a page says to readers, screen readers, search engines and shared links. */
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, " ")
    // Options that anyone may choose from a list.
    .replace(/<select[\s\S]*?<\/select>/g, " ")
    .replace(/<[^>]+>/g, (tag) =>
      [...tag.matchAll(/\s(?:content|alt|title|aria-label|placeholder|download)="([^"]*)"/g)]
        .map(([, text]) => ` ${text} `)
        .join(" "),
    );

/** An answer's words, in any format, and its file name's. */
async function wordsOf(bytes: Buffer, name = ""): Promise<string> {
  if (bytes.subarray(0, 5).toString() === "%PDF-") return `${name} ${pdfText(bytes)}`;
  if (bytes.subarray(0, 2).toString() === "PK") {
    const files = await unzippedBytes(bytes);
    const all = await Promise.all(Object.entries(files).map(([file, content]) => wordsOf(content, file)));
    return [name, ...all].join("\n");
  }
  // The bytes of a signature or a picture are no words, though some look like "$8".
  if (!isUtf8(bytes)) return name;
  const text = bytes.toString("utf8");
  return `${name} ${/^\s*<(?:!doctype html|html)/i.test(text) ? textOf(text) : text}`;
}
const readAnswer = async (answer: Response) =>
  wordsOf(
    Buffer.from(await answer.arrayBuffer()),
    ["content-disposition", "location", "www-authenticate"].map((head) => answer.headers.get(head)).join(" "),
  );

const foundIn = (text: string, ...words: RegExp[]) =>
  words.flatMap((word) => [...new Set([...text.matchAll(word)].map((found) => context(text, found.index)))]);
const context = (text: string, at: number) =>
  text
    .slice(Math.max(0, at - 50), at + 40)
    .replace(/\s+/g, " ")
    .trim();
/** Records wrong words, each with its place. */
function noting(...words: RegExp[]) {
  const wrong: string[] = [];
  const note = (where: string, text: string) =>
    wrong.push(...foundIn(text, ...words).map((found) => `${where}: …${found}…`));
  return { wrong, note };
}

const ofConsole = addresses.filter(({ id }) => id in consoleTable).map(({ id }) => id);
const elsewhere = addresses.filter(({ id, class: kind }) => kind !== "dev" && !(id in consoleTable));

test("every address has its case", () => {
  expect(Object.keys(cases).sort()).toEqual(elsewhere.map(({ id }) => id).sort());
  expect([...new Set(ofConsole)].sort()).toEqual(Object.keys(consoleTable).sort());
});

test.each(locales)(
  "no page or answer speaks of the company that the site ships with, in %s",
  async (locale) => {
    const { wrong, note } = noting(shipped, ofUnitedStates, ofOtherLaw);
    const data = noting(shipped);
    let pages = 0;
    for (const [route, all] of Object.entries(cases))
      for (const { path, fields, headers = {} } of all) {
        const at = `${locale === "en" || route.startsWith("api/") ? "" : `/${locale}`}${path}`;
        const answer = fields ? await site.post(at, fields, headers) : await site.get(at, headers);
        expect(answer.status, at).toBeLessThan(500);
        if (answer.status === 200) pages++;
        // Field names are the same for all companies.
        const isData = /json/.test(answer.headers.get("content-type") ?? "");
        (isData ? data.note : note)(`${at} ${Object.values(fields ?? {})}`, await readAnswer(answer));
      }
    expect(pages).toBeGreaterThan(70);
    const words = await (await site.get(`${locale === "en" ? "" : `/${locale}`}/c/${slug}/pledge`)).text();
    expect(words).toContain(locale === "es" ? "Hoshino Motores" : "Hoshino");
    expect([...wrong, ...data.wrong]).toEqual([]);
  },
);

test("no page of its console does", async () => {
  const { wrong, note } = noting(shipped, ofUnitedStates);
  let pages = 0;
  for (const [route, row] of Object.entries(consoleTable)) {
    if (row.elsewhere || row.absent) continue;
    const answer = await site.get(row.at(scene), scene.owner);
    if (answer.status === 200) pages++;
    note(route, await readAnswer(answer));
  }
  expect(pages).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("its page on co-filing is not there, nor its papers", async () => {
  for (const path of ["co-file", "co-file/packet.txt", "co-file/packet.pdf"])
    expect((await site.get(`/c/${slug}/${path}`)).status, path).toBe(404);
});

const folder = join(site.folder, "files");
mkdirSync(folder);
const words = join(folder, "words.txt");
writeFileSync(words, "Kenji Tanaka\n");
const cli = (...args: string[]) => runForBytes(args, site.env);

test("no list that can be exported does: its columns, its cells, its manifest and the names of files", async () => {
  const { wrong, note } = noting(shipped, ofUnitedStates);
  for (const { preset, format, command } of listedExports) {
    const args = ["--campaign", slug, "--preset", preset, "--format", format];
    const { code, out, err } = await cli("export", command, ...args);
    expect([preset, format, code], err).toEqual([preset, format, 0]);
    note(`${preset} ${format}`, `${await wordsOf(out)} ${err}`);
  }
  expect(wrong).toEqual([]);
});

/** Commands that the test of papers runs. */
const ofPapers = new Set(["pack make", "dispatch preview"]);

test("no paper does: packs, and dispatches with their letters and names", async () => {
  const { wrong, note } = noting(shipped, ofUnitedStates);
  const output = join(folder, "pack.zip");
  for (const args of [
    ["approve", "--pack", "1"],
    ["make", "--output", output],
  ]) {
    const { code, out, err } = await cli("pack", ...args, "--campaign", slug, "--approve-alone");
    expect([args, code], err).toEqual([args, 0]);
    note(`pack ${args[0]}`, `${await wordsOf(out)} ${err}`);
  }
  const pack = (await wordsOf(readFileSync(output))).replace(/"\w+":/g, "");
  expect(pack).toContain("Hoshino");
  note("pack", pack);
  const letters = join(folder, "letters");
  mkdirSync(letters);
  const on = ["--campaign", slug, "--dispatch", scene.dispatchId];
  const preview = await cli("dispatch", "preview", ...on, "--files", letters);
  expect(preview.code, preview.err).toBe(0);
  note("dispatch preview", `${await wordsOf(preview.out)} ${preview.err}`);
  const files = readdirSync(letters);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) note(file, await wordsOf(readFileSync(join(letters, file)), file));
  expect(wrong).toEqual([]);
});

test("no command does, asked for its help, or about it", async () => {
  const { wrong, note } = noting(shipped, ofUnitedStates);
  for (const name of Object.keys(commands)) if (name !== "seed") note(`${name} --help`, await help(name));
  // They close, remove and hide: a database of their own keeps the rest as it was.
  const db = await aDatabase({ seeded: true });
  const about = await anotherCompany(db);
  const [of, to] = [site.db, db].map((each) => each.$client.options.database) as [string, string];
  const env = {
    ...site.env,
    DATABASE_URL: site.env.DATABASE_URL.replace(of, to),
    MIGRATE_DATABASE_URL: site.env.MIGRATE_DATABASE_URL.replace(of, to),
  };
  const unusable: string[] = [];
  for (const [name, load] of Object.entries(commands)) {
    if (commandsOfSite.has(name) || ofPapers.has(name)) continue;
    const output = join(folder, `${name.replaceAll(" ", "-")}.zip`);
    const line = lineOf(about, name, await load(), { words, output });
    const { code, out, err } = await runForBytes(line, env);
    if (code > 1) unusable.push(`${line.join(" ")}: ${err.split("\n")[0]}`);
    note(line.join(" "), `${await wordsOf(out)} ${err}`);
  }
  expect(unusable).toEqual([]);
  expect(wrong).toEqual([]);
});

/** What an outbox row is about, by its email. */
async function subjects(): Promise<Record<string, Partial<typeof outbox.$inferInsert>>> {
  const one = <T>([row]: T[]): T => row ?? expect.fail("nothing was stored");
  const { db } = site;
  const { id: campaignId } = campaign;
  const organizerId = scene.organizer.id;
  const soon = new Date(Date.now() + 3_600_000);
  const ofSignature = { signatureId: scene.signature.id, supporterId: scene.supporter.id };
  const ofPledge = { pledgeId: scene.pledge.id, supporterId: scene.pledge.supporterId };
  const ofFund = { pledgeId: scene.fund.id, supporterId: scene.fund.supporterId };
  const ofLetter = { letterId: scene.letter.id, supporterId: scene.supporter.id };
  const asked = one(
    await db
      .insert(approvalRequests)
      .values({
        campaignId,
        kind: "pack",
        subject: scene.packId,
        number: 1,
        askedById: organizerId,
        askedAt: soon,
      })
      .returning(),
  );
  const period = one(
    await db.select().from(rightPeriods).where(eq(rightPeriods.organizerId, organizerId)).limit(1),
  );
  const counts = { campaignId, wrong: 12, locked: 2, refused: 3, at: new Date() };
  const warning = one(await db.insert(refusalWarnings).values(counts).returning());
  const code = { tokenHash: randomBytes(32), emailHmac: randomBytes(32), organizerId, expiresAt: soon };
  const ceremony = one(await db.insert(organizerCeremonies).values(code).returning());
  const dispatch = one(
    await db.select().from(letterDispatches).where(eq(letterDispatches.publicId, scene.dispatchId)),
  );
  const notice = one(
    await db.select().from(petitionNotices).where(eq(petitionNotices.publicId, scene.noticeId)),
  );
  const planned = one(
    await db.select().from(pledgeReminders).where(eq(pledgeReminders.series, scene.pledge.series)),
  );
  const ofDispatch = { dispatchId: dispatch.id, organizerId };
  const ofRequest = { approvalRequestId: asked.id, organizerId };
  return {
    "already-pledged": ofPledge,
    "already-signed": ofSignature,
    "already-written": ofLetter,
    "approval-asked": ofRequest,
    "approval-sent-back": ofRequest,
    "approval-withdrawn": ofRequest,
    "approver-changed": { rightPeriodId: period.id, organizerId },
    "ask-name": ofSignature,
    "codes-asked": { organizerId },
    "confirm-letter": ofLetter,
    "confirm-letter-reminder": ofLetter,
    "confirm-pledge": ofPledge,
    "confirm-pledge-reminder": ofFund,
    "confirm-reminder": ofSignature,
    "confirm-signature": ofSignature,
    "dispatch-waits": ofDispatch,
    "letter-held": ofLetter,
    "letter-receipt": ofLetter,
    "letter-refused": ofLetter,
    "letter-released": ofLetter,
    "manage-link": { supporterId: scene.supporter.id },
    "notice-held": { noticeId: notice.id, organizerId },
    "organizer-code": { ceremonyId: ceremony.id, organizerId },
    "pledge-receipt": ofPledge,
    "pledge-reminder": { ...ofPledge, reminder: planned.reminder },
    receipt: ofSignature,
    "refusals-many": { refusalWarningId: warning.id, organizerId },
    "update-test": { updateId: scene.update.id, organizerId },
  };
}

test.each(locales)("no email does, in %s", async (locale) => {
  const { wrong, note } = noting(shipped, ofUnitedStates, ofOtherLaw);
  const { db } = site;
  await db.update(supporters).set({ locale });
  const mailing = { ...mailingBy({} as Transport), appUrl: site.url };
  const about = await subjects();
  const written = new Set<string>();
  for (const content of contents) {
    const subject = about[content.name];
    if (!subject) continue;
    const [row] = await db
      .insert(outbox)
      .values({ campaignId: campaign.id, template: content.name, state: "skipped", locale, ...subject })
      .returning();
    const made = await content.write(db, mailing, row?.id ?? 0);
    if (!made || "waits" in made) throw new Error(`${content.name} says nothing`);
    const { subject: heading, html, text } = await render(made.email);
    note(content.name, `${heading} ${text} ${textOf(html)}`);
    written.add(content.name);
  }
  // Emails that need more than a row: their sample, with other words instead of the campaign's.
  for (const email of sampleEmails.filter(({ name }) => !written.has(name))) {
    const spoken = inEnglishAlone.has(email.name) ? email : inLocale(email, locale);
    const { subject, html, text } = await render(withOtherWords(spoken));
    note(email.name, `${subject} ${text} ${textOf(html)}`);
    written.add(email.name);
  }
  expect([...written].sort()).toEqual(Object.keys(emails).sort());
  expect(wrong).toEqual([]);
});

function withOtherWords<T>(value: T): T {
  if (typeof value === "string")
    return value
      .replace(/microsoft-ice/g, slug)
      .replace(/Microsoft/g, "Hoshino")
      .replace(/\bICE\b/g, "them")
      .replace(/Azure/g, "a store") as T;
  if (Array.isArray(value)) return value.map(withOtherWords) as T;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withOtherWords(one)])) as T;
}

test("its papers for co-filing say nothing of another company", async () => {
  const { wrong, note } = noting(
    /Microsoft|MSFT|\bICE\b|Azure|Nasdaq|New York|Nueva York|Eastern|\bE[SD]T\b/g,
  );
  // Papers exist only under a law with co-filing, which shows on each page of a company under it.
  const { slug, targetId } = await aCampaign(site.db, { languages: ["en", "es"] });
  const ofCompany = { legalName: "Hoshino Jidosha K.K.", names: { es: "Hoshino Motores" }, ticker: "7999" };
  await changeRows(site.db, targets, targetId, {
    ...ofCompany,
    name: "Hoshino",
    exchange: "Osaka",
    jurisdiction: "us",
    country: "US",
    zone: "America/Los_Angeles",
  });
  await aMeeting(site.db, { targetId, zone: "America/Los_Angeles" }, nextYear);
  for (const locale of locales)
    for (const file of ["packet.txt", "packet.pdf"]) {
      const at = `${locale === "en" ? "" : `/${locale}`}/c/${slug}/co-file/${file}`;
      const answer = await site.get(at);
      expect([at, answer.status]).toEqual([at, 200]);
      const text = await readAnswer(answer);
      expect(text).toContain("Hoshino");
      note(at, text);
    }
  expect(wrong).toEqual([]);
});
