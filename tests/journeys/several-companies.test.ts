import { sql } from "drizzle-orm";
import type { ParsedMail } from "mailparser";
import { expect, test } from "vitest";
import { seededCampaign } from "#tests/support/companies.ts";
import { anOwner, manageLinkOf, reauthenticate } from "#tests/support/journeys.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { anAddress, aSite, linkIn, waitForMail } from "#tests/support/site.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const owner = await anOwner(site, (await seededCampaign(site.db)).campaign);
const open = (path: string) => owner.visitor.open(`/organize/c/night-trains${path}`);
const year = new Date().getUTCFullYear() + 1;
const title = { en: "Run the night trains", es: "Que vuelvan los trenes nocturnos" };
const source = { "#source_url": "https://example.org/filing", "#as_of": `${year - 1}-01-15` };
const hoshino = {
  name: "Hoshino Motors",
  ticker: "7999",
  exchange: "Tokyo",
  zone: "Asia/Tokyo",
  country: "Japan",
  jurisdiction: "Another law",
};
const tallow = {
  name: "Tallow Rail",
  ticker: "TLLW",
  exchange: "Toronto",
  zone: "America/Toronto",
  country: "United States",
  jurisdiction: "United States",
};
const byId = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`#${name}`, value]));
const chooser = (page: Page) => page.in("nav[aria-label='Companies of this campaign']");

