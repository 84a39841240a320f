import { type MessagePort, workerData } from "node:worker_threads";
import { makePapers, type PapersAsked } from "./make-papers.server.ts";

/** The thread that makes papers: those of one holder after the other. */
const { port } = workerData as { port: MessagePort };

port.on("message", async (asked: PapersAsked) => port.postMessage({ answer: await makePapers(asked) }));
port.postMessage("ready");
