import { knownPath } from "#app/domain/entries/known-path.server.ts";
import { findNextStep } from "#app/domain/pages/next-step.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { localizedPath } from "#app/i18n/index.ts";

type Whose = { supporterId: number; supporterPublicId: string; campaignId: number; campaign: string };

/** Hours for which the next form knows somebody from the step before. */
const knownFor = 0.5;

/** The step that fits next, and where it begins; null where nothing is left to do. */
export async function nextStepOf({ db, env, locale }: AppLoadContext, whose: Whose, now: Date) {
  const step = await findNextStep(db, whose, now);
  if (!step) return null;
  const to = (path: string) => localizedPath(locale, path);
  const letterPath = to(`/c/${whose.campaign}/letter`);
  const paths = {
    sign: to(knownPath(env.keys, "sign", whose, now, knownFor)),
    pledge: to(knownPath(env.keys, "pledge", whose, now, knownFor)),
    letter: letterPath,
  };
  return { step, path: paths[step], letterPath };
}
