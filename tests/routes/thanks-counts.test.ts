import { expect, test } from "vitest";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { testKeys as keys } from "#tests/support/builders.ts";
import { seededCampaign } from "#tests/support/companies.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aSite } from "#tests/support/site.ts";
import { aWriter, written } from "#tests/support/writers.ts";

const site = await aSite();
const about = await seededCampaign(site.db);
const { campaign } = about;

/** The thanks for an entry, within a day or after it. */
async function thanksFor(purpose: TokenPurpose, subject: string, { language = "", days = 0 } = {}) {
  const issuedAt = new Date(Date.now() - days * 86_400_000);
  const expiresAt = new Date(issuedAt.getTime() + 86_400_000);
  const token = createToken(keys, purpose, { subject, issuedAt, expiresAt });
  return textOfPage(await (await site.get(`${language}/thanks/${token}`)).text());
}

test("a holder learns how many have pledged, from five on, including their pledge", async () => {
  for (let n = 1; n < 4; n++) await aHolder(site.db, about);
  const { pledge: fourth } = await aHolder(site.db, about);
  expect(await thanksFor("thanks-pledge", fourth.publicId)).not.toMatch(/shareholders have pledged/);
  const { pledge: fifth } = await aHolder(site.db, about);
  const { pledge: fund } = await aHolder(site.db, about, { answers: pledgeAnswers({ kind: "fund" }) });
  const large = pledgeAnswers({ kind: "institution", holding: { shares: "20000000", bucket: null } });
  const { pledge: inReview } = await aHolder(site.db, about, { answers: large });
  expect(await thanksFor("thanks-pledge", fifth.publicId)).toContain(
    "With you, 5 shareholders have pledged.",
  );
  expect(await thanksFor("thanks-pledge", fifth.publicId, { language: "/es" })).toContain(
    "Con usted, 5 accionistas han dicho cómo votarán.",
  );
  for (const { publicId } of [fund, inReview])
    expect(await thanksFor("thanks-pledge", publicId)).not.toMatch(/shareholders have pledged/);
  expect(await thanksFor("thanks-pledge", fifth.publicId, { days: 2 })).not.toMatch(/With you/);
});

test("a writer is told how many letters there are, from five on, unless theirs is on hold", async () => {
  for (let n = 1; n < 4; n++) await aWriter(site.db, campaign);
  const { letter: fourth } = await aWriter(site.db, campaign);
  expect(await thanksFor("thanks-letter", fourth.publicId)).not.toMatch(/Yours is one of/);
  const { letter: fifth } = await aWriter(site.db, campaign);
  expect(await thanksFor("thanks-letter", fifth.publicId)).toContain("Yours is one of 5 letters.");
  const links = Array.from({ length: 8 }, (_, n) => `https://example.org/${n}`).join(" ");
  const { letter: onHold } = await aWriter(site.db, campaign, { answers: written({ body: links }) });
  expect(await thanksFor("thanks-letter", onHold.publicId)).not.toMatch(/Yours is one of/);
  expect(await thanksFor("thanks-letter", fifth.publicId, { language: "/es" })).toContain(
    "La suya es una de 6 cartas.",
  );
});
