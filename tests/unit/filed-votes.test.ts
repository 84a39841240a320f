import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFiledVotes } from "#app/domain/campaign/meetings/results/read-filed-votes.ts";
import {
  fieldsOfFiled,
  resultForm,
  resultOfForm,
} from "#app/domain/campaign/meetings/results/result-form.ts";

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
  expect(items.map(({ unread }) => unread)).toEqual(["nominees", undefined, undefined, "years", undefined]);
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

test.each(["1. Title\nFor\tAgainst\n26.3%\t73.7%", "1. Title\nFor\tAgainst\tAbstain\n26\t74\t1.5%"])(
  "an item whose votes are percentages is read without votes, and fills a form: %j",
  (text) => {
    const items = readFiledVotes(text);
    expect(items).toEqual([{ number: 1, title: "Title", votes: null, unread: "percentages" }]);
    expect(fieldsOfFiled(items, [])).toMatchObject({
      number_0: "1",
      title_0: "Title",
      for_0: "",
      against_0: "",
    });
  },
);

test("whose proposal a row is follows what is stored, else the text, else it is the company's", () => {
  const rows = [1, 2, 3, 4, 5, 6].map((number) => ({ number, title: `Title ${number}`, votes: null }));
  const known = (number: number, more: object) => ({ ...stored, number, title: "Known", ...more });
  const fields = fieldsOfFiled([...rows, { number: 7, title: "Shareholder Proposal: Report", votes: null }], [
    known(1, { proponent: "A fund" }),
    known(2, { campaignRecommendation: "for" }),
    known(3, { proponent: "Entered", proposedBy: "company", votesAbstain: 1234n }),
    known(4, { status: "on_ballot" }),
    known(5, {}),
  ] as never);
  expect([0, 1, 2, 3, 4, 5, 6].map((n) => fields[`by_${n}`])).toEqual(
    "shareholder shareholder company shareholder  company shareholder".split(" "),
  );
  expect(fields.abstain_2).toBe("1,234");
});

const stored = {
  status: "voted",
  proponent: null,
  proposedBy: null,
  boardRecommendation: null,
  campaignRecommendation: null,
};

test("directors one by one, and an item without a table, say why they are empty", () => {
  const nominee = "1. Election of directors\nNominee\tFor\tWithheld\nAda Sample\t12\t3\n2. Other business";
  expect(readFiledVotes(nominee).map(({ votes, unread }) => [votes, unread])).toEqual([
    [null, "nominees"],
    [null, "none"],
  ]);
});

test("a filing's title that differs from ours goes to both persons who compare, ours is stored", () => {
  const known = [{ ...stored, number: 8, title: "Report on data" }] as never;
  const filled = (heading: string) => {
    const fields = fieldsOfFiled(
      readFiledVotes(`8. ${heading}\n${heads.join("\t")}\n${counts.join("\t")}`),
      known,
    );
    const source = { source_url: "https://www.sec.gov/filing", as_of: "2025-12-09" };
    return { fields, ...resultOfForm(resultForm(new Date("2025-12-10")).parse({ ...fields, ...source })) };
  };
  const other = filled("Approval of the auditor");
  expect(other.fields).toMatchObject({ title_0: "Report on data", filed_0: "Approval of the auditor" });
  expect(other.results).toMatchObject([{ title: "Report on data", filedTitle: "Approval of the auditor" }]);
  expect(filled("REPORT ON DATA.").results[0]).not.toHaveProperty("filedTitle");
});

test("nothing is read where there is nothing", () => {
  expect(readFiledVotes("")).toEqual([]);
  expect(readFiledVotes("The meeting was held on December 5, 2025.")).toEqual([]);
  expect(readFiledVotes("For\tAgainst\n1\t2")).toEqual([]);
});
