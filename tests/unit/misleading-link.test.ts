import { expect, test } from "vitest";
import { isMisleading } from "#app/lib/misleading-link.ts";

const evil = "https://evil.test/";

test.each([
  "//microsoft.com",
  "\\\\microsoft.com\\share",
  "/\\microsoft.com",
  "microsoft .com",
  "microsoft. com",
  "microsoft . com/report",
  "microsoft dot com",
  "microsoft [dot] com",
  "microsoft(dot)com",
  "microsoft punto com",
  "microsoft dot co dot uk",
  "news.microsoft dot co dot uk",
  "localhost/x",
  "localhost",
  "localhost:3000",
  "[::1]/x",
  "http://[2001:db8::7]/",
  "2001:db8:0:0:0:0:2:1",
  "::ffff:10.0.0.1",
  "microsoft．com",
  "microsoft。com",
  "microsoft｡com/report",
  "microsoft․com",
  "microsoft‧com",
  "microsoft·com",
  "micro\u00adsoft.com",
  "micro\u200bsoft.com",
  "ana@microsoft .com",
  "ana at microsoft dot com",
  "0x7f.1",
  "0x7f000001",
  "http://2130706433/",
  "WWW.MICROSOFT.COM",
  "wwwmicrosoft.com",
  "https:microsoft.com",
  "hxxps://microsoft.com",
])("words that read as an address of another host are seen: %s", (words) => {
  expect(isMisleading(words, evil)).toBe(true);
});

test.each([
  "the report",
  "Read the report. Com o sem",
  "our letter of 2026, dot by dot",
  "a dot com company",
  "and/or",
  "his/her vote",
  "10/12/2026",
  "24/7",
  "at 10:30:15",
  "page 3: item 4.2",
  "Proposal 4: yes",
  "Ph.D. thesis",
  "U.S. law",
  "e.g. this",
  "report.pdf",
  "the ratio 3:2:1",
  "Mark 3:16",
  "Yes. No. Me",
  "We won. In court",
  "10.5 percent",
  "// note",
  "Microsoft’s answer",
  "version 2.0.1",
  "0.5 of 1",
  "punto por punto",
  "the dot com years",
  "col·laborar",
  "We won. US law",
  "We lost. Net of costs",
  "Paso 1. Com os outros",
  "::",
])("words that are none are left alone: %s", (words) => {
  expect(isMisleading(words, evil)).toBe(false);
});

test.each([
  ["//microsoft.com", "https://www.microsoft.com/report"],
  ["microsoft dot com", "https://microsoft.com/"],
  ["microsoft .com", "https://microsoft.com/"],
  ["localhost/x", "http://localhost/x"],
  ["[::1]", "http://[::1]/"],
  ["2001:DB8::7", "http://[2001:db8:0::7]/"],
  ["ana at microsoft dot com", "mailto:ana@microsoft.com"],
  ["microsoft．com", "https://microsoft.com/"],
])("words that name the host they lead to are right: %s", (words, target) => {
  expect(isMisleading(words, target)).toBe(false);
});
