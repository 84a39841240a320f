// Keeps as many cores busy as its argument says, until it is killed.
import { Worker } from "node:worker_threads";

const cores = Number(process.argv[2]);
for (let core = 0; core < cores; core++) new Worker("for (;;);", { eval: true });
process.stdin.resume().on("end", () => process.exit());
