// Signing over HTTP, limits on, against a bare server that inserts one row durably.
import { fire, inTurns, together } from "./load.mjs";
import { campaignSlug } from "./stage.mjs";

const path = `/c/${campaignSlug}/sign`;

export async function measureSign({ stage, database, seconds, rounds }) {
  const owner = stage.open("owner", database);
  await owner`create table bench_bare (
    id bigint generated always as identity primary key, name text, email text, country text)`;
  await owner`grant insert on bench_bare to undersigned_app`;

  const product = await stage.startProduct("web", database);
  const bare = await stage.startBare(new URL("bare-sign.mjs", import.meta.url), {
    databaseUrl: stage.databaseUrl("app", database),
  });
  let answered = 0;
  const sign = async (server, amount) => {
    const leg = await fire(server, { ...signing(product.origin), path, expect: 303, amount });
    if (server === product) answered += leg.answers;
    return leg;
  };

  // The first leg warms the server up; the second tells how many answers take about `seconds`.
  const paced = async (server) => {
    await sign(server, 2000);
    const { answers, took } = await sign(server, 2000);
    const amount = Math.ceil((answers / took) * seconds);
    return () => sign(server, amount);
  };
  const legs = await inTurns(rounds, await paced(product), await paced(bare));
  await bare.stop();
  const ours = together(legs.first);
  const theirs = together(legs.second);

  // A worker as busy as it can be: it has the mails of all legs before to send.
  const worker = await stage.startProduct("worker", database, product.port);
  const beside = together([await sign(product, Math.ceil(ours.rate * seconds * 0.6))]);
  await worker.stop();
  await product.stop();

  return [
    {
      name: "signing, 16 at a time",
      unit: "/s",
      value: ours.rate,
      bare: theirs.rate,
      bar: { of: "value", atLeast: 800 },
    },
    { name: "half of the signers answered within", unit: "ms", value: ours.p50, bare: theirs.p50 },
    {
      name: "99 of 100 signers answered within",
      unit: "ms",
      value: ours.p99,
      bare: theirs.p99,
      bar: { of: "value", below: 100 },
    },
    {
      name: "signing, per second of the server's processor",
      unit: "/s",
      value: ours.ratePerCpu,
      bare: theirs.ratePerCpu,
    },
    { name: "signing while a worker sends a backlog of mail", unit: "/s", value: beside.rate },
    { name: "99 of 100 then answered within", unit: "ms", value: beside.p99 },
    ...(await compareStored(owner, answered)),
  ];
}

let signers = 0;

/** Requests as different people post them from different addresses: nobody signs twice. */
const signing = (origin) => ({
  method: "POST",
  headers: { origin, "content-type": "application/x-www-form-urlencoded" },
  requests: [
    {
      setupRequest: (request) => {
        const n = ++signers;
        const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
        const person = `name=Signer+${n}&email=signer-${n}%40example.org&country=US&postal_code=98052`;
        const body = `${person}&consent_sign=on&consent_updates=on`;
        return { ...request, headers: { ...request.headers, "x-forwarded-for": from }, body };
      },
    },
  ],
});

/** What is in the database after as many 303 answers: one person, signature and mail each, and counters that agree. */
async function compareStored(sql, answered) {
  const [stored] = await sql`
    select
      (select count(*)::int from signatures) as signatures,
      (select count(distinct email_canonical)::int from supporters) as people,
      (select count(*)::int from deliveries where template = 'confirm-signature') as mails,
      (select count(distinct signature_id)::int from deliveries where template = 'confirm-signature') as "signatures with a mail",
      (select sum(pending)::int from campaign_counts) as "signatures by the counters"`;
  return Object.entries(stored).map(([what, n]) => ({
    name: `${what} stored after ${answered} answers`,
    unit: "",
    value: n,
    bar: { of: "value", exactly: answered },
  }));
}
