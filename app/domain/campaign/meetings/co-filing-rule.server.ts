import { z } from "zod";
import type { CoFilingTier } from "./meeting.ts";

/** The tiers as a rule's row holds them: dollars as plain digits, years from one. */
export const CoFilingTiers = z
  .array(z.object({ atLeast: z.string().regex(/^[1-9]\d{0,8}$/), years: z.number().int().min(1).max(10) }))
  .min(1)
  .max(5) satisfies z.ZodType<CoFilingTier[]>;
