/** The page of one update reads itself anew as it is; the overview asks with `live` in its address. */
const renewed = /^\/organize\/c\/[^/]+\/updates\/[^/]+$/;
const overview = /^\/organize\/c\/[^/]+$/;

/**
 * True where a page in sight asks for its data by itself. A script fetches it; nothing that a person does on these
 * pages fetches by GET, except to read on after a form was sent.
 */
export const isRenewal = ({ method, headers, url }: Request): boolean => {
  if (method !== "GET" || headers.get("sec-fetch-dest") !== "empty") return false;
  const { pathname, searchParams } = new URL(url);
  return renewed.test(pathname) || (overview.test(pathname) && searchParams.has("live"));
};
