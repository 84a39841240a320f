import { z } from "zod";
import { locales } from "#app/i18n/index.ts";
import { neededField, textField } from "../forms/words-form.ts";
import { atMost } from "../wording.ts";

/** A campaign's slug: 3 to 64 lowercase letters, digits and hyphens, none at either end. */
const slugShape = /^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/;

/** How a new campaign begins: empty, with instructions of a template, or as a copy. */
export const beginnings = ["template", "empty", "copy"] as const;

/** The value of `company` for one that is not in the list. */
export const anotherCompany = "";

/** A copy has the companies of the campaign it copies. */
export const NewCampaignForm = z
  .object({
    begin: z.enum(beginnings, "begin-missing").default("copy"),
    /** The slug of the campaign to copy. */
    from: z.string().trim().optional(),
    /** The slug of a company in the list. */
    company: z.string().trim().default(anotherCompany),
    company_name: textField("company", 80, { leaves: true }),
    /** Slugs of further companies in the list. */
    more: z
      .array(z.string().trim().max(100))
      .max(19, "companies-many")
      .optional()
      .transform((slugs = []) => [...new Set(slugs)]),
    /** The language it is written in, unless it is a copy. */
    language: z.enum(locales, "language-unknown").default("en"),
    name: neededField("name", atMost.title, { leaves: true }),
    slug: z.string("slug-shape").trim().regex(slugShape, "slug-shape"),
  })
  .superRefine((form, issue) => {
    const refuse = (path: string, message: string) =>
      issue.addIssue({ code: "custom", path: [path], message });
    if (form.begin === "copy" && !slugShape.test(form.from ?? "")) refuse("from", "from-missing");
    if (form.begin !== "copy" && form.company === anotherCompany && form.company_name === null)
      refuse("company_name", "company-missing");
  });

/** Reads what `createCampaign` takes from a form. */
export function beginningOf(form: z.output<typeof NewCampaignForm>) {
  const { slug, name } = form;
  if (form.begin === "copy") return { slug, name, from: form.from ?? "" };
  const company =
    form.company === anotherCompany ? { name: form.company_name ?? "" } : { slug: form.company };
  const more = form.more.filter((one) => one !== form.company);
  return { slug, name, company, more, template: form.begin === "template", language: form.language };
}
