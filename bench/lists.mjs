// What organizers wait for: counts, pages of the list and searches, as the functions that pages call.
// They run here on a connection of the product's own kind, so what is timed is query, transfer and rows.
import { overviewQueries } from "./dashboard.mjs";
import { percentile } from "./load.mjs";
import { fillCampaign, patterns, rowsFor } from "./rows.mjs";

const times = 200;
/** The overview asks for much at once. */
const looks = 40;

/**
 * Times each query at each size; the list grows from one size to the next. The largest stands beside the smallest: what does
 * not count rows takes as long.
 */
export async function measureLists({ stage, list, sizes }) {
  const { readCounts } = await stage.load("app/domain/campaigns/queries.server.ts");
  const { listSignatures } = await stage.load("app/domain/organizers/list-signatures.server.ts");
  const { searchSignatures } = await stage.load("app/domain/organizers/search-signatures.server.ts");
  const { db, owner, scope } = list;
  const everything = { state: null, from: null, to: null, cursor: null };
  const page = (filter) => listSignatures(db, scope, { ...everything, ...filter });
  const search = (text) => searchSignatures(db, scope, text);

  const measured = [];
  const smallest = new Map();
  for (const size of sizes) {
    await fillCampaign(owner, scope.campaignId, size);
    const total = rowsFor(size);
    const deep = await cursors(owner, total);
    const any = (n) => 1 + ((n * 7919) % total);
    const queries = [
      ["count", 2, () => readCounts(db, scope.campaignId)],
      ["list, first page", 10, () => page({})],
      ["list, deep page", 10, (n) => page({ cursor: { side: "older", than: deep[n % deep.length] } })],
      [
        "list, deep page of one state",
        10,
        (n) => page({ state: "confirmed", cursor: { side: "older", than: deep[n % deep.length] } }),
      ],
      ["list, first page of the rarest state", 10, () => page({ state: "withdrawn" })],
      ["list, up to a day", 10, () => page({ to: "2025-01-02" })],
      ["search, whole address", 50, (n) => search(`person-${any(n)}@example.org`)],
      ["search, letters in many names", 50, () => search(patterns.frequent)],
      ["search, letters in one name of 1,000", 50, () => search(patterns.seldom)],
      ["search, letters in one name of 50,000", 50, () => search(patterns.rare)],
      ["search, letters in old names alone", 50, () => search(patterns.old)],
      ["search, letters in no name", 50, () => search("qqq")],
    ];
    const overview = await overviewQueries({ stage, list });
    for (const [name, below, query] of [...queries, ...overview]) {
      const { median, p95 } = await time(query, overview.some(([one]) => one === name) ? looks : times);
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

/** Rows in the oldest tenth of the list. */
async function cursors(sql, total) {
  const rows = await sql`
    select public_id from signatures order by signed_at limit 50 offset ${Math.floor(total / 10)}`;
  return rows.map((row) => row.public_id);
}
