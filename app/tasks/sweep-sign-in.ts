import { sweepSignIn } from "../domain/organizers/sweep.server.ts";
import type { Task } from "./task.ts";

export const sweepSignInRows: Task = ({ db }) => sweepSignIn(db);
