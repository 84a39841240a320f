// Lists as written by the tools that people come from: headers word for word, people made up.
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ImportFormat, Mapping } from "#app/domain/entries/imports/import.ts";
import { paperSignatures, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFileHandedIn, agreed, found, scopeOf, takenIn } from "#tests/support/imports.ts";

const db = await aDatabase();

type Given = { format: ImportFormat; file: string | Buffer; other?: Partial<Mapping> };

/** Imports a list with the guessed mapping. Returns the guess, the outcomes and the people imported. */
async function takenInAs({ format, file, other = {} }: Given) {
  const scope = await scopeOf(db, await aCampaign(db));
  const which = await aFileHandedIn(db, scope, file, { format });
  const { mapping, reading } = await found(db, which);
  const after = await takenIn(db, which, { other });
  const people = await db
    .select({
      email: supporters.email,
      name: supporters.name,
      country: supporters.country,
      postalCode: supporters.postalCode,
      comment: signatures.comment,
      on: sql<string>`to_char(${signatures.signedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
      updates: sql<boolean>`exists (select from consents c where c.supporter_id = ${supporters.id}
          and c.purpose = 'updates')`,
    })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(signatures.campaignId, scope.campaignId))
    .orderBy(signatures.id);
  return { mapping, reading, after, people, campaignId: scope.campaignId };
}

test("Action Network: a report of its people, with subscription and tags", async () => {
  const head =
    "uuid,first_name,last_name,email,can2_phone,can2_user_address,can2_user_city,can2_user_state,zip_code," +
    "country,can2_user_tags,can2_subscription_status,can2_sms_status,can2_subscription_date";
  const row = (email: string, name: string, status: string) =>
    `5f0c1c1e-0000-4000-8000-000000000000,${name},${email},+1 555 0100,1 Sample St,Boston,MA,02139,US,` +
    `"petition, volunteer",${status},unsubscribed,2026-03-04 12:33:44 UTC`;
  const file = [
    head,
    row("ana@example.org", "Ana María,Sample", "subscribed"),
    row("ben@example.org", "Ben,", "unsubscribed"),
    row("cleo@example.org", "Cleo,Sample", "bouncing"),
    "",
  ].join("\n");
  const { mapping, after, people } = await takenInAs({ format: "action-network", file });
  expect(mapping?.columns).toEqual({
    first_name: 1,
    last_name: 2,
    email: 3,
    postal_code: 8,
    country: 9,
    opt_in: 11,
    signed_on: 13,
  });
  expect(after).toMatchObject({ added: 3, refused: 0 });
  const rest = { country: "US", postalCode: "02139", comment: null, on: "2026-03-04" };
  expect(people).toEqual([
    { ...rest, email: "ana@example.org", name: "Ana María Sample", updates: true },
    { ...rest, email: "ben@example.org", name: "Ben", updates: false },
    { ...rest, email: "cleo@example.org", name: "Cleo Sample", updates: false },
  ]);
});

test("Change.org and its like: names without addresses are counted apart, as on paper", async () => {
  const file = [
    "Name,City,State,Postal Code,Country,Signed On",
    "Ana Sample,Boston,MA,02139,United States,2026-03-04",
    "José Ñandú,Sevilla,,41001,Spain,2026-03-05",
    "Ana Sample,Boston,MA,02139,United States,2026-03-04",
    "",
  ].join("\r\n");
  const { mapping, after, people, campaignId } = await takenInAs({ format: "change", file });
  expect(mapping).toEqual({
    columns: { name: 0, postal_code: 3, country: 4, signed_on: 5 },
    country: null,
    days: "ymd",
  });
  expect(after).toMatchObject({ added: 2, refused: 1 });
  expect(people).toEqual([]);
  const paper = await rowsIn(db, paperSignatures, { campaignId });
  expect(paper).toMatchObject([
    { name: "Ana Sample", country: "US", postalCode: "02139", signedOn: "2026-03-04" },
    { name: "José Ñandú", country: "ES", postalCode: "41001", signedOn: "2026-03-05" },
  ]);
});

test("WordPress and SpeakOut!: UTF-16, tabs, stray quotes and unconfirmed people", async () => {
  const head =
    "First Name\tLast Name\tEmail Address\tStreet Address\tCity\tState\tPostal Code\tCountry\t" +
    "Custom Field\tDate Signed\tConfirmed\tPetition Title\tPetition ID\tEmail Opt-in\tCustom Message\t" +
    "Language\tIP Address";
  const row = (name: string, email: string, confirmed: string, optIn: string, message: string) =>
    `"${name}"\t"Sample"\t"${email}"\t""\t"Łódź"\t""\t"90-001"\t"Poland"\t""\t"2026-03-04 12:00:00"\t` +
    `"${confirmed}"\t"Stop it"\t"1"\t"${optIn}"\t"${message}"\t"pl_PL"\t"192.0.2.1"`;
  const text = [
    head,
    row("Zoë", "zoe@example.org", "confirmed", "yes", 'They said "no" to it.'),
    row("Yan", "yan@example.org", "unconfirmed", "yes", ""),
    row("Xia", "xia@example.org", "...", "no", "Two\nlines"),
    "",
  ].join("\n");
  const file = Buffer.from(`\uFEFF${text}`, "utf16le");
  const { mapping, reading, after, people } = await takenInAs({ format: "wordpress", file });
  expect(reading).toMatchObject({ encoding: "utf-16le", separator: "\t" });
  expect(mapping?.columns).toEqual({
    first_name: 0,
    last_name: 1,
    email: 2,
    postal_code: 6,
    country: 7,
    signed_on: 9,
    confirmed: 10,
    opt_in: 13,
    comment: 14,
  });
  expect(after).toMatchObject({ rows: 3, added: 2, refused: 1 });
  expect(people).toMatchObject([
    {
      email: "zoe@example.org",
      name: "Zoë Sample",
      country: "PL",
      comment: '"They said "no" to it."',
      updates: true,
    },
    { email: "xia@example.org", comment: "Two\nlines", updates: false },
  ]);
});

test("a WordPress petition, Petitioner: UTF-8 with a mark, labels of its form", async () => {
  const head =
    "ID,Form ID,First name,Last name,Your email,Date of birth,Country,Salutation,Phone number," +
    "Street address,City,Postal code,Comments,BCC yourself,Newsletter,Hide name,Accept TOS," +
    "Approval status,Submitted at";
  const petra = "7,1,Petra,Sample,petra@example.org,,Germany,Ms,,,Berlin,10115,Enough,0,1,0,1,Confirmed";
  const dan = "8,1,Dan,Sample,dan@example.org,,Germany,Mr,,,Berlin,10115,,0,1,0,1,Declined";
  const at = '"2026-03-04 12:00:00"';
  const file = `\uFEFF${head}\n${petra},${at}\n${dan},${at}\n`;
  const { mapping, people } = await takenInAs({ format: "wordpress", file });
  expect(mapping?.columns).toMatchObject({
    first_name: 2,
    last_name: 3,
    email: 4,
    country: 6,
    postal_code: 11,
    comment: 12,
    opt_in: 14,
    confirmed: 17,
    signed_on: 18,
  });
  expect(people).toMatchObject([
    {
      email: "petra@example.org",
      name: "Petra Sample",
      country: "DE",
      postalCode: "10115",
      on: "2026-03-04",
      updates: true,
    },
  ]);
});

test("a paper sheet as a file: name, country, postcode and day, in a given order", async () => {
  const file = "Nombre completo;Código postal;País;Fecha\nAna Muestra;28001;España;3/4/2026\n";
  const { mapping, after, campaignId } = await takenInAs({ format: "paper", file, other: { days: "dmy" } });
  expect(mapping?.columns).toEqual({ name: 0, postal_code: 1, country: 2, signed_on: 3 });
  expect(after).toMatchObject({ added: 1, refused: 0 });
  const [row] = await db.select().from(paperSignatures).where(eq(paperSignatures.campaignId, campaignId));
  expect(row).toMatchObject({ name: "Ana Muestra", country: "ES", signedOn: "2026-04-03" });
});

test("any other table: any columns in any order, and a default country", async () => {
  const file = "Remarks;Mail;Wohnort;Who\nGood;greta@example.org;Berlin;Greta Sample\n";
  const { mapping, people } = await takenInAs({
    format: "csv",
    file,
    other: { columns: { email: 1, name: 3, comment: 0 }, country: "DE" },
  });
  expect(mapping?.columns).toEqual({ email: 1 });
  expect(people).toMatchObject([
    {
      email: "greta@example.org",
      name: "Greta Sample",
      country: "DE",
      comment: "Good",
      on: agreed.agreedOn,
      updates: false,
    },
  ]);
});
