import { sweepSignIn } from "#app/domain/access/sign-in/sweep.server.ts";
import { sumUpRefusals } from "#app/domain/upkeep/refusals/sum-up-refusals.server.ts";
import type { Task } from "./task.ts";

export const sweepSignInRows: Task = async ({ db }) => {
  await sweepSignIn(db);
  await sumUpRefusals(db);
};
