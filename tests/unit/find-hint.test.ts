import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";

test("what 'Find a person' asks for is what its search needs, on each list", () => {
  const { organize, letterConsole, pledgeList } = words("en");
  for (const [list, text] of Object.entries({ organize, letterConsole, pledgeList })) {
    const hint = /"findHint":"([^"]*)"/.exec(JSON.stringify(text))?.[1];
    expect(hint, list).toContain("three letters or digits in a row");
  }
});
