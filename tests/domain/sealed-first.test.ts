import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { chooseCompany } from "#app/domain/campaign/company/change-company.server.ts";
import { freezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { correctTranslation } from "#app/domain/campaign/petition/correct-translation.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import {
  publishTranslations,
  saveTranslations,
} from "#app/domain/campaign/petition/save-translations.server.ts";
import { retireRecipient } from "#app/domain/campaign/recipients/retire-recipient.server.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { createLog } from "#app/lib/log.server.ts";
import { aCampaign, aSignatureInput, testKeys as keys } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aPledgeInput } from "#tests/support/holders.ts";
import { aRecipient } from "#tests/support/letters.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { keepSignature } from "#tests/support/sign.ts";
import { aLetterInput } from "#tests/support/writers.ts";

const db = await aDatabase();
const files = { read: async () => null, remove: async () => {}, list: async () => [] };
const languages = ["en", "es"];

async function aScene(status: "draft" | "open") {
  const campaign = await aCampaign(db, { status, languages });
  const second = await aSecondCompany(db, campaign);
  const meeting = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
  const recipient = await aRecipient(db, campaign);
  const on = { campaignId: campaign.id, actor: "operator" as const };
  return { campaign, second, meeting, recipient, on, to: `someone-${campaign.slug}@example.org` };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

/** Posts a form of each kind about the second company. */
const post = {
  signature: ({ campaign, second, to }: Scene) =>
    keepSignature(
      db,
      aSignatureInput(campaign, { to, consents: ["sign", "deliver_to_company"], companyIds: [second.id] }),
    ),
  pledge: ({ campaign, second, meeting, to }: Scene) =>
    storeForm(db, keys, {
      kind: "pledge",
      input: aPledgeInput({ campaign, meeting }, { to }),
      companyId: second.id,
    }),
  letter: ({ campaign, second, to }: Scene) =>
    storeForm(db, keys, { kind: "letter", input: aLetterInput(campaign, { to, companyId: second.id }) }),
};
const take = () => processForms(db, keys, { log: createLog("silent") });

async function idsOf({ campaign, to }: Scene) {
  const [row] = await db.execute<{ supporterId: number; person: string; signature: string }>(sql`
    select p.id::int as "supporterId", p.public_id as person, s.public_id as signature
    from supporters p join signatures s on s.supporter_id = p.id
    where s.campaign_id = ${campaign.id} and p.email = ${to}`);
  if (!row) throw new Error("nobody signed");
  return row;
}
/** Signs and confirms before the form of the scene is posted. */
async function known(scene: Scene) {
  await post.signature(scene);
  await take();
  await confirmSignature(db, keys, (await idsOf(scene)).signature);
}

async function write({ campaign, on }: Scene, text: string) {
  const { texts = [] } = (await readTranslating(db, campaign.id, "es")) ?? {};
  const written = texts
    .filter(({ isInForce }) => isInForce)
    .map(({ key, version }) => ({ key, version, text: `${text} ${key}` }));
  await saveTranslations(db, { ...on, locale: "es", written });
  return ((await readTranslating(db, campaign.id, "es"))?.texts ?? []).filter(({ draft }) => draft !== null);
}
const draft = ({ on }: Scene) =>
  savePetition(db, { ...on, version: 0, words: { summary: "Opposite.", body: "We ask for the opposite." } });

type Row = {
  before?: (scene: Scene) => Promise<unknown>;
  form: keyof typeof post;
  status?: "draft" | "open";
  run: (scene: Scene) => Promise<unknown>;
};
const removal = ({ campaign, second }: Scene) =>
  changeCompanies(db, {
    scope: { campaignId: campaign.id, organizerId: null },
    change: { remove: second.slug },
    approveAlone: true,
  });
const reorder = ({ campaign, second }: Scene) =>
  changeCompanies(db, {
    scope: { campaignId: campaign.id, organizerId: null },
    change: { up: second.slug },
    approveAlone: true,
  });
const close = ({ campaign }: Scene, dryRun: boolean, now = new Date()) =>
  closeCampaign(db, { campaignSlug: campaign.slug, months: 1, actor: "operator", dryRun }, now);

const commands: Record<string, Row> = {
  "publish a text that means the same": {
    before: draft,
    form: "signature",
    run: ({ on }) => publishPetition(db, { ...on, version: 1, meaning: { is: "same", note: "A comma." } }),
  },
  "publish a text that means something else": {
    before: draft,
    form: "signature",
    run: ({ on }) => publishPetition(db, { ...on, version: 1, meaning: { is: "changed", earlier: null } }),
  },
  "publish the first translation": {
    form: "signature",
    run: async (scene) => {
      const seen = await write(scene, "Primero");
      return {
        published: await publishTranslations(db, { ...scene.on, locale: "es", seen }),
        corrected: await correctTranslation(db, { ...scene.on, locale: "es", seen, notes: null }),
      };
    },
  },
  "remove the company that gets a name": { form: "signature", run: removal },
  "remove the company of a pledge": { form: "pledge", run: removal },
  "remove the company of a letter": { form: "letter", run: removal },
  "remove that company from a draft": { form: "letter", status: "draft", run: removal },
  "change the order of companies": { form: "signature", run: reorder },
  "choose another first company": {
    before: reorder,
    form: "signature",
    status: "draft",
    run: ({ campaign, second }) =>
      chooseCompany(db, { scope: { campaignId: campaign.id, organizerId: null }, slug: second.slug }),
  },
  "retire the recipient": {
    form: "letter",
    run: ({ campaign, recipient }) =>
      retireRecipient(db, {
        scope: { campaignId: campaign.id, organizerId: null },
        publicId: recipient.publicId,
      }),
  },
  "count what closing would erase": {
    form: "pledge",
    run: async (scene) => {
      const { due } = (await close(scene, true)) as { due: { what: string; rows: number }[] };
      return due.filter(({ what }) => ["signatures", "pledges", "letters"].includes(what));
    },
  },
  "close the campaign": {
    form: "letter",
    run: async (scene) => ({ outcome: (await close(scene, false)).outcome }),
  },
  "erase a closed campaign": {
    form: "letter",
    run: async (scene) => {
      await close(scene, false, new Date("2020-01-01"));
      await eraseClosed(db, files as never);
    },
  },
  "freeze the campaign": {
    form: "signature",
    run: ({ campaign }) => freezeCampaign(db, { campaignId: campaign.id, actor: "operator" }),
  },
  "erase the person": {
    before: known,
    form: "letter",
    run: async (scene) => {
      const ports = { keys, record: vi.fn(async () => {}), removeMails: vi.fn(async () => {}) };
      const { person } = await idsOf(scene);
      return (await eraseSupporter(db, ports, { publicId: person, actor: "supporter" })).outcome;
    },
  },
  "withdraw the signature": {
    before: known,
    form: "signature",
    run: async (scene) => {
      const { supporterId, signature } = await idsOf(scene);
      return withdrawSignature(db, { supporterId, publicId: signature });
    },
  },
};

/** What a campaign ends with, without ids. */
async function endOf({ campaign, to }: Scene) {
  const [row] = await db.execute(sql`
    select c.status, c.petition_version as version,
      (select count(*)::int from campaign_companies where campaign_id = c.id) as companies,
      (select array_agg(state::text) from signatures where campaign_id = c.id) as signatures,
      (select array_agg(status::text) from pledges where campaign_id = c.id) as pledges,
      (select array_agg(state::text) from letters where campaign_id = c.id) as letters,
      (select count(*)::int from supporters where email = ${to}) as people,
      (select count(*)::int from waiting_forms where campaign_id = c.id) as waiting
    from campaigns c where c.id = ${campaign.id}`);
  return row;
}
const withoutIds = (value: unknown) =>
  JSON.parse(JSON.stringify(value ?? null).replace(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, '"id"'));

test.each(Object.entries(commands))(
  "%s: a form that waits sealed and one that was stored lead to the same end",
  async (_name: string, { before, form, status = "open", run }: Row) => {
    const ends = [];
    for (const isStored of [false, true]) {
      const scene = await aScene(status);
      await before?.(scene);
      await post[form](scene);
      if (isStored) await take();
      const outcome = withoutIds(await run(scene));
      await take();
      ends.push({ outcome, end: await endOf(scene) });
    }
    expect(ends[0]).toEqual(ends[1]);
  },
);
