// Pledging and writing a letter over HTTP, with limits on, against the bare server of signing; then how fast
// a worker stores the forms.
import { openBareSign } from "./bare.mjs";
import { fire, inTurns, together } from "./load.mjs";
import { until } from "./sign.mjs";
import { campaignSlug } from "./stage.mjs";

const person = "name=Person+{n}&email=person-{n}%40example.org&country=US";
const holding = "kind=direct&holding_form=broker&shares=12.5&intention=for&willing=attend";
const kinds = {
  pledge: `${person}&${holding}&attest=on&consent_pledge=on`,
  letter:
    `${person}&role=customer&body=I+ask+you+to+end+these+agreements.` +
    "&consent_letter=on&consent_deliver=on",
};

export async function measurePledges({ stage, database, seconds, rounds }) {
  const owner = stage.open("owner", database);
  const bare = await openBareSign(stage, database);
  const product = await stage.startProduct("web", database);
  const headers = {
    origin: product.origin,
    "content-type": "application/x-www-form-urlencoded",
    "x-forwarded-for": "{ip}",
  };
  const posted = { pledge: 0, letter: 0 };
  const post = async (server, kind, amount) => {
    const path = `/c/${campaignSlug}/${kind}`;
    const leg = await fire(server, { method: "POST", path, headers, body: kinds[kind], expect: 303, amount });
    if (server === product) posted[kind] += leg.answers;
    return leg;
  };
  const paced = async (server, kind) => {
    await post(server, kind, 500);
    const { answers, took } = await post(server, kind, 1000);
    return () => post(server, kind, Math.ceil((answers / took) * seconds));
  };
  const rows = [];
  for (const kind of Object.keys(kinds)) {
    const legs = await inTurns(rounds, await paced(product, kind), await paced(bare, kind));
    const [ours, theirs] = [together(legs.first), together(legs.second)];
    rows.push(
      {
        name: `${kind}s, 16 at a time`,
        unit: "/s",
        value: ours.rate,
        bare: theirs.rate,
        bar: { of: "ratio", atLeast: 0.15 },
      },
      { name: `99 of 100 ${kind}s answered within`, unit: "ms", value: ours.p99, bare: theirs.p99 },
      {
        name: `${kind}s, per second of the server's processor`,
        unit: "/s",
        value: ours.ratePerCpu,
        bare: theirs.ratePerCpu,
      },
    );
  }
  await product.stop();
  await bare.stop();
  const taken = await takeAll({ stage, database, owner });
  const [stored] = await owner`
    select (select count(*)::int from pledges where status = 'email_pending') as "pledges",
      (select count(*)::int from outbox where template = 'confirm-pledge') as "emails to confirm a pledge",
      (select count(*)::int from consents where purpose = 'pledge') as "consents before anyone confirmed",
      (select count(*)::int from letters where state = 'email_pending') as "letters",
      (select count(*)::int from outbox where template = 'confirm-letter') as "emails to confirm a letter"`;
  const expected = [posted.pledge, posted.pledge, 0, posted.letter, posted.letter];
  return [
    ...rows,
    {
      name: "forms of pledges and letters that one worker takes",
      unit: "/s",
      value: (posted.pledge + posted.letter) / taken,
    },
    ...Object.entries(stored).map(([what, value], at) => ({
      name: `${what} stored after ${posted.pledge} pledges and ${posted.letter} letters`,
      unit: "",
      value,
      bar: { of: "value", exactly: expected[at] },
    })),
  ];
}

/** Seconds until a worker has taken every waiting form. */
async function takeAll({ stage, database, owner }) {
  const began = performance.now();
  const worker = await stage.startProduct("worker", database);
  await until(owner, "no form waits", `select count(*)::int as n from waiting_forms`);
  const took = (performance.now() - began) / 1000;
  await worker.stop();
  return took;
}
