/** The page of an update refreshes itself at its own address; the overview uses another address for that. */
const renewed = /^\/organize\/c\/[^/]+\/(updates\/[^/]+|overview\.json)$/;

/**
 * Tells whether a visible page refreshes its data. A script fetches it; nothing that a person does on these
 * pages fetches by GET, except to continue after a form was sent.
 */
export const isBackgroundRefresh = ({ method, headers, url }: Request): boolean =>
  method === "GET" && headers.get("sec-fetch-dest") === "empty" && renewed.test(new URL(url).pathname);
