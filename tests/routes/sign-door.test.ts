import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { anAddress, aSite } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const filled = (email: string) => ({ name: "Ana Sample", email, country: "US", consent_sign: "on" });

/** By the fast door, and, as a form in parts, by the page alone. */
const ways = {
  door: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    site.post(path, fields, headers),
  page: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const request = {
      method: "POST",
      redirect: "manual",
      headers: { origin: site.url, ...headers },
      body,
    } as const;
    return fetch(site.url + path, request);
  },
};
type Way = keyof typeof ways;

const ofOneAnswer = ["date", "x-request-id", "keep-alive", "connection"];
/** How an empty body is written: the page writes it as an empty text. */
const ofNoBody = ["content-type", "content-length", "transfer-encoding"];
const told = async (answer: Response) => {
  const body = await answer.text();
  const left = new Set([...ofOneAnswer, ...(body === "" ? ofNoBody : [])]);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !left.has(name)));
  return { status: answer.status, headers, body };
};

const storedOf = async (email: string) => {
  await site.formsTaken();
  const [row] = await site.db.execute(sql`
    select s.name, s.country, s.locale, g.display, g.comment, g.source, t.proof, t.honeypot, t.foreign_language,
      (select array_agg(purpose order by purpose) from consents c where c.supporter_id = s.id) as consents,
      (select count(*)::int from deliveries d where d.signature_id = g.id) as emails
    from supporters s join signatures g on g.supporter_id = s.id
      join signature_traces t on t.signature_id = g.id where s.email = ${email}`);
  return row;
};

test("a signature is stored and answered the same by the fast door and by the page", async () => {
  for (const language of ["", "/es"]) {
    const [door, page] = [anAddress(), anAddress()];
    const more = {
      comment: "Words.",
      display: "initials",
      consent_updates: "on",
      source: "flyer",
      subject: "x",
    };
    const headers = { "accept-language": "de-DE" };
    const answers = [
      await told(await ways.door(`${language}${campaign}/sign`, { ...filled(door), ...more }, headers)),
      await told(await ways.page(`${language}${campaign}/sign`, { ...filled(page), ...more }, headers)),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      status: 303,
      headers: { location: `${language}${campaign}/check-your-inbox`, "cache-control": "no-store" },
    });
    expect(await storedOf(door)).toMatchObject({ comment: "Words.", emails: 1, honeypot: true });
    expect(await storedOf(door)).toEqual(await storedOf(page));
  }
});

test("whatever is not a plain success is answered by the page, with what was typed", async () => {
  const cases: [string, string, Record<string, string>, Record<string, string>, number][] = [
    ["nothing filled in", `${campaign}/sign`, { name: "" }, {}, 422],
    ["a long name", `${campaign}/sign`, { name: "x".repeat(300) }, {}, 422],
    ["a likely slip", `${campaign}/sign`, { email: "ana@gmial.com" }, {}, 422],
    ["another language", `${campaign}/sign?again=as-typed`, {}, {}, 200],
    ["no such campaign", "/c/nowhere-at-all/sign", {}, {}, 404],
    ["another site", `${campaign}/sign`, {}, { origin: "https://evil.example" }, 403],
    ["in Spanish", `/es${campaign}/sign`, { country: "" }, {}, 422],
    ["text that is none", `${campaign}/sign`, { name: "A\u0007na" }, {}, 422],
  ];
  for (const [what, path, changed, headers, status] of cases) {
    const fields = { ...filled("somebody-typed@example.org"), ...changed };
    const [door, page] = await Promise.all(
      (["door", "page"] as Way[]).map(async (way) => told(await ways[way](path, fields, headers))),
    );
    expect([what, door?.status]).toEqual([what, status]);
    expect([what, door]).toEqual([what, page]);
  }
  expect(await storedOf("somebody-typed@example.org")).toBeUndefined();
});
