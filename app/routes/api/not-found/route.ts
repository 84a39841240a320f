import { unknownAddress } from "#app/http/api.server.ts";

/** Answers addresses that the document does not list. */
export const loader = unknownAddress;
export const action = unknownAddress;
