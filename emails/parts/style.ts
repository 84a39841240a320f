import type { CSSProperties } from "react";
import { inks } from "#app/lib/colors.ts";
import { mailType, type Type } from "#app/lib/type-scale.ts";

export const { ink, rule, paper, act, onAct, warning } = inks.light;
const { muted, link, reported, record, statement, opinion } = inks.light;
/** Colors of the kinds of statement. */
export const kinds = { reported, record, company_statement: statement, opinion };

const { dark } = inks;

export const serif = "'Source Serif 4',Georgia,'Times New Roman',serif";
export const sans = "'Public Sans',Arial,Helvetica,sans-serif";

/** Writes a type size as attributes. */
export const set = ({ size, leading }: Type) => ({ fontSize: `${size}px`, lineHeight: `${leading}px` });

const text = (fontFamily: string, type: Type, color: string): CSSProperties => ({
  margin: 0,
  fontFamily,
  ...set(type),
  color,
});

export const styles = {
  paragraph: { ...text(serif, mailType.body, ink), marginBottom: "20px" },
  note: { ...text(sans, mailType.aside, muted), marginBottom: "24px" },
  heading: { ...text(serif, mailType.title, ink), marginBottom: "18px", fontWeight: 600 },
  factLabel: { ...text(sans, mailType.aside, muted), fontWeight: 400, verticalAlign: "top" },
  fact: { ...text(sans, mailType.aside, ink), verticalAlign: "top" },
  code: { ...text(sans, mailType.code, ink), fontWeight: 600, letterSpacing: "3px" },
  codeLabel: {
    ...text(sans, mailType.kind, muted),
    fontWeight: 600,
    letterSpacing: "1px",
    textTransform: "uppercase",
  },
  footer: { ...text(sans, mailType.foot, muted) },
  link: { color: link, textDecoration: "underline" },
} satisfies Record<string, CSSProperties>;

const onPhone = set(mailType.titleOnPhone);

/**
 * What style attributes cannot express. Dark colors by class, for clients that support the query; others show
 * the light email or invert it themselves.
 */
export const sheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a:focus-visible{outline:3px solid ${link};outline-offset:2px}
.h1{text-wrap:balance}
@media (max-width:639px){.pad{padding-left:20px!important;padding-right:20px!important}.h1{font-size:${onPhone.fontSize}!important;line-height:${onPhone.lineHeight}!important}.wide{width:100%!important}.act a{display:block!important;text-align:center!important}}
@media (max-width:480px){.facts th,.facts td{display:block!important;width:auto!important}.facts th{border-bottom:0!important;padding-bottom:0!important}.facts td{border-top:0!important;padding-top:0!important}}
@media (prefers-color-scheme:dark){
.paper,.paper td{background-color:${dark.paper}!important}
.ink{color:${dark.ink}!important}.muted{color:${dark.muted}!important}
.rule{border-color:${dark.rule}!important}.line{border-color:${dark.ink}!important}
.link{color:${dark.link}!important}
.k-reported{color:${dark.reported}!important}.k-record{color:${dark.record}!important}.k-company_statement{color:${dark.statement}!important}.k-opinion{color:${dark.opinion}!important}
.paper td.notice{background-color:${dark.warning}!important}
.paper td.act{background-color:${dark.act}!important}.act a{color:${dark.onAct}!important;border-color:${dark.act}!important}
}`;
