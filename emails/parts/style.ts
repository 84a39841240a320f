import type { CSSProperties } from "react";

export const ink = "#17191e";
const muted = "#595e69";
export const rule = "#d9d5cc";
export const paper = "#fbfaf7";
export const act = "#a3201d";
const link = "#0b4f8a";
/** Inks of the kinds of statement. */
export const kinds = {
  reported: "#0b4f8a",
  record: "#2c5e3f",
  company_statement: "#6b4a12",
  opinion: "#7a2750",
};

export const serif = "'Source Serif 4',Georgia,'Times New Roman',serif";
export const sans = "'Public Sans',Arial,Helvetica,sans-serif";

const text = (fontFamily: string, fontSize: number, lineHeight: number, color: string): CSSProperties => ({
  margin: 0,
  fontFamily,
  fontSize: `${fontSize}px`,
  lineHeight: `${lineHeight}px`,
  color,
});

export const styles = {
  paragraph: { ...text(serif, 18, 29, ink), marginBottom: "20px" },
  note: { ...text(sans, 15, 23, muted), marginBottom: "24px" },
  heading: { ...text(serif, 34, 38, ink), marginBottom: "18px", fontWeight: 600 },
  factLabel: { ...text(sans, 15, 22, muted), fontWeight: 400, verticalAlign: "top" },
  fact: { ...text(sans, 15, 22, ink), verticalAlign: "top" },
  code: { ...text(sans, 30, 36, ink), fontWeight: 600, letterSpacing: "3px" },
  codeLabel: {
    ...text(sans, 13, 18, muted),
    fontWeight: 600,
    letterSpacing: "1px",
    textTransform: "uppercase",
  },
  footer: { ...text(sans, 14, 21, muted) },
  link: { color: link, textDecoration: "underline" },
} satisfies Record<string, CSSProperties>;

/**
 * What style attributes cannot say. Dark inks by class, for clients that know the query; those that do not
 * show the light mail or turn it by themselves.
 */
export const sheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a:focus-visible{outline:3px solid ${link};outline-offset:2px}
@media (max-width:639px){.pad{padding-left:20px!important;padding-right:20px!important}.h1{font-size:28px!important;line-height:32px!important}.act a{display:block!important;text-align:center!important}}
@media (prefers-color-scheme:dark){
.paper,.paper td{background-color:#14161a!important}
.ink{color:#ece9e2!important}.muted{color:#a6abb6!important}
.rule{border-color:#343944!important}.line{border-color:#ece9e2!important}
.link{color:#8cc2ff!important}
.k-reported{color:#8cc2ff!important}.k-record{color:#8fd0a5!important}.k-company_statement{color:#e0bd7a!important}.k-opinion{color:#eba3c6!important}
.paper td.notice{background-color:#2e2717!important}
.paper td.act{background-color:#ff8a7a!important}.act a{color:#2a0706!important;border-color:#ff8a7a!important}
}`;
