import { expect, test } from "vitest";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { organizerCode } from "#app/domain/access/sign-in/code.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { passSecondFactor } from "#app/domain/access/sign-in/second-factor/pass-second-factor.server.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, anOwnerWithApp, anotherCode, codeAt } from "#tests/support/organizers.ts";

const db = await aDatabase();

const now = new Date("2026-11-24T12:00:00Z");

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("codes guessed from many browsers are checked against five emails an hour", async () => {
  const addresses = [await anOrganizer(db), await anOrganizer(db)];
  for (const { email } of addresses) {
    const browsers = await Promise.all(
      Array.from({ length: 12 }, () => requestCode(db, testKeys, { email }, now)),
    );
    const guesses = browsers.map(async ({ token: ceremony }) => {
      const right = organizerCode(testKeys, hashOfToken(ceremony));
      const give = (code: string) =>
        redeemCode(db, testKeys, { ceremony, code, userAgent: null, oldSession: null }, now);
      await give(anotherCode(right));
      return (await give(right)).outcome;
    });
    const ended = await Promise.all(guesses);
    expect(ended.filter((outcome) => outcome === "signed-in")).toHaveLength(5);
    expect(ended.filter((outcome) => outcome === "wrong")).toHaveLength(7);
  }
});

test("a month of guessing gets under 500 tries, and the owner still gets in", async () => {
  const { secret, session } = await anOwnerWithApp(db, now);
  const month = 30 * 86_400;
  let at = now;
  let rounds = 0;
  while (at.getTime() < later(month).getTime() && rounds < 500) {
    const code = anotherCode(codeAt(secret, at));
    const tried = await passSecondFactor(db, testKeys, { session, code }, at);
    rounds++;
    if (tried.outcome === "locked") at = new Date(tried.until.getTime() + 1000);
  }
  expect(rounds).toBeLessThan(500);
  const passed = await passSecondFactor(db, testKeys, { session, code: codeAt(secret, at) }, at);
  expect(passed.outcome).toBe("passed");
});
