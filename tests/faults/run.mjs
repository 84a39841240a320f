// `npm run test:faults`: the fault tests at full size.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const usage = `Usage: npm run test:faults -- [options]

  --seed 3,7      these seeds alone (1 to 10)
  --people N      people an update is for (10000)
  --kills N       times a worker is killed in one run (5)
  --only NAME     one file: provider, crash, leaving, database-restart, smtp, confirmations, letters, imports,
                  exports, clocks, rolling, embedded-killed, signing-killed
  --small         the size that npm test runs
`;

const root = join(import.meta.dirname, "../..");
const string = { type: "string" };
let options;
try {
  options = parseArgs({
    options: {
      seed: string,
      people: string,
      kills: string,
      only: string,
      small: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }).values;
} catch (error) {
  process.stderr.write(`${error.message}\n\n${usage}`);
  process.exit(2);
}
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const { seed, people, kills, only, small } = options;
const file = only ? [`tests/faults/${only}.test.ts`] : [];
const child = spawn(join(root, "node_modules/.bin/vitest"), ["run", "--project", "faults", ...file], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    ...(!small && { FAULTS: "whole" }),
    ...(seed && { FAULTS_SEED: seed }),
    ...(people && { FAULTS_PEOPLE: people }),
    ...(kills && { FAULTS_KILLS: kills }),
  },
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
