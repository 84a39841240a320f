import { z } from "zod";
import { atMost } from "./wording.ts";
import { neededField } from "./words-form.ts";

/** The end of a campaign's link: 3 to 64 small letters, digits and hyphens, none at either end. */
const slugShape = /^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/;

/** A campaign that begins as a copy of another. */
export const NewCampaignForm = z.object({
  from: z.string("from-missing").regex(slugShape, "from-missing"),
  name: neededField("name", atMost.title),
  slug: z.string("slug-shape").trim().regex(slugShape, "slug-shape"),
});
