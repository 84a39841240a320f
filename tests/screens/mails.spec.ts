import { test } from "@playwright/test";
import { render } from "#app/mail/render.server.ts";
import type { Email } from "#emails/index.ts";
import { sampleEmails } from "../support/emails.ts";
import { picture } from "./picture.ts";

for (const locale of ["en", "es"] as const) {
  test(`every mail in ${locale}`, async ({ page }) => {
    for (const sample of sampleEmails) {
      const { html } = await render({ name: sample.name, props: { ...sample.props, locale } } as Email);
      await page.setContent(html);
      await picture(page, "mails", `${sample.name}.${locale}`);
    }
  });
}
