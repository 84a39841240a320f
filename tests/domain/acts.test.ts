// The action that a table of acts makes, called as Remix calls it.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { acts } from "#app/domain/access/acts.ts";
import { recipientActs } from "#app/domain/campaign/recipients/acts.server.ts";
import { actionOf } from "#app/http/acts.server.ts";
import type { ActionFunctionArgs } from "#app/http/remix.server.ts";
import { letterRecipients } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aRecipient } from "#tests/support/letters.ts";
import { anOrganizer, enrolled } from "#tests/support/organizers.ts";

const db = await aDatabase();
const { noun, all } = recipientActs;
const action = actionOf(acts(noun, { ...all, retire: { ...all.retire, asks: "send" } }), { unnamed: "edit" });

async function aScene(role: "owner" | "viewer" = "owner") {
  const campaign = await aCampaign(db);
  const recipient = await aRecipient(db, campaign);
  const organizer = await anOrganizer(db, { campaign, role });
  const { session, codes } = await enrolled(db, organizer);
  const context = {
    db,
    env: { keys: testKeys, appUrl: "http://site.test" },
    locale: "en",
    refusals: { note: () => undefined },
    clientAddress: "127.0.0.1",
  } as unknown as ActionFunctionArgs["context"];
  const post = async (fields: Record<string, string>, id: string | undefined = recipient.publicId) => {
    const request = new Request("http://site.test/organize/c/a/letters/recipients/b", {
      method: "POST",
      headers: { cookie: `session=${session}` },
      body: new URLSearchParams(fields),
    });
    const params = { campaign: campaign.slug, recipient: id };
    const ended = await action({ request, params, context }).catch((thrown: unknown) => thrown);
    if (ended instanceof Error) throw ended;
    if (ended instanceof Response) return { status: ended.status, to: ended.headers.get("location") };
    const { data, init } = ended as Extract<Awaited<ReturnType<typeof action>>, { data: unknown }>;
    return { status: init?.status, ...data };
  };
  const isRetired = async () => {
    const [row] = await db.select().from(letterRecipients).where(eq(letterRecipients.id, recipient.id));
    return row?.retiredAt !== null;
  };
  return {
    post,
    isRetired,
    codes,
    at: `/organize/c/${campaign.slug}/letters/recipients/${recipient.publicId}`,
  };
}

test("a button that reauthenticates asks with all that was sent, and does it with the code", async () => {
  const { post, isRetired, codes, at } = await aScene();
  const pressed = { intent: "retire", note: "kept" };
  expect(await post(pressed)).toMatchObject({
    status: 403,
    act: "retire",
    proof: {
      kind: "send",
      problem: null,
      fields: [
        ["intent", "retire"],
        ["note", "kept"],
      ],
    },
  });
  expect(await post({ ...pressed, proof_code: "000000" })).toMatchObject({
    status: 403,
    proof: { problem: "wrong" },
  });
  expect(await isRetired()).toBe(false);
  const proved = await post({ ...pressed, proof_code: codes[0] ?? "" });
  expect(proved).toEqual({ status: 303, to: `${at}?done=retired` });
  expect(await isRetired()).toBe(true);
  expect(await post(pressed)).toMatchObject({ status: 409, refused: "retired-before", values: pressed });
});

test("a button without its right, thing, name or fields is refused, and what was typed is kept", async () => {
  const { post } = await aScene();
  const unknown = "00000000-0000-4000-8000-000000000000";
  expect(await post({ intent: "retire" }, unknown)).toMatchObject({ status: 404 });
  expect(await post({ intent: "open" }, "nothing")).toMatchObject({ status: 404 });
  expect(await post({ intent: "vanish" })).toMatchObject({ status: 422, act: null, refused: "unreadable" });
  const typed = { name: "Board", email: "nobody", per_day: "5" };
  expect(await post(typed)).toMatchObject({
    status: 422,
    act: "edit",
    values: typed,
    errors: [{ field: "email", code: "email-shape" }],
  });
  const viewer = await aScene("viewer");
  expect(await viewer.post({ intent: "open" })).toMatchObject({ status: 403, to: null });
});
