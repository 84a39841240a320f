/** Bundles for a handing-over in person, and the look at names before. */
export default {};
