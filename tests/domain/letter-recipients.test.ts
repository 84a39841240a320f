import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";
import { editRecipient } from "#app/domain/campaign/recipients/edit-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { findRecipient, listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { RecipientForm, verifyForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import {
  retireRecipient,
  unverifyRecipient,
} from "#app/domain/campaign/recipients/retire-recipient.server.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import {
  findSettings,
  findSettingsAndTemplates,
} from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { saveSettings } from "#app/domain/entries/letters/settings/save-settings.server.ts";
import { saveTemplate } from "#app/domain/entries/letters/settings/save-template.server.ts";
import { SettingsForm, TemplateForm } from "#app/domain/entries/letters/settings/settings-form.ts";
import { auditEntries, letterRecipients } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aRecipient, unverified } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const office = { name: "Investor Relations", email: "ir@company.example", postalAddress: null, perDay: 20 };
const looked = { by: "Vera Verifier", on: "2026-11-23", where: "https://company.example/investors" };

async function aScene(role: OrganizerRole = "owner") {
  const campaign = await aCampaign(db, { languages: ["en", "es"] });
  const organizer = await anOrganizer(db, { campaign, role });
  return { campaign, organizer, scope: { campaignId: campaign.id, organizerId: organizer.id } };
}

const colleague = async (campaign: { id: number }, role: OrganizerRole) => ({
  campaignId: campaign.id,
  organizerId: (await anOrganizer(db, { campaign, role })).id,
});

const actions = async (campaign: { id: number }) =>
  (await rowsIn(db, auditEntries, { campaignId: campaign.id })).map(({ action, detail }) => ({
    action,
    detail,
  }));

test("an office is added unverified, and verified by who looked, when and where", async () => {
  const { campaign, organizer, scope } = await aScene();
  const added = await addRecipient(db, { scope, values: office }, now);
  if (added.outcome !== "added") throw new Error(added.outcome);
  const { publicId } = added;
  expect(await findRecipient(db, campaign.id, publicId)).toMatchObject({ ...office, verified: null });

  const on = { scope, publicId, seen: markOfAddress(office) };
  expect(await verifyRecipient(db, { ...on, ...looked }, now)).toEqual({ outcome: "verified" });
  expect((await findRecipient(db, campaign.id, publicId))?.verified).toEqual({
    by: looked.by,
    where: looked.where,
    at: "2026-11-23T00:00:00.000Z",
    recordedBy: organizer.name,
  });
  expect(await unverifyRecipient(db, { scope, publicId }, now)).toEqual({ outcome: "unverified" });
  expect((await findRecipient(db, campaign.id, publicId))?.verified).toBeNull();
  expect(await actions(campaign)).toEqual([
    { action: "letter-recipient-added", detail: { again: false } },
    { action: "letter-recipient-verified", detail: { on: "2026-11-23" } },
    { action: "letter-recipient-unverified", detail: {} },
  ]);
});

test("nobody verifies an address that was changed since they checked it", async () => {
  const { campaign, scope } = await aScene();
  const recipient = await aRecipient(db, campaign, unverified);
  const writer = await colleague(campaign, "organizer");
  const seen = markOfAddress(recipient);
  const values = { ...office, email: "elsewhere@attacker.example", postalAddress: recipient.postalAddress };
  const on = { publicId: recipient.publicId, seen };
  expect(await editRecipient(db, { ...on, scope: writer, values }, now)).toMatchObject({ outcome: "saved" });
  expect(await verifyRecipient(db, { ...on, scope, ...looked }, now)).toEqual({ outcome: "stale" });
  expect((await findRecipient(db, campaign.id, recipient.publicId))?.verified).toBeNull();
});

test("an edited email or postal address is unverified again; a name is not", async () => {
  const { campaign, scope } = await aScene("organizer");
  for (const [change, stays] of [
    [{ name: "Shareholder Services" }, true],
    [{ perDay: 3 }, true],
    [{ email: "other@company.example" }, false],
    [{ postalAddress: "Somewhere else" }, false],
  ] as const) {
    const recipient = await aRecipient(db, campaign, { email: `${Object.keys(change)}@company.example` });
    const { publicId, name, email, postalAddress, perDay } = recipient;
    const values = { name, email, postalAddress, perDay, ...change };
    const edited = await editRecipient(db, { scope, publicId, seen: markOfAddress(recipient), values }, now);
    expect(edited, JSON.stringify(change)).toEqual({ outcome: "saved", unverified: !stays });
    const row = await findRecipient(db, campaign.id, publicId);
    expect(row?.verified !== null, JSON.stringify(change)).toBe(stays);
    expect(row).toMatchObject(change);
    await retireRecipient(db, { scope, publicId }, now);
  }
  expect(JSON.stringify(await actions(campaign))).not.toContain("company.example");
});

