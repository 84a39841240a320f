import { type KnownStep, knownPath } from "#app/domain/entries/known-path.server.ts";
import { findNextStep } from "#app/domain/pages/next-step.server.ts";
import { getsNoMail } from "#app/domain/queue/find-suppressed.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { localizedPath } from "#app/i18n/index.ts";

type Whose = {
  supporterId: number;
  supporterPublicId: string;
  email: string;
  campaignId: number;
  campaign: string;
};

/** Finds the next step and its address; null if none is left, or if no email can confirm it. */
export async function nextStepOf({ db, env, locale }: AppLoadContext, whose: Whose, now: Date) {
  const step = await findNextStep(db, whose, now);
  if (!step || (await getsNoMail(db, env.keys, whose.email))) return null;
  const to = (path: string) => localizedPath(locale, path);
  const known = (one: KnownStep) => to(knownPath(env.keys, one, whose, now));
  return { step, path: known(step), letterPath: known("letter") };
}
