// What organizers wait for: counts, pages of lists and searches, by the functions that pages call, over a
// connection like the product's: it times query, transfer and rows.
import { overviewQueries } from "./dashboard.mjs";
import { patterns } from "./history.mjs";
import { openHistory } from "./list.mjs";
import { percentile } from "./load.mjs";

/**
 * Times each query in a history of each size. The largest is listed next to the smallest: what does not count
 * rows takes as long.
 */
export async function measureLists({ stage, sizes }) {
  const measured = [];
  const smallest = new Map();
  for (const size of sizes) {
    const list = await openHistory(stage, size);
    const queries = [
      ...(await signatureQueries({ stage, list, size })),
      ...(await otherQueries({ stage, list })),
      ...(await overviewQueries({ stage, list })),
    ];
    for (const { name, below, query, times = 100 } of queries) {
      const { median, p95 } = await time(query, times);
      if (size === sizes[0]) smallest.set(name, median);
      measured.push({
        ...(size === sizes[0] ? {} : { bare: smallest.get(name) }),
        name: `${name}, ${size.toLocaleString("en")} rows`,
        unit: "ms",
        value: median,
        p95,
        bar: { of: "p95", below },
      });
    }
  }
  return measured;
}

async function signatureQueries({ stage, list: { db, owner, scope }, size }) {
  const { readCounts } = await stage.load("app/domain/campaign/queries.server.ts");
  const { listSignatures } = await stage.load("app/domain/entries/signatures/list-signatures.server.ts");
  const { noteListView } = await stage.load("app/domain/record/note-view.server.ts");
  const { searchSignatures } = await stage.load("app/domain/entries/signatures/search-signatures.server.ts");
  const everything = { state: null, from: null, to: null, cursor: null };
  const page = (filter) => listSignatures(db, scope, { ...everything, ...filter });
  const deep = await cursors(owner, "signatures", "signed_at");
  const at = (n) => ({ side: "older", than: deep[n % deep.length] });
  const people = await owner`
    select email from supporters
    where id in (select 1 + (n * 7919) % ${size}::int from generate_series(1, 200) n)`;
  const [{ day }] =
    await owner`select (min(signed_at) + interval '30 days')::date::text as day from signatures`;
  const search = (text) => searchSignatures(db, scope, text);
  return [
    { name: "count", below: 2, query: () => readCounts(db, scope.campaignId) },
    { name: "signatures, first page", below: 20, query: () => page({}) },
    { name: "signatures, deep page", below: 20, query: (n) => page({ cursor: at(n) }) },
    {
      name: "signatures, first page with its entry in the log",
      below: 20,
      query: async () => {
        const { signatures } = await page({});
        await noteListView(db, scope, { list: "signatures", rows: signatures.length });
        return signatures;
      },
    },
    {
      name: "signatures, deep page of one state",
      below: 20,
      query: (n) => page({ state: "confirmed", cursor: at(n) }),
    },
    { name: "signatures, rarest state", below: 20, query: () => page({ state: "withdrawn" }) },
    { name: "signatures, up to a day", below: 20, query: () => page({ to: day }) },
    { name: "search, whole address", below: 100, query: (n) => search(people[n % people.length].email) },
    { name: "search, letters in many names", below: 100, query: () => search(patterns.frequent) },
    { name: "search, letters in one name of 1,000", below: 100, query: () => search(patterns.seldom) },
    { name: "search, letters in one name of 50,000", below: 100, query: () => search(patterns.rare) },
    { name: "search, letters in old names alone", below: 100, query: () => search(patterns.old) },
    { name: "search, letters in no name", below: 100, query: () => search("qqq") },
  ];
}

