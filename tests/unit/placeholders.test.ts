import { expect, test } from "vitest";
import { isExampleAddress, isGiven, isPlaceholder } from "#app/lib/placeholders.ts";

test("a product's example is a placeholder in any language and spacing", () => {
  for (const text of [
    "Example Campaign Association",
    "  example  campaign association ",
    "Example Campaign Association (Example)",
    "Our own name (Ejemplo)",
    "Asociación de Campaña de Ejemplo",
    "1 Example Street, Example City",
    "1 Example Street\nExample City",
    "Calle Ejemplo 1, Ciudad Ejemplo",
    "campaign@example.org",
    "news@mail.example.com",
    "us@campaign.example",
    "root@localhost",
    "nobody@x.invalid",
  ])
    expect(isPlaceholder(text), text).toBe(true);
});

test("a real detail is none, with any word in it", () => {
  for (const text of [
    "Leading by Example",
    "Example Foundation",
    "Sample Campaign e.V.",
    "12 Example Street, Bristol",
    "None",
    "hello@campaign.net",
    "hello@exemplar.org",
    "hello@myexample.org",
    "hello@example-campaign.org",
    "It is paid for by gifts from its members and takes no money from companies or parties.",
  ])
    expect(isPlaceholder(text), text).toBe(false);
  expect([null, undefined, "", " \n "].map(isGiven)).toEqual([false, false, false, false]);
  expect(isGiven("Sample Campaign e.V.")).toBe(true);
});

test("a sender's address in angle brackets is an example, too", () => {
  expect(isExampleAddress("Undersigned <campaign@example.org>")).toBe(true);
  expect(isExampleAddress("Campaign <news@campaign.net>")).toBe(false);
});
