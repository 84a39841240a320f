import { locales, localizedPath } from "#app/i18n/index.ts";
import { openPaths } from "./open-paths.ts";
import { openSchemas } from "./open-schemas.ts";
import { organizerPaths } from "./organizer-paths.ts";
import { organizerSchemas } from "./organizer-schemas.ts";
import { openResponses, organizerResponses } from "./responses.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** Returns the document for the site at this address. Tests check every answer against it. */
export const describeApi = (appUrl: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Undersigned",
    version: "1",
    license: { name: "MIT", identifier: "MIT" },
    summary: "Counts, series, updates and claims of campaigns.",
    description:
      "Everything under `/campaigns` is open: any site may read it without a token, and nothing in it is about one person. Groups under five are never shown: a sum, period or breakdown that would reveal one is left out or merged with others. Fields may be added; existing ones stay.",
  },
  servers: locales.map((locale, n) => ({
    url: appUrl + localizedPath(locale, "/api/v1"),
    description: `Texts in ${languageNames.of(locale)}${n === 0 ? "" : " where available"}`,
  })),
  tags: [
    { name: "open", description: "For everyone" },
    { name: "organizer", description: "For organizers’ programs, with a token" },
  ],
  paths: { ...openPaths, ...organizerPaths },
  components: {
    schemas: { ...openSchemas, ...organizerSchemas },
    responses: { ...openResponses, ...organizerResponses },
    securitySchemes: {
      token: {
        type: "http",
        scheme: "bearer",
        description:
          "A token that an organizer created in the console or by command. It belongs to one campaign and allows what its scopes say, as long as its owner has that right.",
      },
    },
  },
});