/** Pledges, letters, reviews and the log. */
async function otherQueries({ stage, list: { db, owner, scope } }) {
  const pledges = await stage.load("app/domain/entries/pledges/list/list-pledges.server.ts");
  const { searchPledges } = await stage.load("app/domain/entries/pledges/list/search-pledges.server.ts");
  const letters = await stage.load("app/domain/entries/letters/list/list-letters.server.ts");
  const { searchLetters } = await stage.load("app/domain/entries/letters/list/search-letters.server.ts");
  const moderation = await stage.load("app/domain/moderation/list-moderation.server.ts");
  const reviews = await stage.load("app/domain/review/list-reviews.server.ts");
  const words = await stage.load("app/domain/moderation/list-words.server.ts");
  const { listEntries } = await stage.load("app/domain/record/list-entries.server.ts");
  const [{ meetingId }] = await owner`select meeting_id as "meetingId" from pledges limit 1`;
  const ofMeeting = { ...scope, meetingId };
  const nothing = {
    state: null,
    kind: null,
    holding: null,
    verification: null,
    willing: null,
    outcome: null,
    from: null,
    to: null,
  };
  const all = { scope: "campaign", who: null, kind: null, from: null, to: null, subject: null, cursor: null };
  const reader = { campaignId: scope.campaignId, organizerId: null };
  const deepPledges = await cursors(owner, "pledges", "created_at");
  const deepLetters = await cursors(owner, "letters", "created_at");
  const [{ middle }] = await owner`select max(id) / 2 as middle from audit_entries`;
  const older = (rows, n) => ({ side: "older", than: rows[n % rows.length] });
  const anyLetter = { state: null, onHold: false, likeness: null, role: null, locale: null };
  const page = (filter, cursor = null) =>
    pledges.listPledges(db, ofMeeting, { ...nothing, ...filter }, cursor);
  const entries = (filter) => listEntries(db, reader, { ...all, ...filter });
  const queue = (filter) =>
    reviews.listReviews(db, scope, { state: "queued", reason: null, after: null, ...filter });
  return [
    ["pledges, counts by state", () => pledges.countPledges(db, ofMeeting)],
    ["pledges, first page", () => page({})],
    ["pledges, deep page", (n) => page({}, older(deepPledges, n))],
    ["pledges, one state", () => page({ state: "withdrawn" })],
    ["pledges, two conditions", () => page({ holding: "registered", willing: "cofile" })],
    ["pledges, letters in a name", () => searchPledges(db, ofMeeting, patterns.seldom)],
    ["pledges, letters in no name", () => searchPledges(db, ofMeeting, "qqq")],
    ["letters, counts by state", () => letters.countLetters(db, scope.campaignId)],
    ["letters, first page", () => letters.listLetters(db, scope, anyLetter, null)],
    ["letters, deep page", (n) => letters.listLetters(db, scope, anyLetter, older(deepLetters, n))],
    ["letters, held ones", () => letters.listLetters(db, scope, { ...anyLetter, onHold: true }, null)],
    [
      "letters, one role",
      () => letters.listLetters(db, scope, { ...anyLetter, role: "touched", locale: "es" }, null),
    ],
    ["letters, letters in a name", () => searchLetters(db, scope, patterns.seldom)],
    ["letters, letters in no name", () => searchLetters(db, scope, "qqq")],
    ["letters to read", () => moderation.listModeration(db, scope, "held", null)],
    ["review, first page", () => queue({})],
    ["review, one reason", () => queue({ reason: "cadence" })],
    ["review, counts", () => reviews.countReviews(db, scope)],
    [
      "names and comments to decide on",
      () => words.listWords(db, scope, { state: "queued", kind: null, reason: null, after: null }),
    ],
    ["names and comments, counts", () => words.countWords(db, scope)],
    ["log, first page", () => entries({})],
    ["log, deep page", () => entries({ cursor: { side: "older", than: Number(middle) } })],
    ["log, one person", () => entries({ who: "operator" })],
    ["log, one sort", () => entries({ kind: "exports" })],
    ["log, a sort that there is none of", () => entries({ kind: "words" })],
  ].map(([name, query]) => ({ name, query, below: 100 }));
}

async function time(query, times) {
  const took = [];
  for (let n = 0; n < times + times / 10; n++) {
    const began = performance.now();
    const answer = await query(n);
    const milliseconds = performance.now() - began;
    if (!answer) throw new Error("a query gave no answer");
    if (n >= times / 10) took.push(milliseconds);
  }
  took.sort((a, b) => a - b);
  return { median: percentile(took, 0.5), p95: percentile(took, 0.95) };
}

async function cursors(sql, table, column) {
  const rows = await sql`
    select public_id from ${sql(table)} order by ${sql(column)}
    offset (select count(*) / 10 from ${sql(table)}) limit 50`;
  return rows.map((row) => row.public_id);
}
