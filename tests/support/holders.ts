import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { type PledgeInput, pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import type { PledgeAnswers } from "#app/domain/entries/pledges/pledge.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { pledges, supporters } from "#db/schema/index.ts";
import { existing, testKeys } from "./builders.ts";

/** Answers for a broker's holder of 100 shares. */
export const pledgeAnswers = (values: Partial<PledgeAnswers> = {}): PledgeAnswers => ({
  kind: "direct",
  holdingForm: "broker",
  holding: values.kind === "fund" ? null : { shares: "100", bucket: null },
  heldSinceMonth: null,
  tenureBucket: null,
  accountFlags: [],
  heldOnRecordDate: "not_applicable",
  standingInstruction: "unsure",
  intentions: [{ item: null, intention: "for" }],
  willing: [],
  display: "anonymous",
  comment: null,
  fundManager: null,
  ...values,
});

type About = { campaign: { id: number }; meeting: { id: number } };

/** Returns a filled form's input. */
export function aPledgeInput(
  { campaign, meeting }: About,
  values: Partial<PledgeInput> & { to?: string } = {},
): PledgeInput {
  const { to = `holder-${randomBytes(5).toString("hex")}@example.org`, ...rest } = values;
  const address = parseAddress(to);
  if (address === null) throw new Error(`not an address: ${to}`);
  return {
    campaign,
    meetingId: meeting.id,
    name: "Ada Sample",
    email: { address, canonical: canonicalAddress(address) },
    country: "US",
    answers: pledgeAnswers(),
    locale: "en",
    consents: ["pledge"],
    ...rest,
  };
}

/** Finds the newest version of an address's pledge. */
export async function newestPledge(db: Db, input: Pick<PledgeInput, "email">) {
  const rows = await db
    .select({ pledge: pledges })
    .from(pledges)
    .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
    .where(eq(supporters.emailCanonical, input.email.canonical))
    .orderBy(pledges.id);
  return existing(rows.at(-1)?.pledge);
}

/** Pledges and confirms, as a person does. Answers the row in force. */
export async function aHolder(
  db: Db,
  about: About,
  values: Partial<PledgeInput> & { to?: string } = {},
  { keys = testKeys, now = new Date() }: { keys?: Keys; now?: Date } = {},
) {
  const input = aPledgeInput(about, values);
  await pledge(db, keys, input, now);
  const { publicId } = await newestPledge(db, input);
  await confirmPledge(db, keys, publicId, now);
  return { input, pledge: await newestPledge(db, input) };
}
