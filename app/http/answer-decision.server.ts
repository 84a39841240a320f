import { type DecisionAnswer, nothingDone } from "#app/ui/console/decision.ts";
import { data, redirect } from "./remix.server.ts";

type Decided = { done: string; count: number; at: Date | null; notAsked?: number };

/**
 * Answers a form of a list of decisions: a script gets what to say, a browser the list again, at an address
 * that names the decision.
 */
export function answerDecision(
  quiet: boolean,
  { done, count, at, notAsked = 0 }: Decided,
  address: (answer: Record<string, string>) => string,
) {
  const answer: DecisionAnswer = { done, count, notAsked, at: at?.toISOString() ?? null, error: null };
  if (quiet) return data(answer);
  const about = {
    done,
    count: String(count),
    ...(answer.at && { at: answer.at }),
    ...(notAsked && { not: `${notAsked}` }),
  };
  return redirect(address(about), 303);
}

export const refuseDecision = (error: NonNullable<DecisionAnswer["error"]>) =>
  data<DecisionAnswer>({ ...nothingDone, error }, { status: 422 });

/** Reads the last decision, one of `decisions`, from a list's address. It can be undone for some minutes. */
export function readDecision(
  search: URLSearchParams,
  decisions: readonly string[],
  undoMinutes: number,
): DecisionAnswer {
  const done = search.get("done");
  const at = search.get("at");
  const undoable = at !== null && Date.now() - Date.parse(at) < undoMinutes * 60_000;
  return {
    ...nothingDone,
    done: done === "undone" || decisions.includes(done ?? "") ? done : null,
    count: Number(search.get("count")) || 0,
    notAsked: Number(search.get("not")) || 0,
    at: undoable ? at : null,
  };
}
