import { z } from "zod";
import type { CoFilingTier } from "./meeting.ts";

/** The rule's tiers as stored: dollars as plain digits, and at least one year. */
export const CoFilingTiers = z
  .array(z.object({ atLeast: z.string().regex(/^[1-9]\d{0,8}$/), years: z.number().int().min(1).max(10) }))
  .min(1)
  .max(5) satisfies z.ZodType<CoFilingTier[]>;
