import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { signing } from "#tests/support/forms.ts";
import { sendSignForm } from "#tests/support/journeys.ts";
import { anAddress, aSite } from "#tests/support/site.ts";
import { Visitor } from "#tests/support/visitor.ts";
import { inboxOf, waysInto } from "#tests/support/ways.ts";

const site = await aSite();
const sign = (headers: Record<string, string> = {}, more: Record<string, string> = {}) =>
  site.post("/c/microsoft-ice/sign", signing(undefined, { comment: "Kept words", ...more }), headers);

test("asking for mails too often gives the form back with the address that was typed", async () => {
  const ask = (path: string) => site.post(path, { email: "kept@example.org" });
  for (let batch = 0; batch < 6; batch++) {
    await Promise.all(Array.from({ length: 10 }, () => ask("/c/microsoft-ice/resend")));
  }
  for (const path of ["/c/microsoft-ice/resend", "/manage"]) {
    const answer = await ask(path);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("kept@example.org");
  }
});

test("an office of 80 signs undisturbed; far more need a proof or a button, despite headers", async () => {
  const office = await Promise.all(Array.from({ length: 80 }, () => sign()));
  expect(new Set(office.map(({ status }) => status))).toEqual(new Set([303]));

  const flood: number[] = [];
  for (let batch = 0; batch < 5; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        sign({ "x-forwarded-for": `198.51.${batch}.${n}`, "x-real-ip": `203.0.113.${n}` }),
      ),
    );
    flood.push(...answers.map(({ status }) => status));
  }
  expect(flood.filter((status) => status === 303)).toHaveLength(220);
  expect(flood.filter((status) => status === 422)).toHaveLength(30);

  const asked = await sign();
  expect(asked.status).toBe(422);
  expect(asked.headers.get("cache-control")).toBe("no-store");
  const html = await asked.text();
  expect(html).toContain("One moment: checking your browser");
  expect(html).toContain('value="Kept words"');
  expect(html).toContain('<script src="/proof.js"');

  const letter = await site.post("/c/microsoft-ice/letter", { body: "A letter that is kept" });
  expect(letter.status).toBe(422);
  await signByButton();
  await signByProof();
});

/** Signs without scripts, by a button in place of the proof. */
async function signByButton() {
  const page = await new Visitor(site).open("/c/microsoft-ice");
  const asked = await sendSignForm(page, anAddress());
  expect(asked.text).toContain("One moment: checking your browser");
  expect(asked.text).toContain("An organizer may review your signature before it counts");
  expect((await asked.press("Sign without the calculation")).heading).toBe("Check your inbox");
}

test("many pledges and letters need a proof, and few come without one", async () => {
  const person = () => ({ name: "Ana Sample", email: anAddress(), country: "US", comment: "Kept words" });
  const pledge = { kind: "direct", holding_form: "broker", shares: "12", consent_pledge: "on" };
  const letter = { body: "Kept words in a letter", consent_letter: "on", consent_deliver: "on" };
  const forms = { pledge, letter };
  type Kind = keyof typeof forms;
  const send = (kind: Kind, more: Record<string, string> = {}) =>
    site.post(`/c/microsoft-ice/${kind}`, { ...person(), ...forms[kind], ...more });
  for (let batch = 0; batch < 3; batch++) {
    const sent = await Promise.all(Array.from({ length: 50 }, (_, n) => send(n % 2 ? "pledge" : "letter")));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
  }
  for (const kind of ["pledge", "letter"] as const) {
    const asked = await send(kind);
    const html = await asked.text();
    expect([asked.status, html.includes("One moment: checking your browser")]).toEqual([422, true]);
    expect(html).toContain('value="Kept words');
    expect((await send(kind, { proof: await proofOf(html) })).status).toBe(303);
    for (let n = 0; n < 5; n++) expect((await send(kind, { without_proof: "on" })).status).toBe(303);
  }
  const refused = await send("letter", { without_proof: "on" });
  expect([refused.status, (await refused.text()).includes("Kept words in a letter")]).toEqual([429, true]);
});

const proofOf = (html: string) => {
  const challenge = JSON.parse(
    (/data-proof="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&quot;", '"'),
  ) as Challenge;
  return solveChallenge({ challenge, deriveKey }).then((solution) => JSON.stringify({ challenge, solution }));
};

/** Signs by a solved proof, which works once, and without one, which marks the signature. */
async function signByProof() {
  const proof = await proofOf(await (await sign()).text());
  const [solved, replayed, wentOn] = [anAddress(), anAddress(), anAddress()];
  const forged = JSON.stringify({ ...JSON.parse(proof), solution: { counter: 1, derivedKey: "00" } });
  expect((await sign({}, { proof: forged })).status).toBe(422);
  const answer = await sign({}, { proof, email: solved });
  expect([answer.status, inboxOf(answer)]).toEqual([303, "/c/microsoft-ice/check-your-inbox?for=388"]);
  expect((await sign({}, { proof, email: replayed })).status).toBe(422);
  const without = await sign({}, { without_proof: "on", email: wentOn });
  expect([without.status, inboxOf(without)]).toEqual([303, inboxOf(answer)]);

  await site.formsTaken();
  const proofs = await site.db.execute(sql`
    select p.email, t.proof::text as proof from signature_traces t join signatures s on s.id = t.signature_id
    join supporters p on p.id = s.supporter_id where p.email in (${solved}, ${replayed}, ${wentOn})
    order by t.proof`);
  expect(proofs).toEqual([
    { email: solved, proof: "solved" },
    { email: wentOn, proof: "went-on" },
  ]);
}

test("every page that refuses because of a limit says when to try again", async () => {
  const ways = waysInto(site);
  const token = "a".repeat(54);
  const spent = async (path: string, times: number) => {
    for (let batch = 0; batch < times; batch += 20)
      await Promise.all(Array.from({ length: 20 }, () => site.post(path, {})));
  };
  await spent(`/thanks/${token}`, 300);
  await spent("/sign-in", 120);

  const pages = [
    ...["confirm", "voted", "manage", "signed", "thanks", "es/confirm"].map((page) => `/${page}/${token}`),
    `/c/microsoft-ice/pledge/${token}`,
    "/sign-in",
    `/sign-in/${token}`,
    `/invite/${token}`,
  ];
  const refused = pages.flatMap((path) =>
    [ways.door, ways.page].map(async (post) => {
      const answer = await post(path, { intent: "x" });
      return [path, answer.status, Number(answer.headers.get("retry-after")) > 0];
    }),
  );
  expect(await Promise.all(refused)).toEqual(pages.flatMap((path) => Array(2).fill([path, 429, true])));
});
