import { z } from "zod";

/** A checkbox. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
