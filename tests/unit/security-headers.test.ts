import { expect, test } from "vitest";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { readEnv } from "#app/lib/env.server.ts";

const env = readEnv("/", () => "", {
  APP_URL: "https://sign.campaign.test",
  SECRET: "0123456789abcdefghijklmnopqrstuv",
  MAIL_FROM: "Campaign <campaign@campaign.test>",
});

test("over https every cookie is tied to this host, and hidden from scripts", () => {
  const token = "t".repeat(43);
  for (const name of ["session", "ceremony", "approval", "enrol", "passkey", "browser"] as const) {
    const [pair = "", ...attributes] = writeCookie(env, name, token).split("; ");
    expect(pair).toBe(`__Host-${name}=${token}`);
    expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax", "Secure"]));
    expect(attributes.join()).not.toContain("Domain");
    const plain = { headers: new Headers({ cookie: `${name}=${token}` }) };
    expect(readCookie(env, plain, name)).toBe(null);
  }
});

test("over https browsers are told to stay with it for a year, for subdomains on request", () => {
  const told = (hstsSubdomains: boolean) =>
    securityHeaders("public", undefined, { https: true, hstsSubdomains, development: false });
  expect(told(false)["Strict-Transport-Security"]).toBe("max-age=31536000");
  expect(told(true)["Strict-Transport-Security"]).toBe("max-age=31536000; includeSubDomains");
});
