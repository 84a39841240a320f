import fc from "fast-check";

/** Property tests try the same values in every run without another seed (tests/suite/run.mjs). */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 1) });
