import { z } from "zod";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import {
  agreeOnSource,
  digitsField,
  refusing,
  sourceFields,
  sourceOf,
} from "#app/domain/campaign/forms/source-form.ts";
import type { IssuerSnapshot } from "#app/domain/campaign/meetings/meeting.ts";

/** What organizers enter about a company on a day. */
export type SnapshotValues = Omit<IssuerSnapshot, "id" | "verifiedAt" | "verifiedBy">;

/** Dollars: plain digits with at most six decimals, kept exactly as the shortest string; null when empty. */
const priceField = z
  .string()
  .optional()
  .transform((price) => price?.trim() || null)
  .refine((price) => price === null || /^\d{1,12}(\.\d{1,6})?$/.test(price), {
    message: "price-plain",
    abort: true,
  })
  .refine((price) => price === null || toMicro(price) > 0n, { message: "price-none", abort: true })
  .transform((price) => price && fromMicro(toMicro(price)));

const fields = (now: Date) => ({
  shares_outstanding: digitsField.refine((count) => count !== 0n, { message: "shares-none", abort: true }),
  price: priceField,
  price_high_60d: priceField,
  ...sourceFields(now),
});
type SnapshotForm = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** Parses figures of one day. The highest price of the days up to it is no lower than that day's. */
export const snapshotForm = (now: Date) =>
  z.object(fields(now)).superRefine((form, issue) => {
    const refuse = refusing(issue);
    const { price, price_high_60d: high } = form;
    if (form.shares_outstanding === null && price === null && high === null)
      refuse("shares_outstanding", "figure-missing");
    if (price !== null && high !== null && toMicro(high) < toMicro(price))
      refuse("price_high_60d", "high-below-price");
    if (form.as_of === null) refuse("as_of", "as-of-missing");
    agreeOnSource(form, refuse);
  });

/** Reads a company's figures from a form. */
export const snapshotOfForm = (form: SnapshotForm): SnapshotValues => ({
  sharesOutstanding: form.shares_outstanding,
  price: form.price,
  priceHigh60d: form.price_high_60d,
  ...sourceOf(form),
});
