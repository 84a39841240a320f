import { unknownAddress } from "#app/http/api.server.ts";

/** What is not in the document. */
export const loader = unknownAddress;
export const action = unknownAddress;
