import fc from "fast-check";

/** The values that a property is tried with are the same in every run. With FULL=1 they are others each time. */
if (!process.env.FULL) fc.configureGlobal({ seed: 7 });