test("an edit begun on another address is refused, and two offices never share one", async () => {
  const { campaign, scope } = await aScene();
  const recipient = await aRecipient(db, campaign);
  const other = await aRecipient(db, campaign, { email: "second@company.example" });
  const { publicId } = recipient;
  const values = { ...office, email: "third@company.example" };
  expect(await editRecipient(db, { scope, publicId, seen: "older", values }, now)).toEnd("stale");
  const taken = { ...office, email: other.email };
  const seen = markOfAddress(recipient);
  expect(await editRecipient(db, { scope, publicId, seen, values: taken }, now)).toEnd("taken");
  expect(await addRecipient(db, { scope, values: taken }, now)).toEqual({ outcome: "taken" });
});

test("a retired office cannot be edited or verified, and returns unverified", async () => {
  const { campaign, scope } = await aScene();
  const recipient = await aRecipient(db, campaign);
  const on = { scope, publicId: recipient.publicId };
  const seen = markOfAddress(recipient);
  expect(await retireRecipient(db, on, now)).toEqual({ outcome: "retired" });
  expect(await retireRecipient(db, on, now)).toEqual({ outcome: "retired-before" });
  expect(await verifyRecipient(db, { ...on, seen, ...looked }, now)).toEqual({ outcome: "retired" });
  expect(await editRecipient(db, { ...on, seen, values: office }, now)).toEqual({ outcome: "retired" });

  expect(await addRecipient(db, { scope, values: office }, now)).toEqual({
    outcome: "added",
    publicId: recipient.publicId,
  });
  expect(await listRecipients(db, campaign.id)).toMatchObject([{ verified: null, retiredAt: null }]);
});

test("only the right manage verifies, only write edits, and only in one's own campaign", async () => {
  const { campaign } = await aScene();
  const recipient = await aRecipient(db, campaign);
  const on = { publicId: recipient.publicId, seen: markOfAddress(recipient) };
  const stranger = (await aScene()).scope;
  const borrowed = { ...stranger, campaignId: campaign.id };
  const organizer = await colleague(campaign, "organizer");
  const viewer = await colleague(campaign, "viewer");
  const gone = { outcome: "gone" };
  for (const scope of [stranger, borrowed, organizer, viewer]) {
    expect(await verifyRecipient(db, { ...on, scope, ...looked }, now)).toEqual(gone);
    expect(await unverifyRecipient(db, { ...on, scope }, now)).toEqual(gone);
  }
  for (const scope of [borrowed, viewer]) {
    expect(await editRecipient(db, { ...on, scope, values: { ...office, perDay: 9 } }, now)).toEqual(gone);
    expect(await addRecipient(db, { scope, values: office }, now)).toEqual(gone);
    expect(await retireRecipient(db, { ...on, scope }, now)).toEqual(gone);
    const seen = "";
    expect(await saveSettings(db, { scope, values: { everyDays: 1, milestone: 10 }, seen }, now)).toEqual(
      gone,
    );
    expect(await saveTemplate(db, { scope, locale: "en", ask: "x", seen }, now)).toEqual(gone);
  }
  const [row] = await rowsIn(db, letterRecipients, { campaignId: campaign.id });
  expect(row).toEqual(recipient);
  expect(await findRecipient(db, stranger.campaignId, recipient.publicId)).toBeNull();
  expect(await actions(campaign)).toEqual([]);
});

