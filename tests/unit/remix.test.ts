import { expect, test } from "vitest";
import { isWithinSite, redirect } from "#app/http/remix.server.ts";

test("a redirect stays within the site", () => {
  for (const path of ["/", "/c/microsoft-ice#sign", "/es/manage?sent", "?done=saved"]) {
    expect(isWithinSite(path), path).toBe(true);
    expect(redirect(path, 303).headers.get("Location")).toBe(path);
  }
});

test("a redirect to another host, or to what a browser reads as one, throws", () => {
  const elsewhere = [
    "https://evil.test/",
    "//evil.test/",
    "/\\evil.test",
    "\\/evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "javascript:alert(1)",
    "evil.test",
    "",
    " /",
    "///evil.test",
    "/%0d%0aSet-Cookie: a=b\r\n",
    "http:/evil",
  ];
  for (const path of elsewhere) {
    expect(isWithinSite(path), JSON.stringify(path)).toBe(false);
    expect(() => redirect(path, 303)).toThrow("within the site");
  }
});
