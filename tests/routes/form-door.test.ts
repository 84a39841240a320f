import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pledging, signing, writing } from "#tests/support/forms.ts";
import { anAddress, aSite } from "#tests/support/site.ts";
import { answerOf, waysInto } from "#tests/support/ways.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";

const ways = waysInto(site);
type Way = keyof typeof ways;

const storedOf = async (email: string) => {
  await site.formsTaken();
  const [row] = await site.db.execute(sql`
    select s.name, s.country, s.locale, g.display, g.comment, g.source, t.proof, t.honeypot,
      t.foreign_language,
      (select array_agg(purpose order by purpose) from consents c where c.supporter_id = s.id) as consents,
      (select count(*)::int from outbox d where d.signature_id = g.id) as emails
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
      await answerOf(await ways.door(`${language}${campaign}/sign`, { ...signing(door), ...more }, headers)),
      await answerOf(await ways.page(`${language}${campaign}/sign`, { ...signing(page), ...more }, headers)),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      status: 303,
      headers: { location: `${language}${campaign}/check-your-inbox?for=388`, "cache-control": "no-store" },
    });
    expect(await storedOf(door)).toMatchObject({ comment: "Words.", emails: 1, honeypot: true });
    expect(await storedOf(door)).toEqual(await storedOf(page));
  }
});

const pledgeOf = async (email: string) => {
  await site.formsTaken();
  const [row] = await site.db.execute(sql`
    select s.name, s.country, s.locale, p.kind, p.holding_form, p.status, p.comment,
      (select array_agg(i.intention) from pledge_intentions i where i.pledge_id = p.id) as intentions
    from supporters s join pledges p on p.supporter_id = s.id where s.email = ${email}`);
  return row;
};
const letterOf = async (email: string) => {
  await site.formsTaken();
  const [row] = await site.db.execute(sql`
    select s.name, s.country, s.locale, l.body, l.state
    from supporters s join letters l on l.supporter_id = s.id where s.email = ${email}`);
  return row;
};

test("the fast door and the page store and answer pledges and letters alike", async () => {
  for (const [path, fill, find, stored] of [
    ["/pledge", pledging, pledgeOf, { kind: "direct", status: "email_pending" }],
    ["/letter", writing, letterOf, { body: "I ask you to end these agreements.", state: "email_pending" }],
  ] as const)
    for (const language of ["", "/es"]) {
      const [door, page] = [anAddress(), anAddress()];
      const answers = [
        await answerOf(await ways.door(language + campaign + path, fill(door))),
        await answerOf(await ways.page(language + campaign + path, fill(page))),
      ];
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toMatchObject({
        status: 303,
        headers: { location: `${language}${campaign}/check-your-inbox?for=388`, "cache-control": "no-store" },
      });
      expect(await find(door)).toMatchObject({ locale: language === "/es" ? "es" : "en", ...stored });
      expect(await find(door)).toEqual(await find(page));
    }
});

test("what is not a plain success is answered by the page, with what was typed", async () => {
  const typed = "somebody-typed@example.org";
  const sign = signing(typed);
  const pledge = pledging(typed);
  const letter = writing(typed);
  const cases: [string, string, Record<string, string>, Record<string, string>, number][] = [
    ["nothing filled in", `${campaign}/sign`, { ...sign, name: "" }, {}, 422],
    ["a long name", `${campaign}/sign`, { ...sign, name: "x".repeat(300) }, {}, 422],
    ["a likely slip", `${campaign}/sign`, { ...sign, email: "ana@gmial.com" }, {}, 422],
    ["another language", `${campaign}/sign?again=as-typed`, sign, {}, 200],
    ["no such campaign", "/c/nowhere-at-all/sign", sign, {}, 404],
    ["another site", `${campaign}/sign`, sign, { origin: "https://evil.example" }, 403],
    ["in Spanish", `/es${campaign}/sign`, { ...sign, country: "" }, {}, 422],
    ["text that is none", `${campaign}/sign`, { ...sign, name: "A\u0007na" }, {}, 422],
    ["a pledge of nothing", `${campaign}/pledge`, { name: "Ana" }, {}, 422],
    [
      "the first step of a pledge",
      `${campaign}/pledge`,
      { step: "1", ...signing(typed), way: "broker" },
      {},
      200,
    ],
    ["a step back", `/es${campaign}/pledge`, { ...pledge, step: "back" }, {}, 200],
    ["a slip in a pledge", `${campaign}/pledge`, { ...pledge, email: "ana@gmial.com" }, {}, 422],
    ["a pledge in another language", `${campaign}/pledge?again=corrected`, { name: "Ana" }, {}, 422],
    ["a pledge to no campaign", "/c/nowhere-at-all/pledge", pledge, {}, 404],
    ["a pledge from another site", `${campaign}/pledge`, pledge, { origin: "https://evil.example" }, 403],
    ["an empty letter", `${campaign}/letter`, { ...letter, body: "" }, {}, 422],
    ["a preview", `${campaign}/letter`, { ...letter, step: "preview" }, {}, 200],
    ["a letter to print", `/es${campaign}/letter`, { ...letter, step: "print" }, {}, 200],
    ["a letter begun", `${campaign}/letter`, { ...letter, step: "compose", why: "It harms." }, {}, 200],
    ["a step that is none", `${campaign}/letter`, { ...letter, step: "leap" }, {}, 422],
    ["a slip in a letter", `${campaign}/letter`, { ...letter, email: "ana@gmial.com" }, {}, 422],
    ["a letter in another language", `${campaign}/letter?again=as-typed`, letter, {}, 200],
    ["a letter to no campaign", "/c/nowhere-at-all/letter", letter, {}, 404],
  ];
  for (const [what, path, fields, headers, status] of cases) {
    const [door, page] = await Promise.all(
      (["door", "page"] as Way[]).map(async (way) => answerOf(await ways[way](path, fields, headers))),
    );
    expect([what, door?.status]).toEqual([what, status]);
    expect([what, withoutTime(door)]).toEqual([what, withoutTime(page)]);
  }
  for (const find of [storedOf, pledgeOf, letterOf]) expect(await find(typed)).toBeUndefined();
});

/** Removes the time, which the letter's preview shows. */
const withoutTime = (answer: Awaited<ReturnType<typeof answerOf>> | undefined) => ({
  ...answer,
  body: answer?.body.replace(/\b\d\d?:\d\d(:\d\d)?\b|datetime="[^"]*"|dateTime="[^"]*"/g, ""),
});
