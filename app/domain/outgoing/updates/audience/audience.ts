import { z } from "zod";

/** What someone did in the campaign. */
export const audienceActions = ["anything", "signed", "pledged", "wrote"] as const;
export type AudienceAction = (typeof audienceActions)[number];

/**
 * Whom an update is for, among those who confirmed their address and agreed to get updates of the
 * campaign: `countries` (ISO 3166-1 alpha-2; none named: all), what they did, and since which day (UTC)
 * they have been agreeing.
 */
export const Audience = z.object({
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
  did: z.enum(audienceActions),
  since: z.iso.date().nullable(),
});
export type Audience = z.infer<typeof Audience>;

export const everyone: Audience = { countries: [], did: "anything", since: null };
