import { eq, inArray, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { createToken } from "#app/lib/token.server.ts";
import { signatures, signatureTraces, supporters } from "#db/schema/index.ts";
import { firstOf, testKeys } from "#tests/support/builders.ts";
import { openAs } from "#tests/support/database.ts";
import { anAddress, aSite, hiddenFieldsOf } from "#tests/support/site.ts";
import { answerOf, waysInto } from "#tests/support/ways.ts";

const site = await aSite();
const ways = waysInto(site);
const campaign = "/c/microsoft-ice";

/** People who signed, each with the link in their email. */
async function aCrowd(size: number, language = "") {
  const emails = Array.from({ length: size }, anAddress);
  const form = (email: string) => ({ name: "Ana Sample", email, country: "US", consent_sign: "on" });
  await Promise.all(emails.map((email) => site.post(`${language}${campaign}/sign`, form(email))));
  await site.formsTaken();
  const rows = await site.db
    .select({ publicId: signatures.publicId, id: signatures.id })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(inArray(supporters.email, emails));
  return rows.map(({ id, publicId }) => ({ id, path: `${language}/confirm/${linkTo(publicId)}` }));
}

const day = 86_400_000;
const linkTo = (subject: string, expiresAt = new Date(Date.now() + day)) =>
  createToken(testKeys, "confirm", { subject, issuedAt: new Date(expiresAt.getTime() - 7 * day), expiresAt });

const displayed = async (path: string) => hiddenFieldsOf(await (await site.get(path)).text());

/** Removes the token, which differs by signature. */
const plain = ({ headers: { location, ...headers }, ...rest }: Awaited<ReturnType<typeof answerOf>>) => ({
  ...rest,
  headers: { ...headers, location: location?.replace(/[A-Za-z0-9_-]{54}$/, "…") },
});

const storedOf = async ({ id }: { id: number }) => {
  const [row] = await site.db.execute(sql`
    select s.state, s.confirmed_at is not null as confirmed, p.confirmed_at is not null as proved,
      (select count(*)::int from outbox d where d.signature_id = s.id and d.template = 'receipt') as receipts
    from signatures s join supporters p on p.id = s.supporter_id where s.id = ${id}`);
  return row;
};
const pending = { state: "pending", confirmed: false, proved: false, receipts: 0 };

test("the fast door and the page confirm alike, once or again", async () => {
  for (const language of ["", "/es"]) {
    const [one, other] = await aCrowd(2, language);
    if (!one || !other) throw new Error("nobody signed");
    const forms = [await displayed(one.path), await displayed(other.path)];
    for (const _again of [1, 2]) {
      const door = await answerOf(await ways.door(one.path, forms[0] ?? {}));
      const page = await answerOf(await ways.page(other.path, forms[1] ?? {}));
      expect(plain(door)).toEqual(plain(page));
      expect(plain(door)).toMatchObject({
        status: 303,
        headers: {
          location: `${language}/thanks/…`,
          "cache-control": "no-store",
          "x-robots-tag": "noindex, nofollow",
        },
      });
      expect((await site.get(door.headers.location ?? "")).status).toBe(200);
    }
    expect(await storedOf(one)).toMatchObject({ confirmed: true, proved: true, receipts: 1 });
    expect(await storedOf(one)).toEqual(await storedOf(other));
  }
});

test("what is not a plain success is answered by the page", async () => {
  const one = firstOf(await aCrowd(1));
  const form = await displayed(one.path);
  const expired = `/confirm/${linkTo("00000000-0000-4000-8000-000000000000", new Date(Date.now() - 1000))}`;
  const gone = `/confirm/${linkTo("00000000-0000-4000-8000-000000000000")}`;
  const cases: [string, string, Record<string, string>, Record<string, string>, number][] = [
    ["nothing of the page", one.path, {}, {}, 409],
    ["the digest of another page", one.path, { digest: "x" }, {}, 409],
    ["in Spanish", `/es${one.path}`, { digest: "x" }, {}, 409],
    ["another site", one.path, form, { origin: "https://evil.example" }, 403],
    ["a link that expired", expired, form, {}, 404],
    ["a signature that is gone", gone, form, {}, 404],
    ["a link that is none", `/confirm/${"x".repeat(54)}`, form, {}, 404],
    ["a link that is shorter", "/confirm/x", form, {}, 404],
  ];
  for (const [what, path, fields, headers, status] of cases) {
    const door = await answerOf(await ways.door(path, fields, headers));
    expect([what, door.status]).toEqual([what, status]);
    expect([what, door]).toEqual([what, await answerOf(await ways.page(path, fields, headers))]);
  }
  for (const method of ["GET", "HEAD"]) await fetch(site.url + one.path, { method });
  expect(await storedOf(one)).toEqual(pending);
});

test("who never wants an email again is told so by the page, either way", async () => {
  const [one, other] = await aCrowd(2);
  const never = { intent: "never" };
  const door = await answerOf(await ways.door(one?.path ?? "", never));
  const page = await answerOf(await ways.page(other?.path ?? "", never));
  expect([door.status, door.body.replaceAll(one?.path ?? "", "")]).toEqual([
    200,
    page.body.replaceAll(other?.path ?? "", ""),
  ]);
  expect([await storedOf(one ?? { id: 0 }), await storedOf(other ?? { id: 0 })]).toEqual([
    undefined,
    undefined,
  ]);
});

test("simultaneous double confirmations count once, with one receipt", async () => {
  const crowd = await aCrowd(40);
  const forms = new Map<string, Record<string, string>>();
  for (const { path } of crowd) forms.set(path, await displayed(path));
  const refused = crowd[7];
  forms.set(refused?.path ?? "", { digest: "x" });
  const answers = await Promise.all(
    [...crowd, ...crowd.toReversed()].map(
      async ({ path }) => (await ways.door(path, forms.get(path) ?? {})).status,
    ),
  );
  expect(answers.filter((status) => status === 409)).toHaveLength(2);
  expect(answers.filter((status) => status === 303)).toHaveLength(78);
  for (const one of crowd)
    expect(await storedOf(one)).toMatchObject(
      one === refused ? pending : { confirmed: true, proved: true, receipts: 1 },
    );
  expect(await listCounterDrift(site.db)).toEqual([]);
});

test("a group whose connection ends is confirmed one by one, each once", async () => {
  const crowd = await aCrowd(12);
  const forms = await Promise.all(crowd.map(({ path }) => displayed(path)));
  // Signatures that a worker is scoring would be left out of the groups.
  await expect.poll(() => site.db.$count(signatureTraces, isNull(signatureTraces.scoredAt))).toBe(0);
  const admin = openAs("superuser", site.db).$client;
  const { database } = site.db.$client.options;
  let asked: Promise<Response[]> = Promise.resolve([]);
  await site.db.$client.begin(async (sql) => {
    await sql`lock table activity_hours in exclusive mode`;
    asked = Promise.all(crowd.map(({ path }, n) => ways.door(path, forms[n] ?? {})));
    // The first is a group of its own; the others follow when it fails.
    const end = async () =>
      (
        await admin`
          select pg_terminate_backend(pid) from pg_stat_activity where datname = ${database}
            and wait_event_type = 'Lock' and query ilike '%with asked as materialized%address_hmacs%'`
      ).length;
    for (const _group of [1, 2]) await expect.poll(end).toBe(1);
  });
  expect((await asked).map(({ status }) => status)).toEqual(crowd.map(() => 303));
  for (const one of crowd)
    expect(await storedOf(one)).toMatchObject({ confirmed: true, proved: true, receipts: 1 });
  expect(await listCounterDrift(site.db)).toEqual([]);
});
