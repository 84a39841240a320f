import type { PageClass } from "#app/routes.ts";

export type SecurityOptions = {
  https: boolean;
  hstsSubdomains: boolean;
  development: boolean;
  /** Any site may show the page in a frame. */
  embeddable?: boolean;
};

/**
 * Returns the headers of every answer. Public and personal pages load only `/count.js`, `/share.js`,
 * `/letter.js`, `/proof.js` and `/embed.js`; organizer pages run scripts by nonce. Development allows what
 * hot reload needs.
 */
export function securityHeaders(
  pageClass: PageClass,
  nonce: string | undefined,
  { https, hstsSubdomains, development, embeddable = false }: SecurityOptions,
): Record<string, string> {
  const headers: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(nonce, development, embeddable),
    "X-Content-Type-Options": "nosniff",
    ...(embeddable ? {} : { "X-Frame-Options": "DENY" }),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
    // Never `no-referrer`: Chromium would then send `Origin: null` with our own forms.
    "Referrer-Policy": pageClass === "public" ? "strict-origin-when-cross-origin" : "same-origin",
  };
  if (https)
    headers["Strict-Transport-Security"] = `max-age=31536000${hstsSubdomains ? "; includeSubDomains" : ""}`;
  if (pageClass !== "public") {
    headers["Cache-Control"] = "no-store";
    headers["X-Robots-Tag"] = "noindex, nofollow";
  }
  return headers;
}

function contentSecurityPolicy(nonce: string | undefined, development: boolean, embeddable: boolean): string {
  const scripts = nonce ? `'nonce-${nonce}' 'strict-dynamic'` : "'self'";
  return [
    "default-src 'self'",
    `script-src ${development ? "'self' 'unsafe-inline'" : scripts}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    `frame-ancestors ${embeddable ? "*" : "'none'"}`,
  ].join("; ");
}
