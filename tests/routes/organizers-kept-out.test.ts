import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { anAddress, aSite, linkIn, waitForMail } from "#tests/support/site.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const { db } = site;

/** Cookies that a browser keeps from an answer. */
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .filter((cookie) => !cookie.endsWith("="))
    .join("; ");
const named = (cookies: string, name: string) =>
  cookies.split("; ").find((cookie) => cookie.startsWith(`${name}=`)) ?? "";
const isCode = ({ subject }: { subject?: string | undefined }) => subject === "Your sign-in code";
const codesTo = async (email: string) =>
  (await site.mails()).filter((mail) => isCode(mail) && [mail.to].flat().some((to) => to?.text === email));

/** Waits until this many codes were emailed to this address. */
async function waitForCodes(email: string, howMany: number) {
  for (let tries = 0; tries < 500; tries++) {
    const codes = (await codesTo(email)).map(({ text }) => /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "");
    if (codes.length >= howMany) return codes;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`${howMany} codes were not mailed`);
}

/** Signs in with the code emailed after these. */
async function signIn(email: string, cookie: string, before: readonly string[] = []) {
  const codes = await waitForCodes(email, before.length + 1);
  const code = codes.find((each) => !before.includes(each)) ?? "";
  const answer = await site.post("/sign-in", { code }, { cookie });
  expect(answer.status).toBe(303);
  return answer;
}

/** Six requests by a stranger, one more than an address gets in an hour. */
async function attack(email: string) {
  const asked = await Promise.all(Array.from({ length: 6 }, () => site.post("/sign-in", { email })));
  expect(asked.map(({ status }) => status)).toEqual(Array(6).fill(200));
}

test("a stranger's requests keep nobody out of a browser that has signed in before", async () => {
  const { email } = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  const asked = await site.post("/sign-in", { email });
  const entered = await signIn(email, cookiesOf(asked));
  const kept = entered.headers.getSetCookie().find((cookie) => cookie.startsWith("browser="));
  expect(kept).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/);
  const browser = named(cookiesOf(entered), "browser");

  await attack(email);
  const before = await waitForCodes(email, 5);
  const again = await site.post("/sign-in", { email }, { cookie: browser });
  const back = await signIn(email, `${cookiesOf(again)}; ${browser}`, before);
  expect(back.headers.get("location")).toBe("/organize");
  // A used cookie is replaced: an earlier copy of it is useless.
  expect(named(cookiesOf(back), "browser")).not.toBe(browser);
});

test("a victim of code requests is told once and signs in by that email", async () => {
  const { email } = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  await attack(email);
  await attack(email);
  const notice = await waitForMail(site, email, (mail) => !isCode(mail));
  expect(notice.subject).toBe("Someone keeps asking for codes with your address");
  const path = linkIn(notice, "sign-in");

  const opened = await site.get(path);
  expect(opened.status).toBe(200);
  expect(await opened.text()).not.toContain(email);
  const before = await waitForCodes(email, 5);
  expect(before).toHaveLength(5);
  const asked = await site.post(path, {});
  const entered = await signIn(email, cookiesOf(asked), before);
  expect(entered.headers.get("location")).toBe("/organize");
  const warnings = (await site.mails()).filter(({ subject }) => subject === notice.subject);
  expect(warnings.filter((mail) => [mail.to].flat().some((to) => to?.text === email))).toHaveLength(1);

  const spoiled = await site.post(`${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`, {});
  expect(spoiled.status).toBe(410);
  expect(cookiesOf(spoiled)).toBe("");
});

test("known and unknown addresses get the same answer, under attack as before", async () => {
  const [known, other] = [await anOrganizer(db), await anOrganizer(db)];
  const asked = await site.post("/sign-in", { email: other.email });
  const entered = await signIn(other.email, cookiesOf(asked));
  const browser = named(cookiesOf(entered), "browser");
  const unknown = anAddress();
  const answers: { email: string; is: string }[] = [];
  for (const email of [known.email, unknown]) {
    await attack(email);
    for (const cookie of ["", browser, "browser=none"]) {
      const answer = await site.post("/sign-in", { email }, { cookie });
      const body = (await answer.text())
        .replaceAll(email, "ADDRESS")
        .replaceAll(encodeURIComponent(email), "ADDRESS")
        .replace(/nonce="[^"]*"|"nonce":"[^"]*"/g, "nonce");
      const cookies = answer.headers.getSetCookie().map((each) => each.replace(/=[\w-]{43};/, "=TOKEN;"));
      answers.push({ email, is: JSON.stringify([answer.status, body, cookies]) });
    }
  }
  const of = (email: string) => answers.filter((each) => each.email === email).map(({ is }) => is);
  expect(of(known.email)).toEqual(of(unknown));
  // One organizer's cookie is useless for another.
  expect(await codesTo(known.email)).toHaveLength(5);
});

test("a flood from a network locks out no browser that signed in before", async () => {
  const { email } = await anOrganizer(db);
  const from = { "x-forwarded-for": "198.51.100.7" };
  const asked = await site.post("/sign-in", { email }, from);
  const browser = named(cookiesOf(await signIn(email, cookiesOf(asked))), "browser");
  await Promise.all(Array.from({ length: 130 }, () => site.post("/sign-in", { code: "1" }, from)));
  expect((await site.post("/sign-in", { email }, from)).status).toBe(429);
  const made = { ...from, cookie: `browser=${"A".repeat(43)}` };
  expect((await site.post("/sign-in", { email }, made)).status).toBe(429);
  const known = { ...from, cookie: browser };
  expect((await site.post("/sign-in", { email }, known)).status).toBe(200);
  expect((await site.post("/sign-in/passkey", {}, known)).status).toBe(200);
});
