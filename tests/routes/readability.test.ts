// English sentences of public and personal pages that are hard to read at age 13.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import en from "#app/i18n/en/index.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { addresses } from "#app/routes.ts";
import { supporters } from "#db/schema/index.ts";
import { filled, isPage } from "#tests/support/addresses.ts";
import { testKeys } from "#tests/support/builders.ts";
import { seededCampaign } from "#tests/support/companies.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { hardSentences, textsOfPage } from "#tests/support/readability.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSite } from "#tests/support/site.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const site = await aSite();
const about = await seededCampaign(site.db);
const { campaign } = about;
const base = `/c/${campaign.slug}`;
const person = { name: "Ada Sample", email: "ada@example.org", country: "US" };

/** What people agree to, word for word in the version stored with their signature, pledge or letter. */
const agreedTo = new Set([
  ...[false, true].flatMap((fund) => en.pledge.disclosures("Microsoft", fund)),
  `${en.pledge.second.attestBy} ${en.pledge.second.attestInstitution}`,
  en.letter.form.consentLetter,
]);

const { signature, supporter } = await aStoredSignature(site.db, campaign, {
  display: "public",
  consents: ["sign", "public_name"],
});
const pending = await aStoredSignature(site.db, campaign, { state: "pending" });
const { pledge } = await aHolder(site.db, about);
const { pledge: fund } = await aHolder(site.db, about, { answers: pledgeAnswers({ kind: "fund" }) });
const letter = await aLetter(site.db, campaign, {
  supporterId: supporter.id,
  display: "public",
  publication: "published",
});
const at = new Date(Date.now() - 3_600_000);
const update = await anUpdate(site.db, campaign, {
  ...approved,
  state: "sent",
  startedAt: at,
  preparedAt: at,
  finishedAt: at,
  subject: "What happened",
  body: "Two things.",
});
const idOf = async (id: number) => {
  const [row] = await site.db.select().from(supporters).where(eq(supporters.id, id));
  return row?.publicId ?? "";
};
const token = (purpose: TokenPurpose, subject: string) =>
  createToken(testKeys, purpose, { subject, issuedAt: new Date(), expiresAt: null });

const values = { campaign: campaign.slug, number: String(update.number), letter: letter.publicId };
const gets = [
  ...addresses
    .filter(({ id }) => id.startsWith("public/") && isPage(id))
    .map(({ address }) => filled(address, values, signature.publicId)),
  "/manage",
  `/confirm/${token("confirm", pending.signature.publicId)}`,
  `/thanks/${token("thanks", signature.publicId)}`,
  `/thanks/${token("thanks-pledge", pledge.publicId)}`,
  `/thanks/${token("thanks-pledge", fund.publicId)}`,
  `/manage/${token("manage", supporter.publicId)}`,
  `/manage/${token("manage", await idOf(pledge.supporterId))}`,
  `/manage/${token("manage", await idOf(fund.supporterId))}`,
  `/voted/${token("voted", fund.publicId)}`,
  `/unsubscribe/${token("unsubscribe", supporter.publicId)}`,
  ...(["signature", "pledge", "letter"] as const).map(
    (what) => `/undo/${token(`undo-${what}`, { signature, pledge, letter }[what].publicId)}`,
  ),
  `${base}/sign/${token("sign", supporter.publicId)}`,
  `${base}/pledge/${token("pledge", supporter.publicId)}`,
];
const posts: [string, Record<string, string>][] = [
  [`${base}/sign`, {}],
  [`${base}/letter`, {}],
  [`${base}/pledge`, { step: "1" }],
  ...pledgeWays.map((way): [string, Record<string, string>] => [
    `${base}/pledge`,
    { ...person, way, step: "1" },
  ]),
  [`${base}/co-file`, { shares: "100", held_since_month: "2020-01" }],
];

test("at most 5 percent of the sentences of every page are hard to read at 13", async () => {
  const asked = [
    ...gets.map((path) => ({ path, page: site.get(path) })),
    ...posts.map(([path, fields]) => ({
      path: `${path} ${fields.way ?? ""}`,
      page: site.post(path, fields),
    })),
  ];
  const pages = await Promise.all(
    asked.map(async ({ path, page }) => {
      const answer = await page;
      const html = await answer.text();
      const inEnglish = html.replace(/<(\w+)[^>]* lang="es".*?<\/\1>/gs, "");
      const texts = textsOfPage(inEnglish).map((text) => text.replace(/\s+/g, " ").trim());
      return {
        path,
        status: answer.status,
        ...hardSentences(
          13,
          texts.filter((text) => !agreedTo.has(text)),
        ),
      };
    }),
  );
  expect(pages.filter(({ status }) => status >= 500)).toEqual([]);
  expect(pages.filter(({ status }) => status === 200).length).toBeGreaterThan(40);
  expect(pages.reduce((sum, { sentences }) => sum + sentences, 0)).toBeGreaterThan(1500);
  expect(pages.filter(({ sentences, hard }) => hard.length > 0.05 * sentences)).toEqual([]);
});
