// Learns the weights of the screening from tests/fixtures/screening: `npm run screening:learn`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..");
const built = await build({
  configFile: false,
  logLevel: "silent",
  root,
  build: { ssr: "tests/support/learn-screening.ts", write: false, target: "node20", minify: false },
});
const [{ code }] = [built].flat()[0].output;
const { chooseThresholds, crossValidate, learn, measure, pack, readExamples } = await import(
  `data:text/javascript,${encodeURIComponent(code)}`
);

const examples = readExamples(join(root, "tests/fixtures/screening"));
const weighed = crossValidate(examples);
const thresholds = chooseThresholds(weighed);
const unseen = weighed.filter((one) => one.unseen);
for (const lang of ["en", "es"]) {
  const texts = unseen.filter((one) => one.lang === lang);
  const { recall, honestHeld } = measure(texts, thresholds);
  const percents = [recall, honestHeld].map((part) => `${(100 * part).toFixed(1)} %`);
  process.stdout.write(
    `${lang}: ${texts.length} texts that no rule was tuned on, cross-validated: recall ${percents[0]}, honest held ${percents[1]}\n`,
  );
}
const file = join(root, "app/domain/screening/weights.json");
writeFileSync(file, `${JSON.stringify({ ...thresholds, ...pack(learn(examples)) }, null, 2)}\n`);
