import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFiledVotes } from "#app/domain/campaign/meetings/results/read-filed-votes.ts";

const filing = readFileSync(new URL("../fixtures/filings/8k-item-507.txt", import.meta.url), "utf8");

const votes = (yes: string, no: string, abstain: string | null, brokerNonVotes: string | null) => ({
  for: yes,
  against: no,
  abstain,
  brokerNonVotes,
});

test("a filing's page fills each item that has one row of votes for and against", () => {
  const items = readFiledVotes(filing);
  expect(items.map(({ number, votes }) => [number, votes])).toEqual([
    [1, null],
    [2, votes("292485982", "659149", "32364", "0")],
    [3, votes("285361185", "3360097", "519433", "3936780")],
    [4, null],
    [5, votes("286524932", "2684422", "31361", "3936780")],
  ]);
  expect(items[1]?.title).toMatch(/^The stockholders ratified the appointment of BDO USA/);
});

const heads = ["For", "Against", "Abstain", "Broker Non-Votes"];
const counts = ["1,500,000", "4,000,001", "20", "-"];
const title = "8. Report on data";

test.each([
  ["tabs", `${title}\n${heads.join("\t")}\n${counts.join("\t")}`],
  ["single spaces", `${title}\n${heads.join(" ")}\n${counts.join(" ")}`],
  ["a line a cell", ["8.", "Report on data", ...heads, ...counts].join("\n")],
  [
    "columns",
    "Proposal 8: Report on data\nFor   Against   Abstentions   Broker Non-Votes\n1500000   4000001   20   0",
  ],
  ["bars", `Proposal No. 8 – Report on data\n| ${heads.join(" | ")} |\n| ${counts.join(" | ")} |`],
])("text pasted with %s reads the same", (_, text) => {
  expect(readFiledVotes(text)).toEqual([
    { number: 8, title: "Report on data", votes: votes("1500000", "4000001", "20", "0") },
  ]);
});

test("columns in another order go by their heads, and a percentage is no count", () => {
  const text = "9. Due diligence\nAgainst\tFor\t% For\tAbstain\n4,000,001\t1,500,000\t27.2%\t20";
  expect(readFiledVotes(text)).toEqual([
    { number: 9, title: "Due diligence", votes: votes("1500000", "4000001", "20", null) },
  ]);
});

test("nothing is read where there is nothing", () => {
  expect(readFiledVotes("")).toEqual([]);
  expect(readFiledVotes("The meeting was held on December 5, 2025.")).toEqual([]);
  expect(readFiledVotes("For\tAgainst\n1\t2")).toEqual([]);
});