/** Publishes what is written in the template's words, so far as the campaign cannot open without it. */
async function writeTheCase() {
  const page = await open("/edit/page");
  page.fill({
    "#standfirst": `${hoshino.name} and ${tallow.name} ended the night trains. We ask both to run them again.`,
  });
  await page.check("#languages_es").press("Save as draft");
  const published = await (await open("/edit")).press("Publish the selected changes");
  expect(published.done).toContain("Published.");

  const petition = await open("/edit/petition");
  petition.fill({
    "#summary": "Run the night trains again.",
    "#body": `We ask ${hoshino.name} and ${tallow.name} to run the night trains again.`,
  });
  const first = await (await petition.press("Save as draft")).press("Publish this text");
  expect(first.text).toContain("Version 1, published");

  const claim = await (await open("/edit/claims")).follow(/^\[What happens to people/);
  claim.fill({
    "#text": "The last night train left in March.",
    "#attribution": "The Example Gazette",
    "#publisher": "The Example Gazette",
    "#published_on": `${year - 1}-03-02`,
    "#published_precision": "To the day",
    "#source_title": "The last night train",
    "#source_url": "https://example.org/night-train",
  });
  const draft = await claim.check("#opened").press("Save as draft");
  expect((await draft.press("Publish this statement")).done).toContain("Published.");

  const organization = await open("/edit/organization");
  organization.fill({
    "#operator": "Night Trains e.V.",
    "#postal_address": "1 Sample Street\n60601 Chicago",
    "#contact_email": "contact@night-trains.test",
    "#privacy_contact": "privacy@night-trains.test",
    "#funding_line": "Paid for by donations of its supporters.",
  });
  const said = await organization.press("Save organization details");
  expect(said.done).toContain("now show it");
  const asked = await said.fill({ "#sender_name": "Night Trains" }).press("Save the sender");
  expect((await reauthenticate(asked, owner)).done).toContain("New emails use it");
}

/** Adds next year's meeting of a company, and an office that takes letters. */
async function addMeetingAndOffice({ name, ticker }: typeof hoshino) {
  const ofCompany = async (path: string) => {
    const page = await chooser(await open(path)).follow(name);
    expect(chooser(page).texts("[aria-current]")).toEqual([name]);
    return page;
  };
  const form = await (await ofCompany("/meetings")).follow("Add a meeting");
  const [day, before] = [`${year}-06-24`, `${year}-06-23`];
  form.fill({
    "#year": `${year}`,
    "#meeting_on": day,
    "#vote_by": before,
    "#vote_by_time": "17:00",
    ...source,
  });
  const meeting = await form.check("#checked").press("Save the meeting");
  expect(meeting.heading).toBe(`Annual meeting ${year}`);
  expect(meeting.texts(".of-company")).toEqual([name]);

  const recipients = await ofCompany("/letters/recipients");
  recipients.fill({
    "Name of the recipient": `Office of ${name}`,
    "Email address": `ir@${ticker.toLowerCase()}.example`,
  });
  const office = await recipients.press("Add the recipient");
  office.fill({ "Checked by": "Olga Sample", Source: "https://example.org/investors" });
  expect((await office.press("Record the verification")).done).toContain("Recipient verified");
}

async function translate() {
  const spanish = {
    Title: title.es,
    "Line above the title": "Petición",
    Subheading: "Pedimos a las dos empresas que vuelvan a ofrecer trenes nocturnos.",
    "Version 1: In one sentence": "Que vuelvan los trenes nocturnos.",
    "Version 1: The whole text": `Pedimos a ${hoshino.name} y a ${tallow.name} que vuelvan los trenes nocturnos.`,
    "Statement 2: Text": "El último tren nocturno salió en marzo.",
    "Statement 2: Attribution": "The Example Gazette",
  };
  let page = await open("/edit/translations");
  for (const part of ["The page", "The petition", "Statements"]) {
    const form = page.in("section:has(form)", part);
    for (const [heading, text] of Object.entries(spanish))
      if (form.texts(".language-pair h3").includes(heading))
        form.in(".language-pair", heading).fill({ "[name]": text });
    page = await form.press("Save as drafts");
  }
  expect((await page.press(/^Publish \d+ translations/)).text).toContain(
    "Complete: Spanish is offered once the campaign opens.",
  );
}

/** Opens a campaign about two made-up companies from the template, as its organizer. */
async function openTheCampaign() {
  const form = await owner.visitor.open("/organize/new");
  form.fill({ Title: title.en, Address: "night-trains", Company: "Another company" }).check(/^A template/);
  const begun = await form.fill({ "Name of the other company": hoshino.name }).press("Create the campaign");
  const company = await begun.follow("Enter the company’s exchange and ticker");
  const { name: _, ...listed } = hoshino;
  company.fill({ ...byId(listed), ...source }).check("#checked");
  const companies = await (await company.press("Save the company")).follow("Companies of this campaign");
  companies.fill({ ...byId(tallow), ...source }).check("#checked");
  const added = await companies.in("form:has(#ticker)").press("Add to the campaign");
  expect(added.done).toContain("Companies changed.");
  await writeTheCase();
  for (const each of [hoshino, tallow]) await addMeetingAndOffice(each);
  await translate();
  const [made] = await site.db.execute<{ id: number }>(
    sql`select id from campaigns where slug = 'night-trains'`,
  );
  if (made) await anOrganizer(site.db, { campaign: made });
  const overview = await open("");
  expect(overview.text).not.toContain("Needed");
  const opened = await (await open("/edit")).press("Open the campaign");
  expect(opened.done).toContain("The campaign is open.");
}

/** Words of the seeded campaign alone: its company, its agency, its exchange's time zone. */
const seeded = /Microsoft|\bICE\b|New York|Nueva York/;
/** Words of meetings under United States law alone. */
const american = /\b14a-8\b|401\(k\)/;

/** Checks that a page has no words of the seeded campaign nor, for a company abroad, of United States law. */
function read(page: Page, { isAbroad = false } = {}) {
  const found = (isAbroad ? [seeded, american] : [seeded]).map((words) => words.exec(`${page.bytes}`)?.[0]);
  expect([page.url.pathname, ...found.filter(Boolean)]).toEqual([page.url.pathname]);
  return page;
}

/** Reads the newest email that asks to confirm, other than earlier ones, and does. */
async function confirm(visitor: Visitor, email: string, before: ParsedMail[] = []) {
  const isNew = ({ subject, text = "" }: ParsedMail) =>
    /\/confirm\//.test(text) && !before.some((mail) => mail.subject === subject);
  const mail = await waitForMail(site, email, isNew);
  expect(seeded.exec(`${mail.subject} ${mail.text} ${mail.html}`)).toBeNull();
  const thanks = read(await read(await visitor.open(linkIn(mail, "confirm"))).press(".act"));
  expect(thanks.texts("h1 + .standfirst")).toHaveLength(1);
  return mail;
}

/** Signs, pledges to one of the companies and writes to the other. */
async function takePart(locale: "en" | "es", country: string) {
  const visitor = new Visitor(site);
  const email = anAddress();
  const own = `${locale === "es" ? "/es" : ""}/c/night-trains`;
  const person = { "#name": "Ana Sample", "#email": email, "#country": country };
  const page = read(await visitor.open(own));
  expect(page.heading).toBe(title[locale]);
  const form = page.in(".sign-form").fill(person).check("#consent_sign");
  form.in(".to-each").check(tallow.name);
  const inbox = await form.press(".act");
  expect(inbox.in("dl").text).toContain(email);
  const signed = await confirm(visitor, email);

  const which = read(await visitor.open(`${own}/pledge`)).in(".pledge-form");
  const first = read(await which.check(hoshino.name).press(".act"), { isAbroad: true });
  const pledge = read(await first.press("[value=broker]"), { isAbroad: true }).in(".pledge-form");
  pledge.fill({ ...person, "#shares": "250" }).check("[name=intention][value=for]", "#consent_pledge");
  read(await pledge.press(".act"), { isAbroad: true });
  const pledged = await confirm(visitor, email, [signed]);
  expect(pledged.text).toContain(hoshino.name);

  const to = (await visitor.open(`${own}/letter`)).in(".pledge-form").check(tallow.name);
  const letter = read(await to.press(".act"));
  letter.fill({ ...person, "#body": "Please run the night trains again: my street has no other way home." });
  letter.check("#consent_letter", "#consent_deliver");
  read(await letter.in(".send").press(".act"));
  const written = await confirm(visitor, email, [signed, pledged]);
  expect(written.text).toContain(tallow.name);
  expect(written.text).not.toContain(hoshino.name);

  const mine = read(await visitor.open(await manageLinkOf(site, email)));
  expect(mine.isChecked("[name=consent_deliver][value^=tallow-]")).toBe(true);
}

/** Reads of one pledge and one letter in each language, by company, in console, counts and totals. */
async function readWhatCame() {
  const count = await (await site.get("/c/night-trains/count.json")).json();
  const ofEach = [
    { name: hoshino.name, holders: 2, letters: 0 },
    { name: tallow.name, holders: 0, letters: 2 },
  ];
  expect(count).toMatchObject({ signatures: 2, wholeShares: null, companies: ofEach });

  const pledges = await open("/pledges");
  expect(chooser(pledges).texts("[aria-current]")).toEqual([hoshino.name]);
  const people = (page: Page) => page.texts("td a, th a").filter((text) => text === "Ana Sample");
  expect(people(pledges)).toHaveLength(2);
  expect(people(await chooser(pledges).follow(tallow.name))).toHaveLength(0);
  // Only the law of one has co-filers.
  const cofilers = await pledges.follow("Co-filers");
  expect(cofilers.heading).toBe("Co-filers");
  expect(chooser(cofilers).texts("a")).toEqual([tallow.name]);

  const letters = await open("/letters");
  expect(letters.texts("tr").filter((row) => row.includes(tallow.name))).toHaveLength(2);
  const offices = [hoshino, tallow].map(({ name }) => `Office of ${name}, ${name}`);
  expect(letters.options("To")).toEqual(offices);
  letters.in("tr.day + tr").check(/^Choose the letter/);
  const drafted = await letters.fill({ To: offices[1] ?? "" }).press("Draft one email per selected letter");
  expect(drafted.hasButton("Ask for approval")).toBe(true);
  const letter = await (await open("/letters")).in("tr.day + tr").follow("Ana Sample");
  expect(letter.texts(".of-company")).toEqual([tallow.name]);

  for (const language of ["", "/es"]) {
    const totals = read(await new Visitor(site).open(`${language}/c/night-trains/pledges`));
    expect(totals.texts("h2.of-company")).toEqual([hoshino.name, tallow.name]);
  }
}

test("a campaign about two companies is opened, and each gets its own pledges and letters", async () => {
  await openTheCampaign();
  await takePart("en", "United States");
  await takePart("es", "Estados Unidos");
  await readWhatCame();
});
