/** The version of the product that runs; CHANGELOG.md lists them. */
export { version } from "../../package.json";
