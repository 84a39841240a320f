import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";
import { editRecipient } from "#app/domain/campaign/recipients/edit-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aRecipient } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();

const now = new Date("2026-11-24T12:00:00Z");

const office = { name: "Investor Relations", email: "ir@company.example", postalAddress: null, perDay: 20 };

async function aScene(role: OrganizerRole = "owner") {
  const campaign = await aCampaign(db, { languages: ["en", "es"] });
  const organizer = await anOrganizer(db, { campaign, role });
  return { campaign, organizer, scope: { campaignId: campaign.id, organizerId: organizer.id } };
}

const colleague = async (campaign: { id: number }, role: OrganizerRole) => ({
  campaignId: campaign.id,
  organizerId: (await anOrganizer(db, { campaign, role })).id,
});

test("of two offices that take one address at once, one is refused", async () => {
  const { campaign, scope } = await aScene();
  const second = await colleague(campaign, "organizer");
  for (let n = 0; n < 5; n++) {
    const [one, two] = [
      await aRecipient(db, campaign, { email: `one-${n}@company.example` }),
      await aRecipient(db, campaign, { email: `two-${n}@company.example` }),
    ];
    const values = { ...office, email: `same-${n}@company.example` };
    const edits = [
      { scope, publicId: one.publicId, seen: markOfAddress(one), values },
      { scope: second, publicId: two.publicId, seen: markOfAddress(two), values },
    ];
    const outcomes = await Promise.all([
      ...edits.map((edit) => editRecipient(db, edit, now)),
      addRecipient(db, { scope, values }, now),
      addRecipient(db, { scope: second, values }, now),
    ]);
    const ends = outcomes.map(({ outcome }) => outcome);
    expect(ends.filter((outcome) => outcome === "taken")).toHaveLength(3);
  }
});
