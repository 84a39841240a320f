import { z } from "zod";
import { checkName } from "#app/domain/access/person-form.ts";
import { checkbox } from "#app/domain/base/form-fields.ts";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import { cleanLine } from "#app/domain/base/text.ts";
import { type Holding, sharesRanges, tenureBuckets } from "#app/domain/entries/pledges/pledge.ts";
import { choice, monthField, sharesField } from "#app/domain/entries/pledges/pledge-form.ts";
import { papers } from "./co-filing-facts.ts";

/** Dollars a share, above zero, with at most 6 digits before and 6 after the point. */
const priceField = z
  .string()
  .optional()
  .transform((price) => price?.trim().replace(/^\$\s*/, "") || undefined)
  .refine((price) => price === undefined || /^\d{1,6}(\.\d{1,6})?$/.test(price), {
    message: "price-plain",
    abort: true,
  })
  .refine((price) => price === undefined || toMicro(price) > 0n, { message: "price-plain", abort: true })
  .transform((price) => (price === undefined ? null : fromMicro(toMicro(price))));

/** Parses `POST /c/:slug/co-file`: what a holder has and since when, each exactly or as a range. */
export const coFilingFormOf = (now: Date) =>
  z
    .object({
      shares: sharesField,
      shares_bucket: choice(sharesRanges, "bucket-unknown"),
      held_since_month: monthField(now),
      tenure_bucket: choice(tenureBuckets, "tenure-unknown"),
      price: priceField,
    })
    .superRefine((form, issue) => {
      const refuse = (field: string, message: string) =>
        issue.addIssue({ code: "custom", path: [field], message });
      const given = (...values: unknown[]) => values.filter((value) => value !== undefined).length;
      const holdings = given(form.shares, form.shares_bucket);
      if (holdings !== 1) refuse("shares", holdings === 0 ? "shares-missing" : "shares-or-bucket");
      const times = given(form.held_since_month, form.tenure_bucket);
      if (times !== 1) refuse("held_since_month", times === 0 ? "since-missing" : "month-or-tenure");
    });
export type CoFilingForm = z.output<ReturnType<typeof coFilingFormOf>>;

export function holdingOf({ shares, shares_bucket: bucket }: CoFilingForm): Holding {
  if (bucket !== undefined) return { shares: null, bucket };
  return { shares: shares ?? "0", bucket: null };
}

/** Parses `POST /c/:slug/co-file/packet.pdf` and `.txt`; stores nothing of it. */
export const packetFormOf = (now: Date) =>
  z.object({
    name: z
      .string()
      .optional()
      .transform((name) => cleanLine(name ?? "") || null)
      .superRefine((name, issue) => {
        if (name !== null) checkName(name, issue);
      }),
    shares: sharesField.transform((shares) => shares ?? null),
    held_since_month: monthField(now).transform((month) => month ?? null),
    registered: checkbox,
    paper: choice(papers, "paper-unknown").transform((paper) => paper ?? "letter"),
  });
