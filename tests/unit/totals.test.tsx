import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BallotItem, IssuerSnapshot, Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { isSelection, pastResults } from "#app/domain/entries/pledges/totals/past-results.ts";
import { marketValueOf, sharesPerPercent } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { publicVotedRate } from "#app/domain/entries/pledges/totals/voted-rate.ts";
import { formatDollars, words } from "#app/i18n/index.ts";
import { ResultsChart } from "#app/ui/pledges/results-chart.tsx";
import { TotalsTable } from "#app/ui/pledges/totals-table.tsx";
import { bareItem } from "#tests/support/sample-meeting.ts";

const now = new Date("2026-11-24T12:00:00Z");
const plain = (html: string) => html.replaceAll("\u00a0", " ");
const unproven = { asOf: null, sourceUrl: null, verifiedAt: null, verifiedBy: null };

const item = (values: Partial<BallotItem>): BallotItem => ({
  ...bareItem,
  number: 9,
  title: "Due diligence",
  status: "voted",
  ...values,
});
const meeting = (year: number, items: BallotItem[]) => ({ year, items }) as unknown as Meeting;
const verified = { verifiedAt: now, verifiedBy: "An organizer", sourceUrl: "https://example.org/8-k" };

test("a result is computed exactly from votes, else reported as published", () => {
  const huge = 9_007_199_254_740_993n;
  const results = pastResults(
    [
      meeting(2026, [item({ status: "on_ballot", reportedResult: "over 99%" })]),
      meeting(2025, [
        item({ id: 1, votesFor: huge, votesAgainst: huge * 3n, votesAbstain: huge, ...verified }),
        item({ id: 2, number: null, title: "Sources", reportedResult: "over 36%" }),
        item({ id: 3, title: "Untold", reportedResult: "a large minority" }),
        item({ id: 4, title: "The auditor", proposedBy: "company", reportedResult: "over 99%" }),
      ]),
    ],
    now,
  );
  expect(
    results.map(({ result, drawn, verified, sourceUrl }) => [result, drawn, verified, sourceUrl]),
  ).toEqual([
    [{ kind: "exact", percent: "25.00" }, 25, true, "https://example.org/8-k"],
    [{ kind: "reported", text: "over 36%" }, 36, false, null],
    [{ kind: "reported", text: "a large minority" }, null, false, null],
  ]);

  const html = plain(renderToStaticMarkup(<ResultsChart results={results} company="Sample" />));
  expect(html).toContain(
    "Since 2025, 2 proposals got from 25.00% to over 36% yes votes, some as " + "reported, not verified",
  );
  expect(html).toMatch(/<rect class="done" y="4" width="25%"/);
  expect(html).toMatch(/<line x1="50%" x2="50%"/);
  expect(html).toContain("2 of 3 not verified");
  expect(html).toContain("9,007,199,254,740,993 for, 27,021,597,764,222,979 against");
  expect(html.match(/href="https:/g)).toHaveLength(1);
  expect(html).not.toContain("style=");
});

test("in Spanish a share is said with its article, and a bound without one", () => {
  const { title } = words("es").totals.results;
  const ofVotes = "de votos a favor";
  expect(title(3, 2024, "más del 26%", "más del 36%")).toBe(
    `Desde 2024, 3 propuestas obtuvieron desde más del 26% hasta más del 36% ${ofVotes}`,
  );
  expect(title(2, 2025, "25%", "más del 36%")).toContain(
    "2 propuestas obtuvieron desde el 25% hasta más del 36%",
  );
  expect(title(2, 2025, "25%", "25%")).toContain("2 propuestas obtuvieron cada una el 25%");
  expect(title(1, 2025, "más del 36%", "más del 36%")).toBe(
    `Una propuesta, en 2025, obtuvo más del 36% ${ofVotes}`,
  );
});

test("unverified votes give no share: the reported text or nothing", () => {
  const votes = { votesFor: 1n, votesAgainst: 2n };
  const results = pastResults(
    [
      meeting(2025, [
        item({ id: 1, ...votes }),
        item({ id: 2, ...votes, reportedResult: "over 26%" }),
        item({ id: 3, ...votes, reportedResult: "over 26%", ...verified }),
      ]),
    ],
    now,
  );
  expect(results.map(({ result, drawn }) => [result, drawn])).toEqual([
    [{ kind: "hidden" }, null],
    [{ kind: "reported", text: "over 26%" }, 26],
    [{ kind: "exact", percent: "33.33" }, 33.33],
  ]);

  const html = (some: typeof results) =>
    plain(renderToStaticMarkup(<ResultsChart results={some} company="Sample" />));
  const unverified = html(results.slice(0, 2));
  expect(unverified).not.toContain("33");
  expect(unverified).toContain("votes recorded, not verified");
  expect(unverified).toContain("One proposal, in 2025, got over 26% yes votes, as reported, not verified");
  expect(html(results.slice(0, 1))).not.toMatch(/<figcaption|<rect|half of the votes/);
});

test("results say that they are a selection, unless a ballot's items are there from 1 without a gap", () => {
  const of = (...numbers: (number | null)[]) => numbers.map((number) => ({ year: 2025, number }));
  expect(isSelection(of(8, 9))).toBe(true);
  expect(isSelection(of(1, 2, null))).toBe(true);
  expect(isSelection([...of(1, 2, 3), { year: 2024, number: 5 }])).toBe(true);
  expect(isSelection(of(3, 1, 2))).toBe(false);
  expect(isSelection([])).toBe(false);
});

test("ranges are printed as ranges, and what is not shown of a group as not shown", () => {
  const cell = { holders: 12, wholeShares: null, bucketHolders: 7, bucketMin: "700", bucketMax: "6993" };
  const html = renderToStaticMarkup(
    <TotalsTable
      caption="By way"
      rows={[
        { label: "Broker", cell },
        { label: "Plan", cell: undefined },
        { label: "Silent", cell: { ...cell, bucketMin: "0", bucketMax: "0" } },
      ]}
      sum={{ label: "All", cell: { ...cell, wholeShares: "20000000000000000001" } }}
    />,
  );
  expect(html).toContain("700 to 6,993");
  expect(html).toContain("not shown");
  expect(html).toContain("20,000,000,000,000,000,001");
  expect(html).not.toContain("Plan");
  expect(html).not.toContain("0 to 0");
});

const figures = (values: Partial<IssuerSnapshot>): IssuerSnapshot => ({
  id: 1,
  sharesOutstanding: 7_433_038_381n,
  price: "471.250000",
  priceHigh60d: null,
  ...unproven,
  ...values,
});

test("dollars and a percentage point are shown only on figures that are verified and fresh", () => {
  const why = (asOf: string | null, at: Date | null) => {
    const of = figures({ asOf, verifiedAt: at });
    return [marketValueOf("10", of, now), sharesPerPercent(of, now)].map((derived) =>
      derived.shown ? "shown" : derived.why,
    );
  };
  expect(why("2026-11-20", null)).toEqual(["unverified", "unverified"]);
  expect(why("2026-11-20", now)).toEqual(["shown", "shown"]);
  expect(why("2026-11-01", now)).toEqual(["stale", "shown"]);
  expect(why("2026-05-01", now)).toEqual(["stale", "stale"]);
  expect(why(null, now)).toEqual(["unset", "unset"]);
  expect(marketValueOf("10", null, now)).toEqual({ shown: false, why: "unset" });
  const value = marketValueOf("61204", figures({ asOf: "2026-11-20", verifiedAt: now }), now);
  expect(value).toMatchObject({ dollars: "28842385.00" });
  expect([
    formatDollars("en", "28842385.00", 0),
    formatDollars("en", "471.250000"),
    formatDollars("en", "3.5"),
  ]).toEqual(["$28,842,385", "$471.25", "$3.50"]);
});

test("the voted rate is public from twenty outcomes, and hides groups under five", () => {
  const of = (known: number, voted: number) => ({ known, voted });
  expect(publicVotedRate({ all: of(19, 10), byHolding: {} })).toBeNull();
  expect(publicVotedRate({ all: of(20, 10), byHolding: {} })?.all).toEqual({
    known: 20,
    votedMin: 10,
    votedMax: 10,
  });
  expect(publicVotedRate({ all: of(40, 38), byHolding: {} })?.all).toEqual({
    known: 40,
    votedMin: 36,
    votedMax: 40,
  });
  expect(publicVotedRate({ all: of(40, 1), byHolding: {} })?.all).toEqual({
    known: 40,
    votedMin: 0,
    votedMax: 4,
  });

  const groups = { broker: of(30, 20), registered: of(12, 6) };
  expect(publicVotedRate({ all: of(42, 26), byHolding: groups })?.byHolding).toEqual(groups);
  const withFew = { ...groups, employee_plan: of(3, 1) };
  expect(publicVotedRate({ all: of(45, 27), byHolding: withFew })).toMatchObject({
    byHolding: { broker: of(30, 20) },
    hidden: true,
  });
  const oneSided = { ...groups, unsure: of(9, 8) };
  expect(Object.keys(publicVotedRate({ all: of(51, 34), byHolding: oneSided })?.byHolding ?? {})).toEqual([
    "broker",
  ]);
});
