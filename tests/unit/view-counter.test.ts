import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createViewCounter } from "#app/http/view-counter.ts";

/** The sources counted for one visit with this query. */
function sourcesOf(query: string) {
  const counter = createViewCounter("https://site.example");
  const request = { method: "GET", url: `/c/a-case?${query}`, headers: { "user-agent": "Mozilla/5.0" } };
  counter.count(request as unknown as IncomingMessage, "/c/a-case");
  return counter
    .take()
    .filter(({ measure }) => measure === "visit-source")
    .map(({ value }) => value);
}

test("a visit counts by its source's name, not by a placeholder for one", () => {
  expect(sourcesOf("source=newspaper")).toEqual(["newspaper"]);
  expect(sourcesOf("lang=en&utm_source=Mail-1&x=2")).toEqual(["Mail-1"]);
  for (const query of ["", "source=", "source=a%20b", "resource=x", `source=${"x".repeat(65)}`])
    expect(sourcesOf(query), query).toEqual([]);
  for (const name of ["YOUR-SITE", "your-site", "SU-SITIO", "Su-Sitio"])
    expect(sourcesOf(`source=${name}`), name).toEqual([]);
});
