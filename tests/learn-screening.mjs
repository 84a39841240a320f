// Learns the weights of the screening from tests/fixtures/screening: `npm run screening:learn`. With
// `-- --validate` it also weighs each writer apart and chooses the threshold; that takes minutes.
import { readFileSync, writeFileSync } from "node:fs";
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
const { chooseThreshold, crossValidate, digestSources, learn, measure, pack, readExamples } = await import(
  `data:text/javascript,${encodeURIComponent(code)}`
);

const file = join(root, "app/domain/screening/weights.json");
const examples = readExamples(join(root, "tests/fixtures/screening"));

/** Weighs each writer by what was learned from all others, and chooses the threshold. */
function validate() {
  const weighed = crossValidate(examples);
  const heldFrom = chooseThreshold(weighed);
  const report = (name, texts) => {
    const { recall, honestHeld } = measure(texts, heldFrom);
    const percents = [recall, honestHeld].map((part) => `${(100 * part).toFixed(1)} %`);
    process.stdout.write(
      `${name}: ${texts.length} texts, recall ${percents[0]}, honest held ${percents[1]}\n`,
    );
  };
  process.stdout.write(`Each writer weighed by what was learned from all others; held from ${heldFrom}\n`);
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
  return heldFrom;
}

const heldFrom = process.argv.includes("--validate")
  ? validate()
  : JSON.parse(readFileSync(file, "utf8")).heldFrom;
const learned = { learnedFrom: digestSources(root), heldFrom, ...pack(learn(examples)) };
writeFileSync(file, `${JSON.stringify(learned, null, 2)}\n`);
