import { z } from "zod";

/** A checkbox. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
