import { withNoise } from "#tests/support/noise.ts";

// Each scenario again, while everyone also writes to another company: nothing may change for the first. The
// query makes it a module of its own: its file may have run in this process before.
withNoise();
for (const name of ["dispatches-returned", "dispatches", "dispatches-engine", "packs", "letters-addressed"])
  await import(/* @vite-ignore */ `../domain/${name}.test.ts?noise`);
