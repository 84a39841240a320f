import { expect, test } from "vitest";
import { mailFilesIn } from "#app/mail/choose.server.ts";
import { checkRecords, type Resolver, sendProbe } from "#app/mail/doctor.server.ts";
import { createPostmarkTransport } from "#app/mail/postmark.server.ts";
import { aFakeVendor } from "#tests/support/fake-vendor.ts";

const fails = (code: string) => Object.assign(new Error(code), { code });

/** Answers what is in the zone; what is not there does not exist. */
const zone = (records: Record<string, string[] | Error>): Resolver => {
  const find = async (name: string) => {
    const found = records[name] ?? fails("ENOTFOUND");
    if (found instanceof Error) throw found;
    return found;
  };
  return {
    resolveTxt: async (name) => (await find(name)).map((text) => [text.slice(0, 5), text.slice(5)]),
    resolveCname: find,
    resolveMx: async (name) => (await find(name)).map((exchange) => ({ exchange })),
  };
};

const statesOf = async (via: "resend" | "postmark" | "smtp" | "file", dns: Resolver) =>
  (await checkRecords(via, "news.campaign.test", dns)).map(({ what, state }) => [what, state]);

test("doctor finds the records that are there, missing and different", async () => {
  const dns = zone({
    "pm-bounces.news.campaign.test": ["pm.mtasv.net"],
    "_dmarc.news.campaign.test": ["v=DMARC1; p=quarantine"],
    "send.news.campaign.test": ["v=spf1 include:another.test ~all"],
    "news.campaign.test": ["another record", "v=spf1 a:mail.campaign.test -all"],
  });
  expect(await statesOf("postmark", dns)).toEqual([
    ["return path", "there"],
    ["DKIM", "unknown"],
    ["DMARC", "there"],
  ]);
  expect(await statesOf("resend", dns)).toEqual([
    ["SPF", "other"],
    ["return path", "other"],
    ["DKIM", "missing"],
    ["DMARC", "there"],
  ]);
  expect(await statesOf("smtp", dns)).toEqual([
    ["SPF", "there"],
    ["DKIM", "unknown"],
    ["DMARC", "there"],
  ]);
});

test("where DNS does not answer, nothing is called missing", async () => {
  const dns = zone({ "_dmarc.news.campaign.test": fails("ETIMEOUT") });
  expect(await statesOf("file", dns)).toEqual([["DMARC", "unknown"]]);
});

test("doctor sends one email and says what the vendor answered", async () => {
  const vendor = await aFakeVendor();
  const transport = createPostmarkTransport(
    { token: "t", streams: { own: "outbound", list: "broadcast" }, baseUrl: vendor.baseUrl },
    mailFilesIn("/nowhere"),
  );
  vendor.answers({ status: 422, body: { ErrorCode: 412, Message: "pending" } });
  expect(await sendProbe(transport, "A <a@campaign.test>", "me@campaign.test")).toMatchObject({
    outcome: "retry-later",
    problem: "account-pending",
    cause: "account",
  });
  expect(vendor.calls).toHaveLength(1);
});
