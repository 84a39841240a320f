import { z } from "zod";

/** A box: true when ticked. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
