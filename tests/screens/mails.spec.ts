import { test } from "@playwright/test";
import { render } from "#app/mail/render.server.ts";
import { inEnglishAlone, inLocale, sampleEmails } from "#tests/support/emails.ts";
import { picture } from "./picture.ts";

for (const locale of ["en", "es"] as const) {
  test(`every mail in ${locale}`, async ({ page }) => {
    for (const sample of sampleEmails) {
      if (locale !== "en" && inEnglishAlone.has(sample.name)) continue;
      const { html } = await render(inLocale(sample, locale));
      await page.setContent(html);
      await picture(page, "mails", `${sample.name}.${locale}`);
    }
  });
}
