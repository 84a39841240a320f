import { type MessagePort, workerData } from "node:worker_threads";
import { makePapers, type PapersAsked } from "./make-papers.server.ts";

/** The thread that makes papers, one holder's after another. */
const { port } = workerData as { port: MessagePort };

port.on("message", async (asked: PapersAsked) => port.postMessage({ answer: await makePapers(asked) }));
port.postMessage("ready");
