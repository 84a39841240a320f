import { type MessagePort, workerData } from "node:worker_threads";
import { type Screenings, screenings } from "./screen-text.ts";

/** Screens one text at a time, in the order of the questions. */
const { port } = workerData as { port: MessagePort };

port.on("message", <Kind extends keyof Screenings>(job: { kind: Kind; ask: Screenings[Kind]["ask"] }) => {
  port.postMessage({ answer: screenings[job.kind](job.ask) });
});
port.postMessage("ready");
