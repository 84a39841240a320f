import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { recipientsOf } from "#app/http/recipients.server.ts";
import { locales } from "#app/i18n/index.ts";
import type { Env } from "#app/lib/env.server.ts";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { PrivacyPage } from "#app/ui/trust/privacy-page.tsx";
import { campaign } from "#tests/support/sample-case.ts";

type Props = Parameters<typeof PrivacyPage>[0];
const recipients = { mailBy: "smtp", host: null, cdn: null } as const;
const page = (props: Partial<Props> = {}, locale = locales[0] ?? "en") =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale} path="/privacy">
      <PrivacyPage campaign={campaign} examples={false} recipients={recipients} {...props} />
    </LocaleProvider>,
  );

test.each(locales)("the page on privacy of a campaign names no other’s company or cause, in %s", (locale) => {
  const html = page({}, locale);
  expect(html).not.toMatch(/\bICE\b|Microsoft/);
  expect(html).toContain("<h3>Sample</h3>");
  expect(html).toContain("mailto:sample@example.org");
});

test("what a campaign says to careful people is on its page alone", () => {
  const care = "Somebody asks who signs.";
  expect(page({ campaign: { ...campaign, care } })).toContain(care);
  expect(page()).not.toContain(care);
});

test("processors are named as configured, and the page links each campaign's", () => {
  const env = { mail: { via: { name: "resend" } }, hostedBy: "A host", cdn: "A network" };
  const html = page({ recipients: recipientsOf(env as unknown as Env) });
  expect(html).toMatch(/<h3>Resend, .*<h3>A host, .*<h3>A network, /);
  expect(page()).not.toContain("which delivers the pages");

  const others = [{ slug: "one", title: "One" }];
  const ofAll = page({ campaign: null, others });
  expect(ofAll).toContain('href="/c/one/privacy"');
  expect(ofAll).toContain("The company that a campaign is addressed to");
});
