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
const { chooseThresholds, countTrust, crossValidate, learn, measure, pack, readExamples } = await import(
  `data:text/javascript,${encodeURIComponent(code)}`
);

const examples = readExamples(join(root, "tests/fixtures/screening"));
const weighed = crossValidate(examples);
const thresholds = chooseThresholds(weighed);
const report = (name, texts) => {
  const { recall, honestHeld } = measure(texts, thresholds);
  const percents = [recall, honestHeld].map((part) => `${(100 * part).toFixed(1)} %`);
  process.stdout.write(`${name}: ${texts.length} texts, recall ${percents[0]}, honest held ${percents[1]}\n`);
};
process.stdout.write(
  `Each writer weighed by what was learned from all others; held from ${JSON.stringify(thresholds)}\n`,
);
for (const writer of new Set(weighed.map((one) => one.writer))) {
  const texts = weighed.filter((one) => one.writer === writer);
  report(writer, texts);
  for (const lang of ["en", "es"]) {
    report(
      `  ${lang}`,
      texts.filter((one) => one.lang === lang),
    );
  }
}
const file = join(root, "app/domain/screening/weights.json");
const trust = countTrust(examples).join(" ");
writeFileSync(file, `${JSON.stringify({ ...thresholds, ...pack(learn(examples)), trust }, null, 2)}\n`);
