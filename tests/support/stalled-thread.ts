import { type MessagePort, workerData } from "node:worker_threads";

/** A thread for tests: it answers requests, but never ends `loop` and dies of `die`. */
const { port } = workerData as { port: MessagePort };

port.on("message", (ask) => {
  if (ask === "die") process.exit(7);
  while (ask === "loop") process.hrtime();
  port.postMessage({ answer: ask });
});
port.postMessage("ready");