test("the form takes one address that is one, and asks who looked, when and where", () => {
  const filled = { name: "IR", email: "IR@Company.Example", postal_address: "", per_day: "20" };
  const errorsOf = (parsed: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
    parsed.success ? [] : parsed.error?.issues.map(({ message }) => message);
  expect(RecipientForm.safeParse(filled).data?.email).toBe("ir@company.example");
  for (const [change, code] of [
    [{ name: " " }, "name-missing"],
    [{ email: "a@b.example, c@d.example" }, "email-shape"],
    [{ email: "a@b.example\r\nBcc: c@d.example" }, "email-shape"],
    [{ email: "jérôme@b.example" }, "email-shape"],
    [{ per_day: "0" }, "per-day-range"],
    [{ per_day: "201" }, "per-day-range"],
    [{ postal_address: "x".repeat(501) }, "postal-long"],
  ] as const)
    expect(errorsOf(RecipientForm.safeParse({ ...filled, ...change })), code).toEqual([code]);

  const verification = {
    verified_by: "V",
    verified_on: "2026-11-24",
    verified_where: "https://x.example",
    seen: "",
  };
  expect(verifyForm(now).safeParse(verification).success).toBe(true);
  for (const [change, code] of [
    [{ verified_by: "" }, "verified-by-missing"],
    [{ verified_on: "" }, "verified-on-missing"],
    [{ verified_on: "2026-11-25" }, "verified-on-future"],
    [{ verified_where: "" }, "verified-where-missing"],
  ] as const)
    expect(errorsOf(verifyForm(now).safeParse({ ...verification, ...change })), code).toEqual([code]);

  const when = { every_days: "14", milestone: "", seen: "" };
  expect(SettingsForm.safeParse(when).data).toEqual({ every_days: 14, milestone: null, seen: "" });
  for (const [change, code] of [
    [{ every_days: "0" }, "every-days-range"],
    [{ every_days: "91" }, "every-days-range"],
    [{ milestone: "9" }, "milestone-range"],
    [{ milestone: "ten" }, "milestone-range"],
  ] as const)
    expect(errorsOf(SettingsForm.safeParse({ ...when, ...change })), code).toEqual([code]);
  expect(errorsOf(TemplateForm.safeParse({ locale: "en", ask: "x".repeat(2001), seen: "" }))).toEqual([
    "ask-long",
  ]);
});

test("settings and asks are stored only over the version seen, by language", async () => {
  const { campaign, organizer, scope } = await aScene("organizer");
  expect(await findSettings(db, campaign.id)).toEqual({ everyDays: 7, milestone: 500 });
  const values = { everyDays: 14, milestone: null };
  expect(await saveSettings(db, { scope, values, seen: "" }, now)).toEqual({ outcome: "saved" });
  expect(await saveSettings(db, { scope, values, seen: "" }, now)).toEqual({ outcome: "stale" });
  const ask = "Te pedimos esto.";
  const template = { scope, locale: "es", ask };
  expect(await saveTemplate(db, { ...template, seen: "" }, now)).toEqual({ outcome: "saved" });
  expect(await saveTemplate(db, { ...template, ask: "Late", seen: "" }, now)).toEqual({ outcome: "stale" });
  expect(await saveTemplate(db, { ...template, locale: "fr", seen: "" }, now)).toEqual({ outcome: "gone" });

  const edited = { at: now.toISOString(), by: organizer.name };
  expect(await findSettingsAndTemplates(db, campaign.id)).toEqual({
    settings: values,
    edited,
    company: "Sample Corporation",
    templates: [
      { locale: "en", ask: "", edited: null },
      { locale: "es", ask, edited },
    ],
  });
  expect(await saveTemplate(db, { ...template, ask: "", seen: edited.at }, now)).toEnd("saved");
  expect((await findSettingsAndTemplates(db, campaign.id)).templates[1]?.edited).toBeNull();
  const audited = await actions(campaign);
  expect(audited.map(({ action }) => action)).toEqual([
    "letter-settings-changed",
    "letter-template-changed",
    "letter-template-changed",
  ]);
  expect(JSON.stringify(audited)).not.toContain(ask);
});

test("no form takes two addresses, a header, look-alikes or invisible names", () => {
  const read = (more: object) => {
    const fields = { name: "Investor Relations", email: "ir@company.example", per_day: "20" };
    const parsed = RecipientForm.safeParse({ ...fields, ...more });
    return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
  };
  for (const email of [
    "ir@company.example, me@evil.example",
    "ir@company.example;me@evil.example",
    "ir@company.example me@evil.example",
    "ir@company.example\r\nBcc: me@evil.example",
    "Investor Relations <ir@company.example>",
    "ir@company.example@evil.example",
    "i\u0433@company.example",
    "ir\u200b@company.example",
  ])
    expect(read({ email }), email).toEqual(["email-shape"]);
  expect(read({ email: "ir@c\u043empany.example" })).toMatchObject({ email: "ir@xn--cmpany-wqf.example" });
  for (const name of ["\u200b\u2060", "\u2028"]) expect(read({ name }), name).toEqual(["name-missing"]);
  for (const name of ["IR\nBcc: me", "IR\u2028Bcc: me", "IR\u0085Bcc: me"])
    expect(read({ name })).toEqual(["name-line"]);
  expect(read({ name: "\u202eRI\u202c Office" })).toMatchObject({ name: "RI Office" });
});
