// Pledging over HTTP, limits on, beside signing; then how fast a worker makes of the forms what is stored of them.
import { fire, inTurns, together } from "./load.mjs";
import { campaignSlug } from "./stage.mjs";

const path = `/c/${campaignSlug}/pledge`;

export async function measurePledges({ stage, database, seconds, rounds }) {
  const owner = stage.open("owner", database);
  const product = await stage.startProduct("web", database);
  let pledged = 0;
  const post = async (what, amount) => {
    const leg = await fire(product, { ...what(product.origin), expect: 303, amount });
    if (what === pledging) pledged += leg.answers;
    return leg;
  };
  const paced = async (what) => {
    await post(what, 500);
    const { answers, took } = await post(what, 1000);
    return () => post(what, Math.ceil((answers / took) * seconds));
  };
  const legs = await inTurns(rounds, await paced(pledging), await paced(signing));
  await product.stop();
  const pledges = together(legs.first);
  const signatures = together(legs.second);
  const taken = await takeAll({ stage, database, owner });
  const [stored] = await owner`
    select (select count(*)::int from pledges where status = 'email_pending') as "pledges",
      (select count(*)::int from deliveries where template = 'confirm-pledge') as "mails to confirm one",
      (select count(*)::int from consents where purpose = 'pledge') as "consents before anyone confirmed"`;
  const expected = [pledged, pledged, 0];
  return [
    {
      name: "pledging, 16 at a time, against signing",
      unit: "/s",
      value: pledges.rate,
      bare: signatures.rate,
    },
    { name: "99 of 100 pledges answered within", unit: "ms", value: pledges.p99, bare: signatures.p99 },
    { name: "forms of pledges that one worker takes", unit: "/s", value: pledged / taken },
    ...Object.entries(stored).map(([what, value], at) => ({
      name: `${what} stored after ${pledged} answers`,
      unit: "",
      value,
      bar: { of: "value", exactly: expected[at] },
    })),
  ];
}

/** Seconds until a worker has taken every form that waits. */
async function takeAll({ stage, database, owner }) {
  const began = performance.now();
  const worker = await stage.startProduct("worker", database);
  for (;;) {
    const [{ n }] = await owner`select count(*)::int as n from waiting_forms`;
    if (n === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const took = (performance.now() - began) / 1000;
  await worker.stop();
  return took;
}

let people = 0;

/** Requests as different people post them from different addresses. */
const posting = (to, fields) => (origin) => ({
  path: to,
  method: "POST",
  headers: { origin, "content-type": "application/x-www-form-urlencoded" },
  requests: [
    {
      setupRequest: (request) => {
        const n = ++people;
        const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
        const body = `name=Person+${n}&email=person-${n}%40example.org&country=US&${fields}`;
        return { ...request, headers: { ...request.headers, "x-forwarded-for": from }, body };
      },
    },
  ],
});

const holding = "kind=direct&holding_form=broker&shares=12.5&intention=for&willing=attend";
const pledging = posting(path, `${holding}&attest=on&consent_pledge=on`);
const signing = posting(`/c/${campaignSlug}/sign`, "consent_sign=on");
