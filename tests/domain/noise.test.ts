import { withNoise } from "#tests/support/noise.ts";

// Each scenario again, while everyone also writes to another company: nothing may change for the first.
withNoise();
await import("./dispatches-returned.test.ts");
await import("./dispatches.test.ts");
await import("./dispatches-engine.test.ts");
await import("./packs.test.ts");
await import("./letters-addressed.test.ts");
