import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

/** Minutes that a form knows a person from the step before. */
const knownForMinutes = 30;

const forms = {
  sign: { purpose: "sign", path: "sign", open: "#sign" },
  pledge: { purpose: "new-pledge", path: "pledge", open: "/pledge" },
  letter: { purpose: "letter", path: "letter", open: "/letter" },
} as const;

/** What somebody can do in a campaign. */
export type KnownStep = keyof typeof forms;

/** Purposes of links for one campaign, which show nothing stored about their person. */
export type KnownPurpose = (typeof forms)[KnownStep]["purpose"] | `next-${KnownStep}`;

type Whose = { supporterPublicId: string; campaign: string };

/** Returns the path of a form for someone known to be `supporterPublicId`: it does not ask who they are. */
export function knownPath(keys: Keys, step: KnownStep, whose: Whose, issuedAt: Date): string {
  const expiresAt = new Date(issuedAt.getTime() + knownForMinutes * 60_000);
  const { purpose, path } = forms[step];
  return pathOf(keys, purpose, path, whose, { issuedAt, expiresAt });
}

/** Returns the path of the form for everyone, which asks who somebody is. */
export const openFormPath = (step: KnownStep, campaign: string) => `/c/${campaign}${forms[step].open}`;

/** Returns the path from an email to such a form. Opening it does nothing: email scanners open links. */
export const nextStepPath = (
  keys: Keys,
  step: KnownStep,
  whose: Whose,
  times: { issuedAt: Date; expiresAt: Date },
) => pathOf(keys, `next-${step}`, "next", whose, times);

function pathOf(
  keys: Keys,
  purpose: KnownPurpose | "pledge",
  path: string,
  { supporterPublicId: subject, campaign }: Whose,
  times: { issuedAt: Date; expiresAt: Date },
): string {
  return `/c/${campaign}/${path}/${createToken(keys, purpose, { subject, ...times, within: campaign })}`;
}

type OfMeeting = Whose & { meeting?: { year: number } };

/** Returns the path where somebody sees and changes their pledge for a meeting of a campaign. */
export function changePledgePath(keys: Keys, whose: OfMeeting, issuedAt: Date, hours: number): string {
  const expiresAt = new Date(issuedAt.getTime() + hours * 3_600_000);
  const path = pathOf(keys, "pledge", "pledge", whose, { issuedAt, expiresAt });
  return whose.meeting ? `${path}?meeting=${whose.meeting.year}` : path;
}
